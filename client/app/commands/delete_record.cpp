#include "client/app/commands/commands.h"
#include "client/app/navigation.h"
#include "client/app/record_editor.h"
#include "client/app/toast.h"
#include "shared/domain/records/catalogue.h"
#include "shared/domain/rules/in_use.h"

namespace cm {
namespace {

Change deletion_of(const Row& row) {
  Change change(*row.type, row.id);
  change.kind = ChangeKind::Delete;
  change.base = row.versions;
  return change;
}

}  // namespace

void run_command(AppContext& app, const AskDeleteRecord&) {
  if (!app.state.record_editor || !app.state.record_editor->id) return;
  RecordEditorState& editor = *app.state.record_editor;
  const Findings findings = check_delete(editor.before, app.records);
  editor.problem = findings.empty() ? "" : findings.front().text;
  if (editor.problem.empty()) {
    editor.step = RecordStep::ConfirmingDelete;
    return;
  }
  app.platform.announce(editor.problem, Politeness::Assertive);
}

void run_command(AppContext& app, const DeleteRecord&) {
  if (!app.state.record_editor || !app.state.record_editor->id || !app.state.session) return;
  RecordEditorState& editor = *app.state.record_editor;
  if (editor.step != RecordStep::ConfirmingDelete) return;
  const auto row = app.records.find(*editor.type, *editor.id);
  std::vector<Change> changes;
  for (const Row& link : app.queries.list_links(*editor.type, *editor.id))
    changes.push_back(deletion_of(link));
  if (row) changes.push_back(deletion_of(*row));
  app.replica.commit(changes, ChangeSource::Form, app.state.session->user);
  drop_record_draft(app);
  const std::string label(editor.type->label());
  run_command(app, CloseRecord{});
  show_toast(app, with_sending(app.state, label + " deleted."));
  app.sync.handle(Committed{});
}

void run_command(AppContext& app, const UnlinkRecord& action) {
  const RecordType* type = record_catalogue().find(std::string_view(action.link.table));
  const auto row = type ? app.records.find(*type, action.link.id) : std::nullopt;
  if (!row || row->deleted || !app.state.session) return;
  app.replica.commit({deletion_of(*row)}, ChangeSource::Form, app.state.session->user);
  show_toast(app, with_sending(app.state, "Unlinked. The record itself stays."));
  app.sync.handle(Committed{});
}

}  // namespace cm
