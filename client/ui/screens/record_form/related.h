// Cards of what belongs to the record or customer that is open: contacts, addresses, prices, …,
// each with a button to add one in place.
#pragma once

#include "client/app/state.h"
#include "client/ui/text.h"

namespace cm::ui {

// `owner`: the open record. Returns the height that all cards took, gaps included.
float draw_related(Frame& frame, const Rect& rect, const AppState& state, const RecordRef& owner);

}  // namespace cm::ui
