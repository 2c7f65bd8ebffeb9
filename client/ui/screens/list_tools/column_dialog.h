// The dialog in which the columns of a list are chosen, and how high its rows are.
#pragma once

#include "client/app/state.h"
#include "client/ui/text.h"

namespace cm::ui {

void draw_column_dialog(Frame& frame, const AppState& state, const ListState& list);

}  // namespace cm::ui
