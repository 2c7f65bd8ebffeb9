#include "server/identity/password.h"

#include <sodium.h>

#include <array>

#include "shared/base/failure.h"
#include "shared/base/utf8.h"

namespace cm {
namespace {

std::string hash_now(std::string_view password) {
  std::array<char, crypto_pwhash_STRBYTES> kept{};
  if (crypto_pwhash_str(kept.data(), password.data(), password.size(),
                        crypto_pwhash_OPSLIMIT_INTERACTIVE,
                        crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0) {
    throw Failure(FailureCode::Refused, "Not enough memory to keep a password.");
  }
  return kept.data();
}

using Slots = std::counting_semaphore<PasswordHasher::kConcurrentMax>;

// The right to hash now: waited for, but not in a long queue.
class Slot {
 public:
  Slot(Slots& slots, std::atomic<int>& waiting, std::chrono::seconds wait_max) : slots_(slots) {
    if (waiting.fetch_add(1) < PasswordHasher::kWaitingMax)
      taken_ = slots.try_acquire_for(wait_max);
    waiting.fetch_sub(1);
  }
  ~Slot() {
    if (taken_) slots_.release();
  }
  Slot(const Slot&) = delete;
  Slot& operator=(const Slot&) = delete;
  bool taken() const { return taken_; }

 private:
  Slots& slots_;
  bool taken_ = false;
};

}  // namespace

PasswordHasher::PasswordHasher() {
  if (sodium_init() < 0)
    throw Failure(FailureCode::Refused, "libsodium does not start on this machine.");
  unknown_user_hash_ = hash_now("no user has this password");
}

std::string PasswordHasher::hash(std::string_view password) {
  const Slot slot(slots_, waiting_, kWaitMax);
  if (!slot.taken()) throw Failure(FailureCode::DatabaseBusy, "Too many sign-ins at once.");
  return hash_now(password);
}

PasswordCheck PasswordHasher::check(const std::optional<std::string>& kept,
                                    std::string_view password) {
  const Slot slot(slots_, waiting_, kWaitMax);
  if (!slot.taken()) return PasswordCheck::Busy;
  const std::string& hash = kept ? *kept : unknown_user_hash_;
  const bool right = crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
  return right && kept ? PasswordCheck::Right : PasswordCheck::Wrong;
}

std::string password_problem(std::string_view password) {
  if (!is_valid_utf8(password)) return "The password is not valid text.";
  if (count_code_points(password) < kPasswordLengthMin) {
    return "The password needs at least " + std::to_string(kPasswordLengthMin) + " characters.";
  }
  if (password.size() > kPasswordBytesMax) return "The password is too long.";
  return {};
}

}  // namespace cm
