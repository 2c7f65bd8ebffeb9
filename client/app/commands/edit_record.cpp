#include "client/app/commands/commands.h"
#include "client/app/normal_form.h"
#include "client/app/record_editor.h"
#include "client/app/record_views.h"

namespace cm {

void run_command(AppContext& app, const EditRecordField& action) {
  if (!app.state.record_editor) return;
  RecordEditorState& editor = *app.state.record_editor;
  if (!editor.type->find_field(std::string_view(action.field))) return;
  editor.draft.text[action.field] = action.text;
  // A link whose kind of record is chosen in this box cannot stand when the kind changes.
  for (const Field& field : editor.type->fields()) {
    if (field.kind == FieldKind::Link && is_chosen_by(field, action.field))
      set_record_text(editor, field.name, "");
  }
  read_link_titles(app, editor);
  record_draft_changed(app);
}

void run_command(AppContext& app, const LeaveRecordField& action) {
  if (!app.state.record_editor) return;
  RecordEditorState& editor = *app.state.record_editor;
  const Field* field = editor.type->find_field(std::string_view(action.field));
  if (!field) return;
  editor.touched.insert(action.field);
  if (auto text = normal_form(*field, draft_text(editor.draft, action.field))) {
    if (*text == draft_text(editor.draft, action.field)) return;
    set_record_text(editor, action.field, std::move(*text));
    record_draft_changed(app);
  }
}

void run_command(AppContext& app, const EditRecordReason& action) {
  if (!app.state.record_editor) return;
  app.state.record_editor->draft.override_reason = action.text;
  app.state.record_editor->reason_missing = false;
}

}  // namespace cm
