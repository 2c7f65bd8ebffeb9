// The panel that is open over the list on the screen: filters, columns, views or a bulk edit.
#pragma once

#include "client/app/state.h"
#include "client/ui/text.h"

namespace cm::ui {

bool has_list_panel(const AppState& state);
void draw_list_panel(Frame& frame, const AppState& state);  // there must be one

}  // namespace cm::ui
