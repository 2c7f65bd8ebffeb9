// The dialog of a list's saved views: choose one, save what the list shows, rename, delete.
#pragma once

#include "client/app/state.h"
#include "client/ui/text.h"

namespace cm::ui {

void draw_view_dialog(Frame& frame, const AppState& state, const ListState& list);

}  // namespace cm::ui
