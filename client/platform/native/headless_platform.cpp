#include "client/platform/native/headless_platform.h"

#include <algorithm>

namespace cm {

void HeadlessPlatform::announce(const std::string& text, Politeness politeness) {
  announcements.push_back({text, politeness});
}

void HeadlessPlatform::navigate(NavigationMode mode, const std::string& url,
                                const std::string& title) {
  navigations.push_back({mode, url, title});
}

std::optional<HttpRequest> HeadlessPlatform::take_request(std::string_view method,
                                                          std::string_view path) {
  const auto found =
      std::find_if(open_requests.begin(), open_requests.end(), [&](const HttpRequest& request) {
        return request.method == method && request.path == path;
      });
  if (found == open_requests.end()) return std::nullopt;
  HttpRequest request = *found;
  open_requests.erase(found);
  return request;
}

}  // namespace cm
