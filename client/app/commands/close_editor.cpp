#include "client/app/commands/commands.h"
#include "client/app/editor.h"
#include "client/app/navigation.h"
#include "client/app/toast.h"

namespace cm {

void run_command(AppContext& app, const CloseEditor&) {
  if (!app.state.editor) return;
  go_to(app, CustomersRoute{app.state.customers}, UrlChange::Push);
}

void run_command(AppContext& app, const DiscardDraft&) {
  if (!app.state.editor) return;
  const bool is_new = !app.state.editor->id;
  revert_editor(app);
  if (is_new || !app.state.editor)
    go_to(app, CustomersRoute{app.state.customers}, UrlChange::Push);
  show_toast(app, "Draft discarded.");
}

}  // namespace cm
