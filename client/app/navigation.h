// Going to a place: by a link, the address bar, Back, or a command.
#pragma once

#include "client/app/context.h"
#include "client/app/route.h"

namespace cm {

enum class UrlChange { Push, Replace, Keep };  // Keep: the address bar already shows it

// Leaves the present place (its draft is kept) and opens the other. Without a session everything
// but set-up leads to sign-in, which leads back. A customer that is not here leads to the list,
// with a message.
void go_to(AppContext& app, const Route& route, UrlChange change);
// From an untouched form of a customer that a pull took away (deleted elsewhere, or its creation was
// denied) back to the list.
void leave_gone_customer(AppContext& app);
// The address bar shows the place where the person is.
void show_url(AppContext& app, UrlChange change);

}  // namespace cm
