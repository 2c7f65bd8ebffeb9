// Buttons and links.
#pragma once

#include <string>
#include <string_view>

#include "client/ui/icons.h"
#include "client/ui/text.h"

namespace cm::ui {

enum class ButtonKind { Primary, Secondary, Quiet, Danger };

struct ButtonSpec {
  std::string label = {};  // empty: an icon button; then `name` must be given
  ButtonKind kind = ButtonKind::Secondary;
  Icon icon = Icon::None;
  std::string name = {};  // accessible name; empty = the label
  std::string description = {};
  bool disabled = false;
  bool busy = false;  // at work: shown, and not pressable
  float radius = kRadiusControl;
};

// Room that label and icon need.
float button_width(const Frame& frame, std::string_view label, Icon icon = Icon::None);
// True when it was pressed. The node's key is `key`.
bool draw_button(Frame& frame, std::string_view key, const Rect& rect, const ButtonSpec& spec);

// The look of something pressable that is not a button: background for hover and press, and the
// focus ring.
void paint_pressable(Frame& frame, NodeId node, const Rect& rect, float radius, bool selected);
// Its two halves, for rows: their lines and marks stand above the background and under the ring.
void paint_pressed_look(Frame& frame, const Rect& rect, float radius, bool selected);
void paint_focus_inside(Frame& frame, NodeId node, const Rect& rect, float radius);

}  // namespace cm::ui
