// Sign in with user name and password.
#pragma once

#include "client/app/state.h"
#include "client/ui/memory.h"
#include "client/ui/text.h"

namespace cm::ui {

void draw_sign_in(Frame& frame, const AppState& state, Memory& memory);

}  // namespace cm::ui
