// The Platform of native tests: nothing happens by itself. What the app asks for is written down; the
// test decides what is answered, when it is woken and what time it is.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "client/platform/platform.h"

namespace cm {

struct Announcement {
  std::string text;
  Politeness politeness = Politeness::Polite;
};

struct Navigation {
  NavigationMode mode = NavigationMode::Push;
  std::string url;
  std::string title;
};

class HeadlessPlatform final : public Platform {
 public:
  HeadlessPlatform(UnixMs start_ms, std::uint64_t seed) : clock_(start_ms), random_(seed) {}

  const Clock& clock() const override { return clock_; }
  Random& random() override { return random_; }
  std::string device_name() const override { return "Test device"; }
  void send_http(const HttpRequest& request) override { open_requests.push_back(request); }
  void wake_at(UnixMs at_ms) override { wake_at_ms = at_ms; }
  void request_frame() override { ++frames_requested; }
  void announce(const std::string& text, Politeness politeness) override;
  void navigate(NavigationMode mode, const std::string& url, const std::string& title) override;
  void ask_for_persistence() override { ++persistence_requests; }
  void update_program() override { ++program_updates; }
  void look_for_update() override { ++looks_for_update; }

  ManualClock& manual_clock() { return clock_; }
  // Removes and gives the oldest request to this path; nullopt when there is none.
  std::optional<HttpRequest> take_request(std::string_view method, std::string_view path);

  std::vector<HttpRequest> open_requests;  // sent, not taken yet; oldest first
  std::vector<Announcement> announcements;
  std::vector<Navigation> navigations;
  std::optional<UnixMs> wake_at_ms;
  int frames_requested = 0;
  int persistence_requests = 0;
  int program_updates = 0;
  int looks_for_update = 0;

 private:
  ManualClock clock_;
  SeededRandom random_;
};

}  // namespace cm
