// Passwords, kept as argon2id. Each check takes 64 MiB and a tenth of a second, so only a few run
// at a time; a caller that would wait too long is told so.
#pragma once

#include <atomic>
#include <chrono>
#include <optional>
#include <semaphore>
#include <string>
#include <string_view>

namespace cm {

constexpr std::size_t kPasswordLengthMin = 10;  // code points
constexpr std::size_t kPasswordBytesMax =
    1024;  // argon2 takes any length; requests must stay small

enum class PasswordCheck { Right, Wrong, Busy };

class PasswordHasher {
 public:
  static constexpr int kConcurrentMax = 2;
  static constexpr int kWaitingMax =
      4;  // more are told Busy at once: each holds up a worker meanwhile

  PasswordHasher();
  // The string to keep. Failure when memory is short or no slot became free in time.
  std::string hash(std::string_view password);
  // Without a kept hash (an unknown user) the same work is done and the answer is Wrong, so that
  // the time taken does not tell whether a user exists.
  PasswordCheck check(const std::optional<std::string>& kept, std::string_view password);

 private:
  static constexpr std::chrono::seconds kWaitMax{10};
  std::counting_semaphore<kConcurrentMax> slots_{kConcurrentMax};
  std::atomic<int> waiting_{0};
  std::string unknown_user_hash_;
};

// What is wrong with a new password, in plain words; empty when it will do.
std::string password_problem(std::string_view password);

}  // namespace cm
