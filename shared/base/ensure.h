// ENSURE(condition, "why it must hold"): a check against bugs that stays on in release. Input from a
// user, a file or the network must never be able to reach one that fails.
#pragma once

#include <stdexcept>
#include <string>

namespace cm {

class Bug final : public std::logic_error {
 public:
  using std::logic_error::logic_error;
};

[[noreturn]] void report_bug(const char* condition, const char* why, const char* file, int line);

}  // namespace cm

#define ENSURE(condition, why) \
  ((condition) ? static_cast<void>(0) : ::cm::report_bug(#condition, why, __FILE__, __LINE__))
