#include "server/http/session_json.h"

#include "shared/sync/json_writer.h"
#include "shared/sync/message_reader.h"

namespace cm {
namespace {

constexpr std::size_t kBytesMax = 16 * 1024;
constexpr std::size_t kCompanyTextMax = 1024;
constexpr std::size_t kNameMax = MessageLimits::name_bytes_max;

using Need = JsonKey::Need;

enum Key { kUser, kPassword, kDevice, kDeviceName, kToken, kCompany };

CompanyText read_company(MessageReader& reader) {
  CompanyText company;
  std::string* const texts[] = {&company.name, &company.abbreviation, &company.state,
                                &company.gstin};
  reader.read_object({{"name"},
                      {"abbreviation", Need::Optional},
                      {"state", Need::Optional},
                      {"gstin", Need::Optional}},
                     [&](std::size_t key) { *texts[key] = reader.read_text(kCompanyTextMax); });
  return company;
}

void read_key(MessageReader& reader, std::size_t key, SetupRequest& request) {
  switch (key) {
    case kUser:
      request.credentials.user = reader.read_text(kNameMax);
      break;
    case kPassword:
      request.credentials.password = reader.read_text(kPasswordBytesMax);
      break;
    case kDevice:
      request.credentials.device = {reader.read_whole(1)};
      break;
    case kDeviceName:
      request.credentials.device_name = reader.read_text(kNameMax);
      break;
    case kCompany:
      request.company = read_company(reader);
      break;
    default:
      request.token = reader.read_text(kNameMax);
      break;
  }
}

}  // namespace

Decoded<Credentials> decode_sign_in(std::string_view json) {
  return decode_message<Credentials>(json, kBytesMax, [](MessageReader& reader) {
    SetupRequest request;
    reader.read_object({{"user"}, {"password"}, {"device"}, {"device_name", Need::Optional}},
                       [&](std::size_t key) { read_key(reader, key, request); });
    return request.credentials;
  });
}

Decoded<SetupRequest> decode_setup(std::string_view json) {
  return decode_message<SetupRequest>(json, kBytesMax, [](MessageReader& reader) {
    SetupRequest request;
    reader.read_object({{"user"},
                        {"password"},
                        {"device", Need::Optional},
                        {"device_name", Need::Optional},
                        {"token"},
                        {"company", Need::Optional}},
                       [&](std::size_t key) { read_key(reader, key, request); });
    return request;
  });
}

std::string encode_session(const Session& session) {
  std::string json;
  JsonWriter writer(json);
  writer.open_object();
  writer.text("user", session.user);
  writer.text("display_name", session.user);
  writer.text("role", role_name(session.role));
  writer.whole("device", session.device.number);
  writer.close_object();
  return json;
}

}  // namespace cm
