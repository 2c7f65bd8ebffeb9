// One customer: header, the form's sections, Save bar; and the dialog that asks about warnings.
#pragma once

#include "client/app/state.h"
#include "client/ui/memory.h"
#include "client/ui/text.h"

namespace cm::ui {

// state.editor must be there.
void draw_customer_form(Frame& frame, const Rect& rect, const AppState& state, Memory& memory);
// Over everything, while the editor's step is ConfirmingWarnings.
void draw_warnings_dialog(Frame& frame, const AppState& state, Memory& memory);

}  // namespace cm::ui
