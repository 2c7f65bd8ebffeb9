// The card "History" of an open record: who changed what, when and how; and two dates side by side.
#pragma once

#include "client/app/state.h"
#include "client/ui/text.h"

namespace cm::ui {

// Returns the height it took, its gap included.
float draw_past(Frame& frame, const Rect& rect, const AppState& state, const RecordRef& record);

}  // namespace cm::ui
