#include "client/ui/widgets/dialog.h"

#include "client/ui/widgets/scroller.h"

namespace cm::ui {

void draw_dialog(Frame& frame, std::string_view key, const DialogSpec& spec,
                 const std::function<float(Rect)>& content, const std::function<void(Rect)>& footer,
                 const std::function<NodeId()>& first_focus) {
  constexpr float kTitleH = 30, kPadding = 24;
  const Theme& t = frame.theme;
  const float screen_h = frame.environment.size.visible_h;
  const Rect screen{0, 0, frame.environment.size.w, screen_h};
  const bool sheet = screen.w < 600;
  const float padding = sheet ? kGap16 : kPadding;
  const float w = sheet ? screen.w : std::min(spec.width, screen.w - 2 * kGap32);
  const Rect measure_inner{padding, 0, w - 2 * padding, 100000};
  const float body_h = frame.measure([&] { return content(measure_inner); });
  const float chrome_h =
      padding + kTitleH + kGap12 + (spec.footer_h > 0 ? spec.footer_h + kGap16 : 0) + padding;
  const float h = std::min(chrome_h + body_h, screen.h - (sheet ? kGap32 : 2 * kGap32));
  const Rect card = sheet ? Rect{0, screen.bottom() - h, w, h} : screen.centered(w, h);

  frame.paint.fill({0, 0, frame.environment.size.w, frame.environment.size.h}, t.scrim);
  frame.paint.shadow(card, t.shadow, kRadiusSheet);
  frame.paint.fill(card, t.surface, kRadiusSheet);
  if (t.name != ThemeName::Light) frame.paint.stroke(card, t.border, kRadiusSheet, t.border_px);

  Node node = make_node(frame, NodeRole::Dialog, key, card, spec.title);
  node.modal = true;
  Group group(frame, std::move(node));
  frame.interaction.dialog_drawn(group.id);
  Rect inner = card.inset(padding, padding);
  draw_heading(frame, "title", inner.cut_top(kTitleH, kGap12), spec.title,
               {TextSize::Section, Weight::Bold, t.text}, 2);
  if (spec.footer_h > 0) footer(inner.cut_bottom(spec.footer_h, kGap16));
  // As wide as the card, so that focus rings are not cut.
  Scroller body(frame, "body", {card.x, inner.y, card.w, inner.h}, spec.title);
  body.finish(content({padding, 0, w - 2 * padding, 100000}));
  if (frame.interaction.dialog_is_new()) frame.focus(first_focus());
}

}  // namespace cm::ui
