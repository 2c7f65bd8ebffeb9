// The seam between the app and what it runs on: the browser's worker, or a headless test.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "shared/base/clock.h"
#include "shared/base/random.h"

namespace cm {

struct HttpRequest {
  std::uint32_t id = 0;   // the answer carries it back
  std::string method;     // GET, POST, DELETE
  std::string path;       // same origin, "/v1/…"
  std::string body;       // JSON; empty = none
};

struct HttpAnswer {
  std::uint32_t id = 0;
  int status = 0;         // 0 = no answer (network down, time-out, cut)
  std::string body;
  std::string content_type;
  std::optional<std::int64_t> retry_after_ms;
};

enum class Politeness { Polite, Assertive };
enum class NavigationMode { Push, Replace };

class Platform {
 public:
  virtual ~Platform() = default;
  virtual const Clock& clock() const = 0;
  virtual Random& random() = 0;
  virtual std::string device_name() const = 0;                // "Chromium on Linux": shown beside this device's changes
  virtual void send_http(const HttpRequest& request) = 0;     // answered by App::on_http_answer
  virtual void wake_at(UnixMs at_ms) = 0;                     // App::on_wake; replaces any earlier one
  virtual void request_frame() = 0;                           // something to show has changed
  virtual void announce(const std::string& text, Politeness politeness) = 0;  // live region
  virtual void navigate(NavigationMode mode, const std::string& url, const std::string& title) = 0;
  virtual void ask_for_persistence() = 0;                     // navigator.storage.persist()
  virtual void update_program() = 0;                          // let the waiting service worker take over
  virtual void look_for_update() = 0;                         // ask the server for a newer program; App::on_update_ready when it waits
};

}  // namespace cm
