// The list of one record type: a table, cards on a phone, a tree where the type has a parent.
#pragma once

#include "client/app/state.h"
#include "client/ui/memory.h"
#include "client/ui/text.h"

namespace cm::ui {

void draw_record_list(Frame& frame, const Rect& rect, const AppState& state, Memory& memory);

}  // namespace cm::ui
