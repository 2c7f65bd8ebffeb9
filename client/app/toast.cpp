#include "client/app/toast.h"

namespace cm {

void show_toast(AppContext& app, const std::string& text) {
  const UnixMs until_ms = app.now_ms() + kToastMs;
  app.state.toast = Toast{text, false, until_ms};
  app.wakes.set(WakeReason::HideToast, until_ms);
  app.platform.announce(text, Politeness::Polite);
}

void show_error_toast(AppContext& app, const std::string& text) {
  app.state.toast = Toast{text, true, 0};
  app.wakes.clear(WakeReason::HideToast);
  app.platform.announce(text, Politeness::Assertive);
}

void offer_undo(AppContext& app, std::int64_t for_ms) {
  if (!app.state.toast) return;
  app.state.toast->has_undo = true;
  app.state.toast->until_ms = app.now_ms() + for_ms;
  app.wakes.set(WakeReason::HideToast, app.state.toast->until_ms);
}

void hide_toast(AppContext& app) {
  app.state.toast.reset();
  app.wakes.clear(WakeReason::HideToast);
}

void drop_good_news(AppContext& app) {
  if (app.state.toast && !app.state.toast->is_error) hide_toast(app);
}

std::string with_sending(const AppState& state, std::string text) {
  if (state.sync.phase == SyncPhase::NeedsSignIn)
    return text + " It will be sent after you sign in.";
  if (!state.sync.online) return text + " It will be sent when the network is back.";
  return text;
}

}  // namespace cm
