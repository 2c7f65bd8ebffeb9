#include "client/app/conflicts.h"

#include "client/app/failure_text.h"
#include "client/app/queries.h"
#include "shared/sync/protocol_json.h"

namespace cm {
namespace {

void take_answer(AppContext& app, const HttpAnswer& answer) {
  ConflictsState& conflicts = app.state.conflicts;
  conflicts.loading = false;
  if (!app.state.session) return;
  if (answer.status == 401) {
    app.sync.handle(SignedOut{});
    conflicts.problem = "Sign in to see the conflicts.";
    return;
  }
  if (answer.status != 200) {
    conflicts.problem = refusal_text(answer);
    return;
  }
  const auto decoded = is_from_our_server(answer)
                           ? decode_conflicts(app.database.records(), answer.body)
                           : Decoded<std::vector<Conflict>>(tl::unexpect, ProtocolError{});
  if (!decoded) {
    conflicts.problem = "The server's answer could not be read. Try again later.";
    return;
  }
  app.replica.replace_conflicts(*decoded);
  conflicts.problem.clear();
  conflicts.fetched_ms = app.now_ms();
  read_conflicts(app);
}

}  // namespace

void fetch_conflicts(AppContext& app) {
  if (!app.state.session) return;
  if (app.state.conflicts.loading) {
    app.loading_conflicts_again = true;
    return;
  }
  app.state.conflicts.loading = true;
  app.loading_conflicts_again = false;
  app.requests.send("GET", "/v1/conflicts", "", [&app](const HttpAnswer& answer) {
    take_answer(app, answer);
    if (app.loading_conflicts_again && answer.status != 0) fetch_conflicts(app);
  });
}

}  // namespace cm
