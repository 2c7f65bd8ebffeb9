#include "client/ui/widgets/empty_state.h"

namespace cm::ui {

int draw_empty_state(Frame& frame, std::string_view key, const Rect& rect,
                     const EmptyStateSpec& spec) {
  constexpr float kDisc = 64, kWidth = 360;
  const Theme& t = frame.theme;
  const TextStyle title{TextSize::Section, Weight::Bold, t.text, Align::Center, 0};
  const TextStyle body{TextSize::Body, Weight::Regular, t.muted, Align::Center, 0};
  const float w = std::min(kWidth, rect.w - 2 * kGap16);
  const float title_h = text_height(frame, spec.title, title, w),
              body_h = text_height(frame, spec.text, body, w);
  const float buttons_h = spec.buttons.empty() ? 0 : kGap16 + frame.control_h();
  const float h = kDisc + kGap16 + title_h + kGap4 + body_h + buttons_h;
  Rect at = rect.centered(w, h);
  at.y =
      std::max(rect.y + kGap16, at.y - rect.h * 0.06f);  // a little above the middle looks centred
  Group group(frame, NodeRole::Group, key, at, spec.title);
  const Rect disc = at.cut_top(kDisc, kGap16);
  frame.paint.circle({disc.center_x(), disc.center_y()}, kDisc / 2, t.primary_soft, 0);
  draw_icon(frame.paint, spec.icon, disc, 30, t.on_primary_soft);
  draw_heading(frame, "title", at.cut_top(title_h, kGap4), spec.title, title, 2);
  draw_text(frame, "text", at.cut_top(body_h, kGap16), spec.text, body);
  if (spec.buttons.empty()) return -1;
  float total = -kGap8;
  for (const ButtonSpec& b : spec.buttons) total += button_width(frame, b.label, b.icon) + kGap8;
  Rect row = at.centered(total, frame.control_h());
  int pressed = -1;
  for (std::size_t i = 0; i < spec.buttons.size(); ++i) {
    const ButtonSpec& b = spec.buttons[i];
    if (draw_button(frame, b.label, row.cut_left(button_width(frame, b.label, b.icon), kGap8), b))
      pressed = static_cast<int>(i);
  }
  return pressed;
}

}  // namespace cm::ui
