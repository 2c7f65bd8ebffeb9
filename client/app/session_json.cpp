#include "client/app/session_json.h"

#include <nlohmann/json.hpp>

namespace cm {
namespace {

constexpr std::size_t kBytesMax = 64 * 1024;

nlohmann::json sign_in_json(const SignInRequest& request) {
  return {{"user", request.user},
          {"password", request.password},
          {"device", request.device.number},
          {"device_name", request.device_name}};
}

// Texts come from the keyboard and are UTF-8; a broken byte must not throw.
std::string dump(const nlohmann::json& json) {
  return json.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::optional<std::string> find_text(const nlohmann::json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_string()) return std::nullopt;
  return found->get<std::string>();
}

}  // namespace

std::string encode_sign_in(const SignInRequest& request) {
  return dump(sign_in_json(request));
}

std::string encode_setup(const SignInRequest& request, const std::string& token) {
  nlohmann::json json = sign_in_json(request);
  json["token"] = token;
  return dump(json);
}

std::string encode_session(const UserSession& session) {
  return dump(
      {{"user", session.user}, {"display_name", session.display_name}, {"role", session.role}});
}

std::optional<UserSession> decode_session(std::string_view json) {
  if (json.size() > kBytesMax) return std::nullopt;
  const auto parsed = nlohmann::json::parse(json, nullptr, false);
  if (!parsed.is_object()) return std::nullopt;
  const auto user = find_text(parsed, "user");
  const auto role = find_text(parsed, "role");
  if (!user || user->empty() || !role) return std::nullopt;
  UserSession session;
  session.user = *user;
  session.display_name = find_text(parsed, "display_name").value_or(*user);
  if (session.display_name.empty()) session.display_name = *user;
  session.role = *role;
  return session;
}

}  // namespace cm
