// The ways between places (client/app/places.h): a side bar on a desktop, a rail on a tablet, a
// bottom bar on a phone, and the page "More" with what the small ones have no room for.
#pragma once

#include "client/app/places.h"
#include "client/app/state.h"
#include "client/ui/icons.h"
#include "client/ui/text.h"

namespace cm::ui {

inline constexpr float kTopBarH = 56, kBottomNavH = 64, kRailW = 88, kSideNavW = 220;

Icon icon_of(PlaceIcon icon);

void draw_side_nav(Frame& frame, Rect rect, const AppState& state);
void draw_rail(Frame& frame, Rect rect, const AppState& state);
void draw_bottom_nav(Frame& frame, const Rect& rect, const AppState& state);
// The screen "More".
void draw_more(Frame& frame, const Rect& rect, const AppState& state);

}  // namespace cm::ui
