// Which rows of a long list are drawn, and which must be fetched.
#pragma once

#include <cstddef>

#include "client/app/state.h"
#include "client/ui/memory.h"
#include "client/ui/widgets/scroller.h"

namespace cm::ui {

struct RowWindow {
  std::size_t first = 0, last = 0;  // drawn and emitted: what is seen and half a screen around it
};

RowWindow visible_rows(const Scroller& scroller, float row_h, std::size_t total);
// The row, or null while it is not loaded.
const CustomerRow* find_row(const CustomerListState& list, std::size_t row);
// Asks the app once for rows that are seen but not loaded.
void ask_for_rows(Frame& frame, const CustomerListState& list, const RowWindow& window,
                  Memory& memory);

}  // namespace cm::ui
