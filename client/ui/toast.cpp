#include "client/ui/toast.h"

#include "client/ui/icons.h"
#include "client/ui/widgets/button.h"

namespace cm::ui {
namespace {

constexpr float kIconPx = 20, kWidthMax = 560;
constexpr std::string_view kUndo = "Undo";

TextStyle style_of(const Frame& frame) {
  return {TextSize::Body, Weight::Regular, frame.theme.on_tooltip, Align::Left, 0};
}

float undo_width(const Frame& frame, const Toast& toast) {
  return toast.has_undo ? button_width(frame, kUndo) + kGap8 : 0;
}

// The toast's box, in the middle of the bottom of `rect`.
Rect place_in(const Frame& frame, const Toast& toast, const Rect& rect) {
  const TextStyle style = style_of(frame);
  const float button = frame.control_h();
  const float chrome =
      kGap16 + kIconPx + kGap12 + kGap8 + button + kGap8 + undo_width(frame, toast);
  const float text_w = std::min(std::min(kWidthMax, rect.w - 2 * kGap16) - chrome,
                                text_width(frame, toast.text, style.size, style.weight) + 1);
  const float text_h = text_height(frame, toast.text, style, text_w);
  const float w = chrome + text_w, h = std::max(button + kGap8, text_h + 2 * kGap12);
  return {rect.center_x() - w / 2, rect.bottom() - kGap12 - h, w, h};
}

void draw_dismiss(Frame& frame, const Rect& rect) {
  Node node = make_node(frame, NodeRole::Button, "dismiss", rect, "Dismiss");
  const NodeId id = node.id;
  draw_icon(frame.paint, Icon::Close, rect, 18, frame.theme.on_tooltip);
  if (frame.shows_focus(id))
    frame.paint.stroke(rect.inset(2), frame.theme.on_tooltip, kRadiusControl, 2);
  frame.emit(std::move(node));
  if (frame.pressed(id)) frame.push(DismissToast{});
}

}  // namespace

void cut_toast_room(Frame& frame, Rect& rect, float kept) {
  if (frame.toast == nullptr) return;
  rect.cut_bottom(kept);
  const Rect box = place_in(frame, *frame.toast, rect);
  frame.toast_place = rect.cut_bottom(box.h + 2 * kGap12);
}

void draw_toast(Frame& frame) {
  if (frame.toast == nullptr) return;
  const Toast& toast = *frame.toast;
  const Theme& t = frame.theme;
  const Rect page{0, 0, frame.environment.size.w, frame.environment.size.visible_h};
  const Rect box = place_in(frame, toast, frame.toast_place.value_or(page));
  frame.paint.shadow(box, t.shadow, kRadiusCard);
  frame.paint.fill(box, t.tooltip, kRadiusCard);
  Group group(frame, NodeRole::Group, "toast", box, "Message");
  Rect row = box;
  row.cut_left(kGap16);
  draw_icon(frame.paint, toast.is_error ? Icon::Error : Icon::Check,
            row.cut_left(kIconPx, kGap12), kIconPx, t.on_tooltip);
  const Rect close = row.cut_right(frame.control_h() + kGap4, kGap8);
  if (toast.has_undo) {
    const Rect undo = row.cut_right(undo_width(frame, toast) - kGap8, kGap8);
    if (draw_button(frame, "undo", undo.centered(undo.w, frame.control_h()), {std::string(kUndo)}))
      frame.push(UndoBulkEdit{});
  }
  draw_text(frame, "text", row.inset(0, kGap12), toast.text, style_of(frame));
  draw_dismiss(frame, {close.x, close.center_y() - frame.control_h() / 2, frame.control_h(),
                       frame.control_h()});
}

}  // namespace cm::ui
