// The Platform of the browser: the worker around this program sends, wakes and draws; what is meant for
// the page waits here for the next message to it.
#pragma once

#include <string>
#include <utility>

#include "client/platform/platform.h"
#include "client/platform/web/messages_json.h"

namespace cm {

class WebClock final : public Clock {
 public:
  UnixMs now_ms() const override;
};

class WebRandom final : public Random {
 public:
  void fill(std::span<std::uint8_t> bytes) override;
};

class WebPlatform final : public Platform {
 public:
  explicit WebPlatform(std::string device_name) : device_name_(std::move(device_name)) {}
  const Clock& clock() const override { return clock_; }
  Random& random() override { return random_; }
  void send_http(const HttpRequest& request) override;
  void wake_at(UnixMs at_ms) override;
  void request_frame() override;
  void announce(const std::string& text, Politeness politeness) override;
  void navigate(NavigationMode mode, const std::string& url, const std::string& title) override;
  void ask_for_persistence() override;
  void update_program() override;
  void look_for_update() override;
  std::string device_name() const override { return device_name_; }

  // To be filled further before it goes out.
  PageUpdate& pending() { return pending_; }
  // Sends what waits, if anything does.
  void flush();

 private:
  std::string device_name_;
  WebClock clock_;
  WebRandom random_;
  PageUpdate pending_;
};

}  // namespace cm
