#include "client/ui/screens/record_form/related.h"

#include <algorithm>

#include "client/ui/widgets/button.h"
#include "client/ui/widgets/card.h"

namespace cm::ui {
namespace {

float row_height(const Frame& frame) {
  return frame.coarse() ? 64.0f : 52.0f;
}

void draw_row(Frame& frame, const Rect& rect, const RelatedList& list, const RelatedRow& row,
              const RecordRef& owner) {
  const Theme& t = frame.theme;
  const std::string key = row.record.table + "." + row.record.id.text();
  Node item = make_node(frame, NodeRole::ListItem, key, rect);
  item.test_id = key;
  Group group(frame, std::move(item));
  Rect rest = rect;
  if (row.link && list.may_unlink) {
    const float side = frame.control_h();
    const Rect place = rest.cut_right(side, kGap8).centered(side, side);
    if (draw_button(frame, "unlink", place,
                    {"", ButtonKind::Quiet, Icon::Unlink, "Unlink " + row.title}))
      frame.push(UnlinkRecord{*row.link});
  }
  Node link = make_node(frame, NodeRole::Link, "open", rest, row.title);
  link.href = "/" + row.record.table + "/" + row.record.id.text();
  link.description = row.inactive ? "Inactive" : "";
  const NodeId id = link.id;
  paint_pressable(frame, id, rest, kRadiusControl, false);
  frame.paint.line({rect.x, rect.bottom() - 1}, {rect.right(), rect.bottom() - 1}, t.border);
  const Rect text = rest.inset(kGap8, 0);
  const TextStyle name{frame.body(), Weight::Bold, row.inactive ? t.muted : t.text};
  const std::string details = row.inactive ? "Inactive \xC2\xB7 " + row.details : row.details;
  const Rect name_rect{text.x, text.center_y() - 22, text.w, 22};
  if (!paint_text(frame, name_rect, row.title, name))
    draw_text(frame, "name", name_rect, row.title, name);
  draw_text(frame, "details", {text.x, text.center_y() + 1, text.w, 20}, details,
            {TextSize::Caption, Weight::Regular, t.muted});
  frame.emit(std::move(link));
  if (frame.pressed(id)) frame.push(OpenRecord{row.record, owner});
}

float draw_list(Frame& frame, const Rect& inner, const RelatedList& list, const RecordRef& owner) {
  Rect at = inner;
  if (list.rows.empty()) {
    draw_text(frame, "none", at.cut_top(24, kGap12), "None yet.",
              {TextSize::Body, Weight::Regular, frame.theme.muted});
  } else {
    const float row_h = row_height(frame);
    const Rect all = at.cut_top(row_h * static_cast<float>(list.rows.size()), kGap12);
    Group items(frame, NodeRole::List, "list", all, list.title);
    Rect rest = all;
    for (const RelatedRow& row : list.rows) draw_row(frame, rest.cut_top(row_h), list, row, owner);
  }
  if (!list.may_create) return at.y - inner.y;
  const Rect button = at.cut_top(frame.control_h());
  const float w = std::min(button.w, button_width(frame, list.new_label, Icon::Plus));
  if (draw_button(frame, "new", {button.x, button.y, w, button.h},
                  {list.new_label, ButtonKind::Secondary, Icon::Plus}))
    frame.push(NewRecord{list.table, owner});
  return at.y - inner.y;
}

}  // namespace

float draw_related(Frame& frame, const Rect& rect, const AppState& state, const RecordRef& owner) {
  Rect at = rect;
  for (const RelatedList& list : state.related) {
    at.y += draw_card(frame, "related." + list.table, at, list.title,
                      [&](Rect inner) { return draw_list(frame, inner, list, owner); }) +
            kGap16;
  }
  return at.y - rect.y;
}

}  // namespace cm::ui
