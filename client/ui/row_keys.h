// Walking through rows by keys: of a grid, one row is the tab stop.
#pragma once

#include <optional>

#include "client/ui/frame.h"
#include "client/ui/widgets/scroller.h"

namespace cm::ui {

// The row that a pressed arrow, Page, Home or End key leads to from `now`; nothing when it is the
// same. That row is scrolled into view and waits to get the focus when it is drawn.
std::optional<std::size_t> follow_row_keys(Frame& frame, Scroller& scroller, float row_h,
                                           std::size_t total, std::size_t now);

}  // namespace cm::ui
