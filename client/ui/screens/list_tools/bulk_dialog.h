// The dialog of a bulk edit: a field and its new value, what would change and what not and why, then
// the progress of it.
#pragma once

#include "client/app/state.h"
#include "client/ui/text.h"

namespace cm::ui {

void draw_bulk_dialog(Frame& frame, const AppState& state);

}  // namespace cm::ui
