// How this device stands with the server: what is not sent, when it last synced, and the account.
#pragma once

#include "client/app/state.h"
#include "client/ui/text.h"

namespace cm::ui {

void draw_sync(Frame& frame, Rect rect, const AppState& state);

}  // namespace cm::ui
