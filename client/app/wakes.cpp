#include "client/app/wakes.h"

#include <algorithm>

namespace cm {

void Wakes::set(WakeReason reason, UnixMs at_ms) {
  due_[reason] = at_ms;
  arm();
}

void Wakes::clear(WakeReason reason) {
  due_.erase(reason);
}

std::vector<WakeReason> Wakes::take_due(UnixMs now_ms) {
  std::vector<WakeReason> due;
  for (auto it = due_.begin(); it != due_.end();) {
    if (it->second > now_ms) {
      ++it;
      continue;
    }
    due.push_back(it->first);
    it = due_.erase(it);
  }
  armed_ms_.reset();
  arm();
  return due;
}

void Wakes::arm() {
  if (due_.empty()) return;
  const auto earliest = std::min_element(
      due_.begin(), due_.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  if (armed_ms_ == earliest->second) return;
  armed_ms_ = earliest->second;
  platform_.wake_at(*armed_ms_);
}

}  // namespace cm
