#include "client/app/commands/commands.h"
#include "client/app/toast.h"
#include "shared/domain/rules/tree.h"

namespace cm {

void run_command(AppContext& app, const CutTreeNode& action) {
  RecordListState& list = app.state.records;
  if (!list.type || !is_tree(*list.type)) return;
  list.moving = action.id;
  list.moving_title = app.queries.title_of(list.type->table(), action.id);
  app.platform.announce("Choose where to put " + list.moving_title + ".", Politeness::Polite);
}

void run_command(AppContext& app, const CancelMove&) {
  app.state.records.moving.reset();
}

void run_command(AppContext& app, const PutTreeNode& action) {
  RecordListState& list = app.state.records;
  if (!list.type || !list.moving || !app.state.session) return;
  if (!is_tree(*list.type)) return;
  const auto before = app.records.find(*list.type, *list.moving);
  const std::string title = list.moving_title;
  if (!before || before->deleted) return;
  Row after = *before;
  after.set("parent", action.parent);
  const Findings findings = check_tree_row(after, app.records);
  if (has_grade(findings, Grade::Error)) return show_error_toast(app, findings.front().text);
  const Change change = diff_rows(&*before, after);
  list.moving.reset();
  if (change.fields.empty()) return show_toast(app, title + " stands there already.");
  app.replica.commit({change}, ChangeSource::Form, app.state.session->user);
  list.collapsed.erase(action.parent);
  show_toast(app, with_sending(app.state, title + " was moved."));
  app.sync.handle(Committed{});
}

}  // namespace cm
