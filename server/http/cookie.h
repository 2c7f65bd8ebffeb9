// The session cookie: out of scripts' reach, sent to our own pages only.
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace cm {

// A Set-Cookie header. An empty token takes the cookie away.
std::pair<std::string, std::string> session_cookie(std::string_view token, bool secure);
// Empty when there is none, or more than one.
std::string read_session_cookie(std::string_view cookie_header);

}  // namespace cm
