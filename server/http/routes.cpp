#include "server/http/routes.h"

#include "shared/sync/messages.h"

namespace cm {
namespace {

constexpr std::size_t kSmallBody = 16 * 1024;

constexpr Route kRoutes[] = {
    {"GET", "/healthz", Access::Anyone, 0, handle_health},
    {"GET", "/v1/status", Access::Anyone, 0, handle_status},
    {"POST", "/v1/setup", Access::Anyone, kSmallBody, handle_setup},
    {"POST", "/v1/session", Access::Anyone, kSmallBody, handle_sign_in},
    {"GET", "/v1/session", Access::SignedIn, 0, handle_session},
    {"DELETE", "/v1/session", Access::SignedIn, 0, handle_sign_out},
    {"POST", "/v1/push", Access::SignedIn, MessageLimits::push_bytes_max, handle_push},
    {"POST", "/v1/pull", Access::SignedIn, kSmallBody, handle_pull},
    {"GET", "/v1/history/{id}", Access::SignedIn, 0, handle_history},
    {"GET", "/v1/conflicts", Access::SignedIn, 0, handle_list_conflicts},
    {"POST", "/v1/conflicts/{id}", Access::SignedIn, kSmallBody, handle_decide_conflict},
};

constexpr std::string_view kIdMark = "{id}";

// {id} is one segment that is not empty.
bool matches(const Route& route, std::string_view path, std::string& id) {
  const std::size_t mark = route.path.find(kIdMark);
  if (mark == std::string_view::npos) return route.path == path;
  if (path.size() <= mark || path.substr(0, mark) != route.path.substr(0, mark)) return false;
  const std::string_view rest = path.substr(mark);
  if (rest.size() > 128 || rest.find('/') != std::string_view::npos) return false;
  id = rest;
  return true;
}

}  // namespace

std::span<const Route> routes() {
  return kRoutes;
}

RouteMatch match_route(std::string_view method, std::string_view path) {
  RouteMatch match;
  for (const Route& route : kRoutes) {
    std::string id;
    if (!matches(route, path, id)) continue;
    if (route.method == method || (method == "HEAD" && route.method == "GET"))
      return {&route, id, {}};
    const auto add = [&](std::string_view name) {
      match.allowed_methods.append(match.allowed_methods.empty() ? "" : ", ").append(name);
    };
    add(route.method);
    if (route.method == "GET") add("HEAD");
  }
  return match;
}

}  // namespace cm
