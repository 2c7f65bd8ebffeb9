// Rows as a table; of a tree with its nodes indented, opened, closed and moved.
#include <algorithm>

#include "client/ui/row_keys.h"
#include "client/ui/screens/customer_list/window.h"
#include "client/ui/screens/list_tools/header.h"
#include "client/ui/screens/list_tools/selection.h"
#include "client/ui/screens/record_list/rows.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/chip.h"
#include "client/ui/widgets/scroller.h"

namespace cm::ui {
namespace {

constexpr float kTitleMin = 240, kStatusW = 150, kIndent = 20;

struct Column {
  const Field* field = nullptr;  // null: the title, the status or the actions
  std::size_t cell = 0;          // of RecordRow::cells
  std::string label;
  float width = 0;
};

float action_width(const Frame& frame, const RecordListState& list) {
  if (!list.is_tree) return 0;
  return list.moving ? button_width(frame, "Put here") + kGap16
                     : 2 * frame.control_h() + kGap4 + kGap16;
}

// The title, then the fields in their order as far as there is room.
std::vector<Column> columns_for(const Frame& frame, const RecordListState& list, float width) {
  const bool named = list.columns.empty() || list.columns.front()->name == "name" ||
                     list.columns.front()->name == "title";
  std::vector<Column> columns{{named && !list.columns.empty() ? list.columns.front() : nullptr, 0,
                               named && !list.columns.empty()
                                   ? std::string(list.columns.front()->label)
                                   : std::string(list.type->label()),
                               0}};
  float room = width - kTitleMin - kStatusW - action_width(frame, list);
  for (std::size_t i = named ? 1 : 0; i < list.columns.size(); ++i) {
    const Field& field = *list.columns[i];
    const bool is_parent = list.is_tree && field.link_table == list.type->table();
    if (is_parent) continue;  // the indent says it
    if (room < column_width(field)) break;
    room -= column_width(field);
    columns.push_back({&field, i, std::string(field.label), column_width(field)});
  }
  columns.push_back({nullptr, 0, "Status", kStatusW});
  columns.front().width = kTitleMin + room;
  return columns;
}

void draw_header(Frame& frame, const Rect& rect, const std::vector<Column>& columns,
                 const RecordListState& list) {
  const Theme& t = frame.theme;
  frame.paint.fill(rect, t.surface_sunken, kRadiusCard);  // round above, square below
  frame.paint.fill({rect.x, rect.center_y(), rect.w, rect.h / 2}, t.surface_sunken);
  frame.paint.line({rect.x, rect.bottom() - 1}, {rect.right(), rect.bottom() - 1}, t.border);
  Node row = make_node(frame, NodeRole::Row, "header", rect, "Column titles");
  row.row_index = 1;
  Group group(frame, std::move(row));
  Rect rest = rect;
  draw_select_all(frame, rest.cut_left(kSelectW), list);
  int index = 0;
  for (const Column& column : columns)
    draw_column_header(frame, rest.cut_left(column.width), column.label, column.field, ++index, list);
}

void draw_status(Frame& frame, Rect cell, const RecordRow& row) {
  Rect rest = cell.inset(kGap16, 0);
  const auto chip = [&](std::string_view text, Tone tone, Icon icon) {
    paint_chip(frame, rest.cut_left(chip_width(frame, text, icon), kGap4), text, tone, icon);
  };
  if (row.inactive) chip("Inactive", Tone::Neutral, Icon::None);
  if (row.has_conflict)
    chip("Conflict", Tone::Warning, Icon::Conflict);
  else if (row.unsent)
    chip("Not sent", Tone::Info, Icon::Sync);
}

// Add below, move; or the place to put what is being moved.
void draw_actions(Frame& frame, const Rect& cell, const RecordListState& list,
                  const RecordRow& row) {
  Group group(frame, NodeRole::Cell, "actions", cell);
  const float h = std::min(cell.h - 4, frame.control_h());
  Rect rest = cell.inset(kGap8, (cell.h - h) / 2);
  if (list.moving) {
    if (*list.moving == row.id) return;
    const Rect place = rest.cut_right(button_width(frame, "Put here"));
    if (draw_button(frame, "put", place,
                    {"Put here", ButtonKind::Secondary, Icon::None, "Put here: " + row.title}))
      frame.push(PutTreeNode{row.id});
    return;
  }
  if (!list.may_change) return;
  if (draw_button(frame, "move", rest.cut_right(h, kGap4),
                  {"", ButtonKind::Quiet, Icon::Move, "Move " + row.title}))
    frame.push(CutTreeNode{row.id});
  const std::string table(list.type->table());
  if (draw_button(frame, "add", rest.cut_right(h),
                  {"", ButtonKind::Quiet, Icon::Plus, "Add below " + row.title}))
    frame.push(NewRecord{table, RecordRef{table, row.id}});
}

void draw_name(Frame& frame, Rect cell, const RecordListState& list, const RecordRow& row) {
  const Theme& t = frame.theme;
  const TextStyle style{TextSize::Body, Weight::Bold, row.inactive ? t.muted : t.text};
  Node node = make_node(frame, NodeRole::Cell, "title", cell, row.title);
  node.column_index = 1;
  Rect rest = cell.inset(kGap16, 0);
  if (!list.is_tree) {
    show_or_paint(frame, node, rest, row.title, style);
    return frame.emit(std::move(node));
  }
  Group group(frame, std::move(node));
  rest.cut_left(static_cast<float>(row.depth) * kIndent);
  rest.cut_left(draw_node_toggle(frame, rest, row));
  draw_text(frame, "text", rest, row.title, style);
}

void draw_cells(Frame& frame, const Rect& rect, const RecordListState& list, const RecordRow& row,
                const std::vector<Column>& columns) {
  const Theme& t = frame.theme;
  Rect rest = rect;
  draw_name(frame, rest.cut_left(columns.front().width), list, row);
  for (std::size_t i = 1; i + 1 < columns.size(); ++i) {
    const Rect cell = rest.cut_left(columns[i].width);
    const std::string& text = row.cells[columns[i].cell];
    Node node = make_node(frame, NodeRole::Cell, columns[i].label, cell, text);
    node.column_index = static_cast<int>(i) + 1;
    const TextStyle style{TextSize::Body, Weight::Regular, t.muted,
                          is_number_column(columns[i].field) ? Align::Right : Align::Left};
    if (text.empty())
      paint_text(frame, cell.inset(kGap16, 0), "\xE2\x80\x93", style);
    else
      show_or_paint(frame, node, cell.inset(kGap16, 0), text, style);
    frame.emit(std::move(node));
  }
  const Rect status = rest.cut_left(kStatusW);
  frame.emit(make_node(frame, NodeRole::Cell, "status", status, record_marks(row)));
  draw_status(frame, status, row);
  if (list.is_tree) draw_actions(frame, rest, list, row);
}

void follow_tree_keys(Frame& frame, const RecordListState& list, const RecordRow& row) {
  if (!list.is_tree) return;
  const bool toggles = (row.expanded && frame.take_key("ArrowLeft")) ||
                       (row.has_children && !row.expanded && frame.take_key("ArrowRight"));
  if (toggles) frame.push(ToggleTreeNode{row.id});
  if (!list.moving && list.may_change && frame.take_key("x")) frame.push(CutTreeNode{row.id});
  if (list.moving && frame.take_key("v")) frame.push(PutTreeNode{row.id});
}

void draw_row(Frame& frame, const Rect& rect, const RecordListState& list, const RecordRow& row,
              std::size_t place, const std::vector<Column>& columns, Memory& memory) {
  const Theme& t = frame.theme;
  Node node = make_node(frame, NodeRole::Row, record_key(list, row), rect, row.title);
  node.row_index = static_cast<int>(place) + 2;
  node.test_id = record_key(list, row);
  node.current = memory.roving_record.value_or(0) == place;
  node.expanded = row.expanded;
  node.selected = list.moving == row.id || list.marked.count(row.id) != 0;
  const NodeId id = node.id;
  if (memory.record_row_to_focus == place && !frame.measuring()) {
    memory.record_row_to_focus.reset();
    frame.focus(id);
  }
  paint_pressable(frame, id, rect, 0, node.selected);
  frame.paint.line({rect.x, rect.bottom() - 1}, {rect.right(), rect.bottom() - 1}, t.border);
  Group group(frame, std::move(node));
  Rect cells = rect;
  draw_select_box(frame, cells.cut_left(kSelectW), list, row.id, place, row.title);
  draw_cells(frame, cells, list, row, columns);
  if (frame.focused(id)) {
    follow_tree_keys(frame, list, row);
    follow_mark_key(frame, row.id, place);
  }
  if (frame.pressed(id))
    frame.push(OpenRecord{{std::string(list.type->table()), row.id}, std::nullopt});
}

// While a row of the table has the focus, it is the tab stop.
void move_by_keys(Frame& frame, Scroller& scroller, float row_h, const RecordListState& list,
                  Memory& memory) {
  const auto total = static_cast<std::size_t>(list.total);
  if (total == 0 || frame.measuring()) return;
  for (std::size_t i = 0; i < list.rows.size(); ++i) {
    if (frame.focused(frame.id(record_key(list, list.rows[i]))))
      memory.roving_record = list.first + i;
  }
  memory.roving_record = std::min(memory.roving_record.value_or(0), total - 1);
  const std::size_t now = *memory.roving_record;
  const bool shift = frame.interaction.has_shift();
  const auto to = follow_row_keys(frame, scroller, row_h, total, now);
  if (to) memory.roving_record = memory.record_row_to_focus = to;
  follow_select_keys(frame, now, to, shift);
}

}  // namespace

std::string record_marks(const RecordRow& row) {
  std::string marks;
  const auto add = [&](std::string_view mark) {
    marks.append(marks.empty() ? "" : " \xC2\xB7 ").append(mark);
  };
  if (row.inactive) add("Inactive");
  if (row.has_conflict)
    add("Conflict");
  else if (row.unsent)
    add("Not sent");
  return marks;
}

std::string record_key(const RecordListState& list, const RecordRow& row) {
  return std::string(list.type->table()) + "." + row.id.text();
}

const RecordRow* find_record_row(const RecordListState& list, std::size_t place) {
  const bool loaded = place >= list.first && place < list.first + list.rows.size();
  return loaded ? &list.rows[place - list.first] : nullptr;
}

void ask_for_record_rows(Frame& frame, const RecordListState& list, std::size_t first,
                         std::size_t last, Memory& memory) {
  constexpr std::size_t kMore = 40;  // so that scrolling on finds them loaded
  const bool loaded = first >= list.first && last <= list.first + list.rows.size();
  if (loaded || first >= last || frame.measuring()) return;
  const std::size_t from = first - std::min(first, kMore), count = last + kMore - from;
  if (memory.records_asked_first == from && memory.records_asked_count == count &&
      memory.records_asked_type == list.type &&
      memory.records_asked_for == static_cast<const ListView&>(list))
    return;
  memory.records_asked_first = from;
  memory.records_asked_count = count;
  memory.records_asked_type = list.type;
  memory.records_asked_for = list;
  frame.push(ShowRecordRows{from, count});
}

float draw_node_toggle(Frame& frame, const Rect& rect, const RecordRow& row) {
  const float side = frame.coarse() ? 48.0f : 28.0f;
  if (!row.has_children) return side;
  const Rect place = Rect{rect.x, rect.y, side, rect.h}.centered(side, side);
  ButtonSpec spec{"", ButtonKind::Quiet, row.expanded ? Icon::ChevronDown : Icon::ChevronRight,
                  (row.expanded ? "Close " : "Open ") + row.title};
  if (draw_button(frame, "toggle", place, spec)) frame.push(ToggleTreeNode{row.id});
  return side;
}

void draw_record_table(Frame& frame, const Rect& rect, const AppState& state, Memory& memory) {
  const RecordListState& list = state.records;
  const auto total = static_cast<std::size_t>(list.total);
  const float row_h = frame.coarse() ? 52.0f : list.compact ? 32.0f : 40.0f;
  const std::vector<Column> columns = columns_for(frame, list, rect.w - kSelectW);
  const std::string name(list.type->label());
  frame.paint.fill(rect, frame.theme.surface, kRadiusCard);
  Node grid = make_node(frame, NodeRole::Grid, "grid", rect, name);
  grid.row_count = static_cast<int>(total) + 1;
  grid.column_count = static_cast<int>(columns.size()) + (list.is_tree ? 1 : 0);
  Group group(frame, std::move(grid));
  Rect rest = rect;
  draw_header(frame, rest.cut_top(frame.coarse() ? 48 : 36), columns, list);
  {
    Scroller scroller(frame, "rows", rest, name);
    move_by_keys(frame, scroller, row_h, list, memory);
    const RowWindow window = visible_rows(scroller, row_h, total);
    ask_for_record_rows(frame, list, window.first, window.last, memory);
    for (std::size_t place = window.first; place < window.last; ++place) {
      const Rect at{0, static_cast<float>(place) * row_h, rest.w, row_h};
      const RecordRow* row = find_record_row(list, place);
      if (row != nullptr) draw_row(frame, at, list, *row, place, columns, memory);
    }
    scroller.finish(static_cast<float>(total) * row_h);
  }
  frame.paint.stroke(rect, frame.theme.border, kRadiusCard, frame.theme.border_px);
}

}  // namespace cm::ui
