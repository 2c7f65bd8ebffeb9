// What the person at this device may do, from the table of roles: the screens hide or explain what
// the server would refuse.
#pragma once

#include <string>

#include "client/app/state.h"

namespace cm {

// Makes the rights of the state, and of its open form, true for the role of its session. Without a
// session, or with a role that this program does not know, everything is allowed: the server
// judges.
void refresh_rights(AppState& state);
// Why the person may not put the overwritten value back; empty when he may.
std::string restore_refusal(const AppState& state, const Conflict& conflict);

}  // namespace cm
