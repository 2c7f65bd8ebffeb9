#include "client/ui/widgets/checkbox.h"

#include "client/ui/icons.h"

namespace cm::ui {

float checkbox_height(const Frame& frame) {
  return frame.control_h();
}

bool draw_checkbox(Frame& frame, std::string_view key, const Rect& rect, const std::string& label,
                   bool checked, const std::string& description, Ticking ticking) {
  constexpr float kBox = 20;
  const Theme& t = frame.theme;
  const float label_w = text_width(frame, label, frame.body(), Weight::Regular);
  const Rect target{rect.x, rect.y, std::min(rect.w, kBox + kGap8 + label_w + kGap4),
                    checkbox_height(frame)};
  Node node = make_node(frame, NodeRole::Checkbox, key, target, label);
  node.value = checked ? "true" : "false";
  node.description = description;
  const bool off = ticking == Ticking::Off;
  node.disabled = off;
  const NodeId id = node.id;
  Rect rest = target;
  const Rect box = rest.cut_left(kBox, kGap8).centered(kBox, kBox);
  const bool hovered = !off && frame.hovered(target);
  if (checked) {
    frame.paint.fill(box, off ? t.disabled_fill : hovered ? t.primary_hover : t.primary, 4);
    draw_icon(frame.paint, Icon::Check, box, 16, off ? t.disabled_text : t.on_primary);
  } else {
    frame.paint.fill(box, off ? t.disabled_fill : hovered ? t.hover : t.surface, 4);
    frame.paint.stroke(box, t.border_input, 4, std::max(1.5f, t.border_px));
  }
  if (frame.shows_focus(id)) frame.paint.ring(box, t.focus, t.focus_gap, 4);
  paint_text(frame, {rest.x, rest.y, rest.w + 2, rest.h}, label,
             {frame.body(), Weight::Regular, t.text});
  frame.emit(std::move(node));
  return !off && frame.pressed(id);
}

}  // namespace cm::ui
