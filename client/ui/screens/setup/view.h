// The first administrator, made by the one-time link of the server.
#pragma once

#include "client/app/state.h"
#include "client/ui/memory.h"
#include "client/ui/text.h"

namespace cm::ui {

void draw_setup(Frame& frame, const AppState& state, Memory& memory);

}  // namespace cm::ui
