// A decision on a conflict as it travels: POST /v1/conflicts/{id}.
#pragma once

#include <string>

#include "shared/sync/messages.h"

namespace cm {

// {"decision":"keep"} for Kept, {"decision":"restore"} for Restored; no other state is a decision.
std::string encode_decision(ConflictState decision);

}  // namespace cm
