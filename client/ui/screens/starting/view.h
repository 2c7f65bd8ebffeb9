// The first thing to be seen: grey shapes where the list will stand. The page's own HTML looks the
// same.
#pragma once

#include "client/app/state.h"
#include "client/ui/text.h"

namespace cm::ui {

void draw_starting(Frame& frame);

}  // namespace cm::ui
