// Slows down guessing: after a few wrong passwords for one user from one address, and after more of
// them from one address, further tries must wait. Kept in memory only; safe to share between
// threads.
#pragma once

#include <map>
#include <mutex>
#include <string>

#include "shared/base/clock.h"

namespace cm {

class SignInLimit {
 public:
  static constexpr int kFreeTriesPerUser = 5;
  static constexpr int kFreeTriesPerAddress = 30;
  static constexpr std::int64_t kFirstWaitMs = 15'000;  // doubled with each further failure
  static constexpr std::int64_t kLongestWaitMs = 900'000;
  static constexpr std::int64_t kForgetAfterMs = 1'800'000;
  static constexpr std::size_t kEntriesMax = 20'000;

  // How long this user at this address must wait before the next try; 0 = may try now.
  std::int64_t wait_ms(const std::string& user, const std::string& address, UnixMs now_ms);
  void failed(const std::string& user, const std::string& address, UnixMs now_ms);
  void succeeded(const std::string& user, const std::string& address);

 private:
  struct Tries {
    int failures = 0;
    UnixMs last_ms = 0;
    UnixMs blocked_until_ms = 0;
  };
  void count(const std::string& key, int free_tries, UnixMs now_ms);
  void forget_old(UnixMs now_ms);

  std::mutex mutex_;
  std::map<std::string, Tries> tries_;
};

}  // namespace cm
