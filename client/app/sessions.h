// Who works on this device: remembered for offline starts, checked with the server when it answers.
#pragma once

#include "client/app/context.h"

namespace cm {

std::optional<UserSession> find_kept_session(AppContext& app);
// After a sign-in or set-up that the server accepted: remembers it, starts syncing.
void begin_session(AppContext& app, const UserSession& session);
// Forgets it; local data and unsent changes stay. The server is told, now or at the next chance.
void end_session(AppContext& app);
// GET /v1/session: 401, or another person, means that changes wait until the person signs in again.
void verify_session(AppContext& app);
// A sign-out made while offline is told to the server now.
void send_pending_sign_out(AppContext& app);

}  // namespace cm
