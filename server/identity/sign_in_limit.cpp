#include "server/identity/sign_in_limit.h"

#include <algorithm>

namespace cm {
namespace {

// No address and no user name contains a line feed.
std::string pair_key(const std::string& user, const std::string& address) {
  return address + "\n" + user;
}

}  // namespace

std::int64_t SignInLimit::wait_ms(const std::string& user, const std::string& address,
                                  UnixMs now_ms) {
  const std::lock_guard lock(mutex_);
  std::int64_t wait = 0;
  for (const std::string& key : {pair_key(user, address), address}) {
    const auto found = tries_.find(key);
    if (found != tries_.end()) wait = std::max(wait, found->second.blocked_until_ms - now_ms);
  }
  return std::clamp<std::int64_t>(wait, 0, kLongestWaitMs);
}

void SignInLimit::failed(const std::string& user, const std::string& address, UnixMs now_ms) {
  const std::lock_guard lock(mutex_);
  forget_old(now_ms);
  count(pair_key(user, address), kFreeTriesPerUser, now_ms);
  count(address, kFreeTriesPerAddress, now_ms);
}

void SignInLimit::succeeded(const std::string& user, const std::string& address) {
  const std::lock_guard lock(mutex_);
  tries_.erase(pair_key(
      user, address));  // the address keeps its count: one right user proves nothing of others
}

void SignInLimit::count(const std::string& key, int free_tries, UnixMs now_ms) {
  Tries& tries = tries_[key];
  tries.failures += 1;
  tries.last_ms = now_ms;
  if (tries.failures < free_tries) return;
  const int doublings = std::min(tries.failures - free_tries, 10);
  tries.blocked_until_ms = now_ms + std::min(kFirstWaitMs << doublings, kLongestWaitMs);
}

void SignInLimit::forget_old(UnixMs now_ms) {
  if (tries_.size() < kEntriesMax) return;
  std::erase_if(tries_,
                [&](const auto& entry) { return now_ms - entry.second.last_ms > kForgetAfterMs; });
  if (tries_.size() >= kEntriesMax)
    tries_.clear();  // someone floods us with names; memory comes first
}

}  // namespace cm
