// Several reasons to be woken, one alarm: the platform knows only the earliest.
#pragma once

#include <map>
#include <optional>
#include <vector>

#include "client/platform/platform.h"

namespace cm {

enum class WakeReason { Sync, KeepDraft, HideToast, ShowSearch, BulkEdit };

class Wakes {
 public:
  explicit Wakes(Platform& platform) : platform_(platform) {}
  void set(WakeReason reason, UnixMs at_ms);  // replaces this reason's earlier one
  void clear(WakeReason reason);
  bool is_set(WakeReason reason) const { return due_.count(reason) != 0; }
  // The reasons whose time has come; they are cleared. Arms the alarm for the rest.
  std::vector<WakeReason> take_due(UnixMs now_ms);

 private:
  void arm();
  Platform& platform_;
  std::map<WakeReason, UnixMs> due_;
  std::optional<UnixMs> armed_ms_;
};

}  // namespace cm
