// The scrolled rows of the customer list: as cards, or as a grid.
#pragma once

#include "client/app/state.h"
#include "client/ui/memory.h"
#include "client/ui/text.h"

namespace cm::ui {

void draw_customer_cards(Frame& frame, const Rect& rect, const AppState& state, Memory& memory,
                         float bottom_room);
void draw_customer_grid(Frame& frame, const Rect& rect, const AppState& state, Memory& memory);

}  // namespace cm::ui
