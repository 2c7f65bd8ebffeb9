#include "client/ui/row_keys.h"

#include <algorithm>

namespace cm::ui {

std::optional<std::size_t> follow_row_keys(Frame& frame, Scroller& scroller, float row_h,
                                           std::size_t total, std::size_t now) {
  if (total == 0 || frame.measuring()) return std::nullopt;
  now = std::min(now, total - 1);
  const auto page = static_cast<std::size_t>(std::max(1.0f, scroller.height() / row_h - 1));
  std::size_t to = now;
  if (frame.take_key("ArrowDown")) to = std::min(now + 1, total - 1);
  if (frame.take_key("ArrowUp")) to = now == 0 ? 0 : now - 1;
  if (frame.take_key("PageDown")) to = std::min(now + page, total - 1);
  if (frame.take_key("PageUp")) to = now - std::min(now, page);
  if (frame.take_key("Home")) to = 0;
  if (frame.take_key("End")) to = total - 1;
  if (to == now) return std::nullopt;
  scroller.scroll_into_view(static_cast<float>(to) * row_h, row_h, 0);
  frame.want_another();
  return to;
}

}  // namespace cm::ui
