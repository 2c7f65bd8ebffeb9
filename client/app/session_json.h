// Sign-in and set-up as they travel (PROTOCOL.md), and the session as this device remembers it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "client/app/state.h"
#include "shared/record/version.h"

namespace cm {

struct SignInRequest {
  std::string user;
  std::string password;
  DeviceId device;
  std::string device_name;
};

std::string encode_sign_in(const SignInRequest& request);  // POST /v1/session
std::string encode_setup(const SignInRequest& request, const std::string& token);  // POST /v1/setup

// {"user","display_name","role"}: the answer of both, of GET /v1/session, and what is kept for
// offline starts. Nullopt when it is anything else (a captive portal's page, say).
std::string encode_session(const UserSession& session);
std::optional<UserSession> decode_session(std::string_view json);

}  // namespace cm
