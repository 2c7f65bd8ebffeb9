#include "client/ui/widgets/card.h"

namespace cm::ui {

void paint_card(Frame& frame, const Rect& rect, float radius) {
  if (frame.theme.name == ThemeName::Light)
    frame.paint.fill(rect.inset(-1).moved(0, 1), frame.theme.shadow.with_alpha(0.04f), radius + 1);
  frame.paint.fill(rect, frame.theme.surface, radius);
  frame.paint.stroke(rect, frame.theme.border, radius, frame.theme.border_px);
}

float draw_card(Frame& frame, std::string_view key, const Rect& rect, const std::string& title,
                const std::function<float(Rect)>& content) {
  constexpr float kTitleH = 26;
  const float padding = rect.w < 480 ? kGap16 : kGap24 - kGap4;
  const float head = title.empty() ? 0 : kTitleH + kGap12;
  Rect inner = rect.inset(padding, padding);
  inner.y += head;
  inner.h = 100000;
  const float content_h = frame.measure([&] { return content(inner); });
  const Rect card{rect.x, rect.y, rect.w, 2 * padding + head + content_h};
  paint_card(frame, card);
  Group group(frame, NodeRole::Group, key, card, title);
  if (!title.empty()) {
    draw_heading(frame, "title", {inner.x, rect.y + padding, inner.w, kTitleH}, title,
                 {TextSize::Touch, Weight::Bold, frame.theme.text}, 2);
  }
  content(inner);
  return card.h;
}

}  // namespace cm::ui
