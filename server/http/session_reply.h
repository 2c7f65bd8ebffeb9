// How a sign-in or a set-up is answered: the session and its cookie, or what went wrong.
#pragma once

#include "server/http/routes.h"

namespace cm {

HttpReply session_reply(const HttpRequest& request, const SignInResult<OpenedSession>& result);

}  // namespace cm
