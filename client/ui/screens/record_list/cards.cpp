// Rows as cards: a phone's list.
#include <algorithm>

#include "client/ui/screens/customer_list/window.h"
#include "client/ui/screens/record_list/rows.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/scroller.h"

namespace cm::ui {
namespace {

constexpr float kRowH = 72, kIndent = 16;
constexpr std::size_t kDetailsMax = 3;

// The first values that say something beside the title.
std::string details_of(const RecordListState& list, const RecordRow& row) {
  std::string details;
  std::size_t parts = 0;
  for (std::size_t i = 0; i < row.cells.size() && parts < kDetailsMax; ++i) {
    const bool is_flag = list.columns[i]->kind == FieldKind::Boolean;
    if (row.cells[i].empty() || row.cells[i] == row.title || is_flag) continue;
    if (list.is_tree && list.columns[i]->link_table == list.type->table()) continue;
    details.append(parts++ == 0 ? "" : " \xC2\xB7 ").append(row.cells[i]);
  }
  const std::string marks = record_marks(row);
  if (!marks.empty()) details.append(details.empty() ? "" : " \xC2\xB7 ").append(marks);
  return details;
}

void draw_put_here(Frame& frame, Rect& rest, const RecordListState& list, const RecordRow& row) {
  if (!list.moving || *list.moving == row.id) return;
  const float w = button_width(frame, "Put here");
  const Rect place = rest.cut_right(w, kGap8).centered(w, frame.control_h());
  if (draw_button(frame, "put", place,
                  {"Put here", ButtonKind::Primary, Icon::None, "Put here: " + row.title}))
    frame.push(PutTreeNode{row.id});
}

void draw_card_row(Frame& frame, const Rect& rect, const RecordListState& list,
                   const RecordRow& row, std::size_t place) {
  const Theme& t = frame.theme;
  Node item = make_node(frame, NodeRole::ListItem, record_key(list, row), rect);
  item.test_id = record_key(list, row);
  item.set_position = static_cast<int>(place) + 1;
  item.set_size = static_cast<int>(list.total);
  Group group(frame, std::move(item));
  Rect rest = rect.inset(kGap16, 0);
  if (list.is_tree) rest.cut_left(static_cast<float>(row.depth) * kIndent);
  if (list.is_tree) rest.cut_left(draw_node_toggle(frame, rest, row));
  draw_put_here(frame, rest, list, row);
  const float margin = list.is_tree ? 0 : kGap8;
  const Rect target{rest.x - margin, rect.y, rest.w + 2 * margin, rect.h};
  Node link = make_node(frame, NodeRole::Link, "open", target, row.title);
  link.href = "/" + std::string(list.type->table()) + "/" + row.id.text();
  link.description = record_marks(row);
  const NodeId id = link.id;
  paint_pressable(frame, id, target, 0, false);
  frame.paint.line({rect.x + kGap16, rect.bottom() - 1}, {rect.right(), rect.bottom() - 1},
                   t.border);
  const std::string details = details_of(list, row);
  const float name_y = details.empty() ? rest.center_y() - 12 : rest.center_y() - 24;
  const TextStyle name{TextSize::Touch, Weight::Bold, row.inactive ? t.muted : t.text};
  const Rect name_rect{rest.x, name_y, rest.w, 24};
  if (!paint_text(frame, name_rect, row.title, name))
    draw_text(frame, "name", name_rect, row.title, name);
  if (!details.empty())
    draw_text(frame, "details", {rest.x, name_y + 26, rest.w, 21}, details,
              {TextSize::Body, Weight::Regular, t.muted});
  frame.emit(std::move(link));  // last, and so above the texts
  if (frame.pressed(id))
    frame.push(OpenRecord{{std::string(list.type->table()), row.id}, std::nullopt});
}

}  // namespace

void draw_record_cards(Frame& frame, const Rect& rect, const AppState& state, Memory& memory,
                       float bottom_room) {
  const RecordListState& list = state.records;
  const auto total = static_cast<std::size_t>(list.total);
  const std::string name(list.type->label());
  Scroller scroller(frame, "rows", rect, name);
  const float height = static_cast<float>(total) * kRowH;
  Group items(frame, NodeRole::List, "list", {0, 0, rect.w, height}, name);
  const RowWindow window = visible_rows(scroller, kRowH, total);
  ask_for_record_rows(frame, list, window.first, window.last, memory);
  for (std::size_t place = window.first; place < window.last; ++place) {
    const RecordRow* row = find_record_row(list, place);
    const Rect at{0, static_cast<float>(place) * kRowH, rect.w, kRowH};
    if (row != nullptr) draw_card_row(frame, at, list, *row, place);
  }
  scroller.finish(height + bottom_room);
}

}  // namespace cm::ui
