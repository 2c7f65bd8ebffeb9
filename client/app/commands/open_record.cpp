#include "client/app/commands/commands.h"
#include "client/app/navigation.h"
#include "client/app/places.h"
#include "client/app/record_editor.h"
#include "client/app/toast.h"

namespace cm {
namespace {

Route route_to(const RecordRef& record, const std::optional<RecordRef>& made_for) {
  if (record.table == "customer") return CustomerRoute{record.id};
  return RecordRoute{record, made_for};
}

void open(AppContext& app, const Route& route) {
  if (route == route_of(app.state)) return;
  go_to(app, route, UrlChange::Push);
}

// Where the form was opened from: the record it is for, else the list.
Route route_back(const AppState& state) {
  const RecordEditorState& editor = *state.record_editor;
  const bool from_list = !editor.made_for || editor.made_for->table == editor.type->table();
  if (!from_list) return route_to(*editor.made_for, std::nullopt);
  return RecordListRoute{std::string(editor.type->table()), state.records};
}

}  // namespace

void run_command(AppContext& app, const OpenRecord& action) {
  if (action.record.table != "customer" && !find_record_place(action.record.table)) return;
  open(app, route_to(action.record, action.made_for));
}

void run_command(AppContext& app, const NewRecord& action) {
  if (find_record_place(action.table)) open(app, NewRecordRoute{action.table, action.made_for});
}

void run_command(AppContext& app, const CloseRecord&) {
  if (app.state.record_editor) go_to(app, route_back(app.state), UrlChange::Push);
}

void run_command(AppContext& app, const DiscardRecordDraft&) {
  if (!app.state.record_editor) return;
  drop_record_draft(app);
  const RecordEditorState& editor = *app.state.record_editor;
  const Route back = route_back(app.state);
  if (editor.id) {
    const TextRevisions revisions = editor.revisions.after_all_changed();
    const std::uint32_t focus_request = editor.focus_request;
    const RecordType& type = *editor.type;
    const auto made_for = editor.made_for;
    if (open_record_editor(app, type, *editor.id, made_for)) {
      app.state.record_editor->revisions = revisions;
      app.state.record_editor->focus_request = focus_request;
      return show_toast(app, "Draft discarded.");
    }
  }
  app.state.record_editor.reset();
  go_to(app, back, UrlChange::Push);
  show_toast(app, "Draft discarded.");
}

void run_command(AppContext& app, const ReturnToRecord&) {
  if (!app.state.record_editor) return;
  RecordEditorState& editor = *app.state.record_editor;
  const bool warnings = editor.step == RecordStep::ConfirmingWarnings;
  editor.step = RecordStep::Editing;
  if (warnings && !editor.to_confirm.empty())
    focus_record_field(editor, editor.to_confirm.front().field);
}

}  // namespace cm
