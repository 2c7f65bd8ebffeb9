#include "client/ui/screens/starting/view.h"

#include "client/ui/icons.h"

namespace cm::ui {

void draw_starting(Frame& frame) {
  const Theme& t = frame.theme;
  Rect rest{0, 0, frame.environment.size.w, frame.environment.size.visible_h};
  Rect top = rest.cut_top(56);
  frame.paint.fill(top, t.surface);
  frame.paint.line({top.x, top.bottom() - 1}, {top.right(), top.bottom() - 1}, t.border);
  Group main(frame, NodeRole::Main, "main", {0, 0, rest.w, frame.environment.size.visible_h});
  Rect head = top.inset(kGap16, 0);
  draw_icon(frame.paint, Icon::Mark, head.cut_left(26, kGap8), 26, t.primary);
  draw_text(frame, "product", head, "Customer Master", {TextSize::Touch, Weight::Bold, t.text});
  Rect rows = rest.inset(kGap16, kGap16);
  draw_text(frame, "opening", rows.cut_top(24, kGap12), "Opening your data\xE2\x80\xA6",
            {TextSize::Body, Weight::Regular, t.muted});
  while (rows.h > 72) {
    Rect row = rows.cut_top(60, kGap12);
    frame.paint.fill(row, t.surface, kRadiusCard);
    Rect lines = row.inset(kGap16, kGap12);
    frame.paint.fill({lines.x, lines.y, std::min(280.0f, lines.w * 0.55f), 12}, t.skeleton, 4);
    frame.paint.fill({lines.x, lines.y + 22, std::min(420.0f, lines.w * 0.8f), 10}, t.skeleton, 4);
  }
}

}  // namespace cm::ui
