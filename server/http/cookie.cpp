#include "server/http/cookie.h"

#include <algorithm>

#include "server/identity/sign_in.h"

namespace cm {
namespace {

constexpr std::string_view kName = "cm_session=";

}  // namespace

std::pair<std::string, std::string> session_cookie(std::string_view token, bool secure) {
  std::string cookie(kName);
  cookie.append(token).append("; HttpOnly; SameSite=Strict; Path=/; Max-Age=");
  cookie.append(std::to_string(token.empty() ? 0 : kSessionLengthMs / 1000));
  if (secure) cookie.append("; Secure");
  return {"Set-Cookie", cookie};
}

std::string read_session_cookie(std::string_view cookie_header) {
  std::string token;
  while (!cookie_header.empty()) {
    const std::size_t end = std::min(cookie_header.find(';'), cookie_header.size());
    std::string_view cookie = cookie_header.substr(0, end);
    cookie.remove_prefix(std::min(cookie.find_first_not_of(' '), cookie.size()));
    if (cookie.substr(0, kName.size()) == kName) {
      if (!token.empty()) return {};
      token = cookie.substr(kName.size());
    }
    cookie_header.remove_prefix(std::min(end + 1, cookie_header.size()));
  }
  return token;
}

}  // namespace cm
