// The end of SaveCustomer and ConfirmWarnings: a checked draft becomes a change.
#pragma once

#include "client/app/context.h"

namespace cm {

// From now on all findings are shown.
DraftCheck check_for_save(CustomerEditorState& editor);
// Back to editing, the focus at the first error.
void show_errors(AppContext& app, const DraftCheck& checked);
// Through the write door, on to the sync engine; the form then shows the saved customer. A refused
// save (no space left) stays in the form, with the reason in words and the draft as it was.
void save_draft(AppContext& app, const DraftCheck& checked);

// After the first save: the browser is asked not to throw our data away.
void ask_for_persistence_once(AppContext& app);

}  // namespace cm
