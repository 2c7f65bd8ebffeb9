#include "client/ui/widgets/button.h"

#include <cmath>

namespace cm::ui {
namespace {

constexpr float kIconPx = 20;

struct Look {
  Color fill, text, border;
  bool has_fill = true, has_border = false;
};

Look look_of(const Frame& frame, const ButtonSpec& spec, bool hovered, bool held) {
  const Theme& t = frame.theme;
  const bool off = spec.disabled || spec.busy;
  Look look;
  switch (spec.kind) {
    case ButtonKind::Primary:
      look = {held ? t.primary_pressed : hovered ? t.primary_hover : t.primary, t.on_primary, {}};
      break;
    case ButtonKind::Danger:
      look = {hovered || held ? t.danger_hover : t.danger, t.on_danger, {}};
      break;
    case ButtonKind::Secondary:
      look = {held ? t.pressed : hovered ? t.hover : t.surface, t.text, t.border_input, true, true};
      break;
    case ButtonKind::Quiet:
      look = {held ? t.pressed : t.hover, t.primary, {}, hovered || held};
      break;
  }
  if (off) {
    look.text = t.disabled_text;
    look.fill = t.disabled_fill;
    look.has_fill = spec.kind != ButtonKind::Quiet;
    look.has_border = t.name == ThemeName::HighContrast;
    look.border = t.disabled_text;
  }
  return look;
}

void paint_face(Frame& frame, const Rect& rect, const ButtonSpec& spec, const Look& look) {
  const TextSize size = frame.body();
  if (spec.label.empty()) return draw_icon(frame.paint, spec.icon, rect, kIconPx, look.text);
  const float icon_w = spec.icon == Icon::None ? 0 : kIconPx + kGap8;
  const float room = rect.w - icon_w - 2 * kGap8;
  const std::string label = cut_to_width(frame, spec.label, size, Weight::Bold, room);
  const float label_w = text_width(frame, label, size, Weight::Bold);
  Rect face = rect.centered(icon_w + label_w, rect.h);
  if (icon_w > 0)
    draw_icon(frame.paint, spec.icon, face.cut_left(kIconPx, kGap8), kIconPx, look.text);
  paint_text(frame, face.inset(-0.5f, 0), label, {size, Weight::Bold, look.text});
}

}  // namespace

float button_width(const Frame& frame, std::string_view label, Icon icon) {
  const float icon_w = icon == Icon::None ? 0 : kIconPx + kGap8;
  return std::ceil(text_width(frame, label, frame.body(), Weight::Bold) + icon_w + 2 * kGap16);
}

bool draw_button(Frame& frame, std::string_view key, const Rect& rect, const ButtonSpec& spec) {
  const bool off = spec.disabled || spec.busy;
  Node node =
      make_node(frame, NodeRole::Button, key, rect, spec.name.empty() ? spec.label : spec.name);
  node.description = spec.description;
  node.disabled = off;
  node.busy = spec.busy;
  const NodeId id = node.id;
  const Look look = look_of(frame, spec, !off && frame.hovered(rect), !off && frame.held(rect));
  if (look.has_fill) frame.paint.fill(rect, look.fill, spec.radius);
  if (look.has_border) frame.paint.stroke(rect, look.border, spec.radius, frame.theme.border_px);
  if (frame.fonts.has_glyphs(spec.label)) {
    paint_face(frame, rect, spec, look);
  } else {
    node.shown = shown_text(frame, spec.label, {frame.body(), Weight::Bold, look.text});
  }
  if (frame.shows_focus(id))
    frame.paint.ring(rect, frame.theme.focus, frame.theme.focus_gap, spec.radius);
  frame.emit(std::move(node));
  return !off && frame.pressed(id);
}

void paint_pressed_look(Frame& frame, const Rect& rect, float radius, bool selected) {
  const Theme& t = frame.theme;
  if (frame.held(rect)) {
    frame.paint.fill(rect, t.pressed, radius);
  } else if (selected) {
    frame.paint.fill(rect, t.primary_soft, radius);
  } else if (frame.hovered(rect)) {
    frame.paint.fill(rect, t.hover, radius);
  }
}

void paint_focus_inside(Frame& frame, NodeId node, const Rect& rect, float radius) {
  if (frame.shows_focus(node)) frame.paint.stroke(rect, frame.theme.focus, radius, 2);
}

void paint_pressable(Frame& frame, NodeId node, const Rect& rect, float radius, bool selected) {
  paint_pressed_look(frame, rect, radius, selected);
  paint_focus_inside(frame, node, rect, radius);
}

}  // namespace cm::ui
