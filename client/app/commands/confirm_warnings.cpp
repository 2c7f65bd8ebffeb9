#include "client/app/commands/commands.h"
#include "client/app/editor.h"
#include "client/app/save_draft.h"

namespace cm {
namespace {

bool is_confirming(const AppContext& app) {
  return app.state.editor && app.state.editor->step == EditorStep::ConfirmingWarnings;
}

}  // namespace

void run_command(AppContext& app, const EditOverrideReason& action) {
  if (!is_confirming(app)) return;
  app.state.editor->draft.override_reason = action.text;
  app.state.editor->reason_missing = false;
  keep_draft_soon(app);
}

void run_command(AppContext& app, const ConfirmWarnings&) {
  if (!is_confirming(app)) return;
  CustomerEditorState& editor = *app.state.editor;
  const DraftCheck checked = check_for_save(editor);
  if (checked.has_errors()) return show_errors(app, checked);
  if (checked.lacks_reason()) {
    editor.reason_missing = true;
    app.platform.announce("Say why these warnings are accepted.", Politeness::Assertive);
    return;
  }
  save_draft(app, checked);
}

void run_command(AppContext& app, const ReturnToEditing&) {
  if (!is_confirming(app)) return;
  CustomerEditorState& editor = *app.state.editor;
  editor.step = EditorStep::Editing;
  focus_field(editor, first_field_with(editor.to_confirm, Grade::Warning));
}

}  // namespace cm
