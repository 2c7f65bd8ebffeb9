#include "client/platform/web/web_platform.h"

#include "client/platform/web/browser.h"

namespace cm {

UnixMs WebClock::now_ms() const { return browser::now_ms(); }
void WebRandom::fill(std::span<std::uint8_t> bytes) { browser::fill_random(bytes.data(), bytes.size()); }

void WebPlatform::send_http(const HttpRequest& request) { browser::send_http(request); }
void WebPlatform::wake_at(UnixMs at_ms) { browser::wake_at(at_ms); }
void WebPlatform::request_frame() { browser::request_frames(1); }

void WebPlatform::announce(const std::string& text, Politeness politeness) {
  pending_.announcements.push_back({politeness, text});
}

void WebPlatform::navigate(NavigationMode mode, const std::string& url, const std::string& title) {
  pending_.navigations.push_back({mode, url, title});
}

void WebPlatform::ask_for_persistence() { pending_.ask_persistence = true; }
void WebPlatform::update_program() { pending_.update_program = true; }
void WebPlatform::look_for_update() { pending_.look_for_update = true; }

void WebPlatform::flush() {
  if (pending_.empty()) return;
  browser::post_to_page(encode_page_update(pending_));
  pending_ = PageUpdate{};
}

}  // namespace cm
