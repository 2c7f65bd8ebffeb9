// Failures in words for the person who meets them.
#pragma once

#include <string>

#include "client/platform/platform.h"
#include "shared/base/failure.h"

namespace cm {

std::string failure_text(const Failure& failure);

// Why a request did not succeed: the server's own words where it gave some, else what its status
// means.
std::string refusal_text(const HttpAnswer& answer);
// An answer that our server gave, as opposed to none or a captive portal's page.
bool is_from_our_server(const HttpAnswer& answer);

}  // namespace cm
