// The app without its pixels: state, commands and the sync driver over one replica.
#pragma once

#include <memory>
#include <string_view>

#include "client/app/action.h"
#include "client/app/state.h"
#include "client/platform/platform.h"
#include "shared/store/database.h"
#include "shared/store/replica.h"

namespace cm {

class App {
 public:
  App(Platform& platform, Database& database);
  ~App();

  void start(std::string_view url);             // restores session and screen; starts syncing
  const AppState& state() const;
  void run(const Actions& actions);             // failures become a plain problem text in the state
  void on_url(std::string_view url);            // Back, Forward, a deep link: path?query#fragment
  void on_http_answer(const HttpAnswer& answer);
  void on_wake();
  void on_network(bool online);
  void on_visibility(bool visible);             // a hidden page keeps its draft now and polls less often
  void on_update_ready();
  void on_persistence(bool granted);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace cm
