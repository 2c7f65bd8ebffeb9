// The panel in which the filters of a list are chosen: a box for each. The list behind follows at once.
#pragma once

#include "client/app/state.h"
#include "client/ui/text.h"

namespace cm::ui {

// The state has a filter panel, and its screen a list.
void draw_filter_dialog(Frame& frame, const AppState& state, const ListState& list);

}  // namespace cm::ui
