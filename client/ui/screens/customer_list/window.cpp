#include "client/ui/screens/customer_list/window.h"

#include <algorithm>

namespace cm::ui {

RowWindow visible_rows(const Scroller& scroller, float row_h, std::size_t total) {
  const float around = scroller.height() / 2;
  const float from = std::max(0.0f, scroller.top() - around),
              to = std::max(0.0f, scroller.bottom() + around);
  const auto first = static_cast<std::size_t>(from / row_h);
  const auto last = static_cast<std::size_t>(to / row_h) + 1;
  return {std::min(first, total), std::min(last, total)};
}

const CustomerRow* find_row(const CustomerListState& list, std::size_t row) {
  return row >= list.first && row < list.first + list.rows.size() ? &list.rows[row - list.first]
                                                                  : nullptr;
}

void ask_for_rows(Frame& frame, const CustomerListState& list, const RowWindow& window,
                  Memory& memory) {
  constexpr std::size_t kMore =
      40;  // rows beyond the window, so that scrolling on finds them loaded
  const bool loaded = window.first >= list.first && window.last <= list.first + list.rows.size();
  if (loaded || window.first >= window.last || frame.measuring()) return;
  const std::size_t first = window.first - std::min(window.first, kMore);
  const std::size_t count = window.last + kMore - first;
  if (memory.asked_first == first && memory.asked_count == count &&
      memory.asked_for == static_cast<const ListView&>(list))
    return;
  memory.asked_first = first;
  memory.asked_count = count;
  memory.asked_for = list;
  frame.push(ShowRows{first, count});
}

}  // namespace cm::ui
