// The toast: a short message that floats at the bottom of the page, above whatever a screen keeps
// there.
#pragma once

#include "client/ui/text.h"

namespace cm::ui {

// Cuts the strip that the frame's toast needs off the bottom of `rect`; without a toast nothing
// happens. A screen calls it once, on the part that scrolls, so that the toast covers nothing that
// can be pressed. `kept` is what floats at the bottom of `rect` and stays below the toast.
void cut_toast_room(Frame& frame, Rect& rect, float kept = 0);
// Where a screen made room, else at the bottom of the page. After the screen, as it floats.
void draw_toast(Frame& frame);

}  // namespace cm::ui
