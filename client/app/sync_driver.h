// Between the sync engine and the platform: its effects become requests and alarms, answers become
// its events. It also keeps AppState::sync true, the unsent count above all.
#pragma once

#include "client/app/requests.h"
#include "client/app/state.h"
#include "client/app/wakes.h"
#include "shared/store/replica.h"
#include "shared/sync/client_engine.h"

namespace cm {

class SyncDriver {
 public:
  SyncDriver(Replica& replica, Platform& platform, Requests& requests, Wakes& wakes,
             AppState& state);
  // A failure of the store while an answer was applied is shown as the sync problem and tried again
  // after a while; it is passed on when it is not the same as the last one.
  void handle(const SyncEvent& event);
  void refresh_status();
  // True once after pulled rows were written, or something was denied, and the engine came to rest.
  bool take_finished_pull();
  // What the server denied since the last call; mostly nothing.
  std::vector<DeniedOperation> take_denied();

 private:
  void perform(const std::vector<SyncEffect>& effects);
  void on_answer(const HttpAnswer& answer);
  void keep_success(UnixMs at_ms);
  Replica& replica_;
  Platform& platform_;
  Requests& requests_;
  Wakes& wakes_;
  AppState& state_;
  ClientEngine engine_;
  std::string store_problem_;  // until the next success
  std::optional<UnixMs> success_ms_;       // of the last sync, before a restart too
  std::optional<UnixMs> kept_success_ms_;  // … as the database has it
  bool pulled_ = false;
  std::vector<DeniedOperation> denied_;
};

}  // namespace cm
