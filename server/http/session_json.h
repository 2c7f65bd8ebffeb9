// The messages about sessions (shared/sync/PROTOCOL.md 2):
// {"user","password","device","device_name"} in; when setting up with "token", and "device" may be
// missing, as may "company": {"name","abbreviation","state","gstin"};
// {"user","display_name","role","device"} out.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "server/identity/sign_in.h"
#include "shared/domain/acts/company.h"
#include "shared/sync/protocol_json.h"

namespace cm {

struct SetupRequest {
  std::string token;
  Credentials credentials;             // device 0: no session is wanted
  std::optional<CompanyText> company;  // the first one, as typed
};

Decoded<Credentials> decode_sign_in(std::string_view json);
Decoded<SetupRequest> decode_setup(std::string_view json);
std::string encode_session(const Session& session);

}  // namespace cm
