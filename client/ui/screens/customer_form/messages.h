// What stands above the form: what must be fixed before saving, and news about this customer.
#pragma once

#include "client/app/state.h"
#include "client/ui/memory.h"
#include "client/ui/text.h"

namespace cm::ui {

// Returns the height taken, with the gap below it.
float draw_form_messages(Frame& frame, const Rect& rect, const AppState& state, Memory& memory);

}  // namespace cm::ui
