// A decision on a conflict as it travels: POST /v1/conflicts/{id}.
#pragma once

#include <string>

#include "shared/sync/messages.h"

namespace cm {

// {"decision":"kept"} or {"decision":"restored"}; only these two are decisions.
std::string encode_decision(ConflictState decision);

}  // namespace cm
