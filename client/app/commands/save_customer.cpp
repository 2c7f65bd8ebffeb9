#include "client/app/commands/commands.h"
#include "client/app/editor.h"
#include "client/app/save_draft.h"
#include "shared/domain/finding_catalogue.h"

namespace cm {

void run_command(AppContext& app, const SaveCustomer&) {
  if (!app.state.editor || !app.state.rights.write) return;
  CustomerEditorState& editor = *app.state.editor;
  const DraftCheck checked = check_for_save(editor);
  if (checked.has_errors()) return show_errors(app, checked);
  if (checked.to_confirm.empty()) return save_draft(app, checked);
  editor.to_confirm = checked.to_confirm;
  editor.reason_needed = needs_reason(checked.to_confirm);
  editor.reason_missing = false;
  editor.step = EditorStep::ConfirmingWarnings;
}

}  // namespace cm
