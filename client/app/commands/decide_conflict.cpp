#include <algorithm>

#include "client/app/commands/commands.h"
#include "client/app/conflict_json.h"
#include "client/app/conflicts.h"
#include "client/app/failure_text.h"
#include "client/app/queries.h"
#include "client/app/toast.h"

namespace cm {
namespace {

void drop_conflict(AppContext& app, const std::string& id) {
  std::vector<Conflict> left = app.replica.list_conflicts();
  std::erase_if(left, [&](const Conflict& conflict) { return conflict.id == id; });
  app.replica.replace_conflicts(left);
  read_conflicts(app);
}

void take_answer(AppContext& app, const std::string& id, ConflictState decision,
                 const HttpAnswer& answer) {
  app.state.conflicts.deciding.erase(id);
  if (!app.state.session) return;
  const bool ours = is_from_our_server(answer);
  if (ours && answer.status < 300) {
    drop_conflict(app, id);
    show_toast(app, decision == ConflictState::Kept ? "The present value stays."
                                                    : "The other value is restored.");
    app.sync.handle(SyncRequested{});  // a restored value comes back by the next pull
  } else if (ours && (answer.status == 404 || answer.status == 409)) {
    show_toast(app, "Somebody else has decided this already.");
    drop_conflict(app, id);
  } else {
    if (ours && answer.status == 401) app.sync.handle(SignedOut{});
    show_error_toast(
        app, ours ? "Not decided. " + refusal_text(answer)
                  : "Deciding needs the server, which cannot be reached now. Nothing has changed.");
    return;
  }
  fetch_conflicts(app);
}

}  // namespace

void run_command(AppContext& app, const RefreshConflicts&) {
  fetch_conflicts(app);
}

void run_command(AppContext& app, const DecideConflict& action) {
  if (!app.state.conflicts.deciding.insert(action.id).second) return;
  app.requests.send("POST", "/v1/conflicts/" + action.id, encode_decision(action.decision),
                    [&app, id = action.id, decision = action.decision](const HttpAnswer& answer) {
                      take_answer(app, id, decision, answer);
                    });
}

}  // namespace cm
