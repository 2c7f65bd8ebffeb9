// The messages about sessions (shared/sync/PROTOCOL.md 2):
// {"user","password","device","device_name"} in; when setting up with "token", and "device" may be
// missing; {"user","display_name","role","device"} out.
#pragma once

#include <string>
#include <string_view>

#include "server/identity/sign_in.h"
#include "shared/sync/protocol_json.h"

namespace cm {

struct SetupRequest {
  std::string token;
  Credentials credentials;  // device 0: no session is wanted
};

Decoded<Credentials> decode_sign_in(std::string_view json);
Decoded<SetupRequest> decode_setup(std::string_view json);
std::string encode_session(const Session& session);

}  // namespace cm
