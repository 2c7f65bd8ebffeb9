#include "client/app/sessions.h"

#include "client/app/conflicts.h"
#include "client/app/failure_text.h"
#include "client/app/queries.h"
#include "client/app/session_json.h"

namespace cm {
namespace {

constexpr std::string_view kSession = "session";
constexpr std::string_view kSignOutPending = "sign_out_pending";

void keep_session(AppContext& app, const UserSession& session) {
  const std::int64_t before = app.database.revision();
  app.replica.save_setting(kSession, encode_session(session));
  note_invisible_write(app, before);
}

void take_verification(AppContext& app, const HttpAnswer& answer) {
  if (!app.state.session) return;
  if (answer.status == 401) return app.sync.handle(SignedOut{});
  if (answer.status != 200 || !is_from_our_server(answer)) return;  // cannot tell: work goes on
  const auto session = decode_session(answer.body);
  if (!session) return;
  if (session->user != app.state.session->user) return app.sync.handle(SignedOut{});
  app.state.session = session;  // name and role may have changed
  keep_session(app, *session);
}

}  // namespace

std::optional<UserSession> find_kept_session(AppContext& app) {
  const auto text = app.replica.find_setting(kSession);
  return text ? decode_session(*text) : std::nullopt;
}

void begin_session(AppContext& app, const UserSession& session) {
  keep_session(app, session);
  app.replica.remove_setting(kSignOutPending);  // the new cookie has taken the old one's place
  app.state.session = session;
  app.state.sign_in = {};
  app.state.setup = {};
  app.shown_revision = -1;
  refresh_views(app);
  app.sync.handle(SignedIn{});
  fetch_conflicts(app);
}

void end_session(AppContext& app) {
  app.replica.save_setting(kSignOutPending, "1");
  app.replica.remove_setting(kSession);
  app.sync.handle(SignedOut{});
  app.state.session.reset();
  app.state.customers = {};
  app.state.records = {};
  app.state.related.clear();
  app.state.conflicts = {};
  app.state.open_conflicts = 0;
  app.state.sync_screen = {};
  send_pending_sign_out(app);
}

void verify_session(AppContext& app) {
  app.requests.send("GET", "/v1/session", "",
                    [&app](const HttpAnswer& answer) { take_verification(app, answer); });
}

void send_pending_sign_out(AppContext& app) {
  if (app.state.session || !app.replica.find_setting(kSignOutPending)) return;
  app.requests.send("DELETE", "/v1/session", "", [&app](const HttpAnswer& answer) {
    const bool done = is_from_our_server(answer) && (answer.status < 300 || answer.status == 401);
    if (done && !app.state.session) app.replica.remove_setting(kSignOutPending);
  });
}

}  // namespace cm
