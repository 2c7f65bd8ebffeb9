// The customer list with its search: cards on a phone, a pane on a tablet, a grid on a desktop.
#pragma once

#include "client/app/state.h"
#include "client/ui/memory.h"
#include "client/ui/text.h"

namespace cm::ui {

// The whole screen: toolbar and grid, or search and cards with a button to add one.
void draw_customer_list(Frame& frame, const Rect& rect, const AppState& state, Memory& memory);

}  // namespace cm::ui
