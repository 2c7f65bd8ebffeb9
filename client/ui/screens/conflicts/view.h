// Overwritten concurrent values: what stands, what was overwritten, by whom, when and where; keep
// or restore.
#pragma once

#include "client/app/state.h"
#include "client/ui/text.h"

namespace cm::ui {

void draw_conflicts(Frame& frame, Rect rect, const AppState& state);

}  // namespace cm::ui
