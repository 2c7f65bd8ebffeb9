// The form of one record of any type, drawn from its field table; with what belongs to it.
#pragma once

#include "client/app/state.h"
#include "client/ui/memory.h"
#include "client/ui/text.h"

namespace cm::ui {

void draw_record_form(Frame& frame, const Rect& rect, const AppState& state, Memory& memory);
// Its questions, over everything: warnings before a save, deleting.
bool asks_about_record(const AppState& state);
void draw_record_dialog(Frame& frame, const AppState& state);

}  // namespace cm::ui
