#include "client/ui/screens/customer_list/rows.h"

#include <algorithm>
#include <optional>

#include "client/app/list_columns.h"
#include "client/ui/row_keys.h"
#include "client/ui/screens/customer_list/window.h"
#include "client/ui/screens/list_tools/header.h"
#include "client/ui/screens/list_tools/selection.h"
#include "client/ui/shell.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/chip.h"
#include "client/ui/widgets/scroller.h"
#include "client/ui/words.h"
#include "shared/domain/records/catalogue.h"

namespace cm::ui {
namespace {

constexpr float kMarkerW = 4, kHeaderH = 36;

struct Mark {
  std::string_view words;  // empty = none
  Tone tone = Tone::Neutral;
  Icon icon = Icon::None;
};

// What makes a row special, worst first.
Mark mark_of(const CustomerHit& hit) {
  if (hit.has_conflict) return {"Conflict", Tone::Warning, Icon::Conflict};
  if (hit.unsent) return {"Not sent", Tone::Info, Icon::Sync};
  return {};
}

Tone standing_tone(const CustomerHit& hit) {
  return !hit.active ? Tone::Neutral : hit.on_hold ? Tone::Danger : Tone::Success;
}

Color marker_color(const Theme& t, const Mark& mark) {
  return mark.tone == Tone::Warning ? t.warning : t.primary;
}

std::string join(std::initializer_list<std::string> parts) {
  std::string text;
  for (const std::string& part : parts) {
    if (part.empty()) continue;
    text += (text.empty() ? "" : " \xC2\xB7 ") + part;
  }
  return text;
}

std::string row_key(const CustomerHit& hit) {
  return "customer." + hit.id.text();
}

void paint_skeleton(Frame& frame, const Rect& row) {
  frame.paint.fill({row.x + kGap16, row.center_y() - 12, std::min(220.0f, row.w * 0.5f), 10},
                   frame.theme.skeleton, 4);
  frame.paint.fill({row.x + kGap16, row.center_y() + 6, std::min(320.0f, row.w * 0.7f), 8},
                   frame.theme.skeleton, 4);
}

// Focus that was asked for: a row's place in the list, or a customer.
void take_row_focus(Frame& frame, Memory& memory, NodeId node, std::size_t row,
                    const CustomerHit& hit) {
  const bool wanted = memory.row_to_focus == row || memory.customer_to_focus == hit.id;
  if (!wanted || frame.measuring()) return;
  memory.row_to_focus.reset();
  memory.customer_to_focus.reset();
  memory.roving_row = row;
  frame.focus(node);
}

// ---- cards ----

void draw_card_texts(Frame& frame, Rect row, const CustomerHit& hit) {
  const Theme& t = frame.theme;
  const Mark mark = mark_of(hit);
  const bool special = !hit.active || hit.on_hold;
  const std::string standing(standing_of(hit));
  float right_w = 0;
  if (special) right_w = chip_width(frame, standing);
  if (!mark.words.empty()) right_w = std::max(right_w, chip_width(frame, mark.words, mark.icon));
  Rect right = row.cut_right(right_w, right_w > 0 ? kGap12 : 0);
  const float name_y = row.center_y() - 24;
  const TextStyle name_style{TextSize::Touch, Weight::Bold, t.text};
  const Rect name_rect{row.x, name_y, row.w, 24};
  // The link has the name; a node of its own only where the DOM must show it.
  if (!paint_text(frame, name_rect, hit.name, name_style))
    draw_text(frame, "name", name_rect, hit.name, name_style);
  const std::string details =
      join({hit.city, hit.gstin.empty() ? display_phone(hit.phone) : hit.gstin});
  const std::string second = details.empty() ? "No address or phone yet" : details;
  draw_text(frame, "details", {row.x, name_y + 26, row.w, 21}, second,
            {TextSize::Body, Weight::Regular, t.muted});
  const bool both = special && !mark.words.empty();
  float y = right.center_y() - (both ? kChipH + 2 : kChipH / 2);
  if (special) {
    paint_chip(frame, {right.right() - chip_width(frame, standing), y, right_w, kChipH}, standing,
               standing_tone(hit));
    y += kChipH + 4;
  }
  if (mark.words.empty()) return;
  paint_chip(frame, {right.right() - chip_width(frame, mark.words, mark.icon), y, right_w, kChipH},
             mark.words, mark.tone, mark.icon);
}

void draw_customer_card(Frame& frame, const Rect& row, const CustomerHit& hit, std::size_t place,
                        const AppState& state, Memory& memory) {
  const Theme& t = frame.theme;
  Node item = make_node(frame, NodeRole::ListItem, row_key(hit), row);
  item.test_id = row_key(hit);
  item.set_position = static_cast<int>(place) + 1;
  item.set_size = static_cast<int>(state.customers.total);
  Group group(frame, std::move(item));
  Node link = make_node(frame, NodeRole::Link, "open", row,
                        hit.name.empty() ? "Customer without a name" : hit.name);
  link.href = "/customers/" + hit.id.text();
  link.current = state.customers.selected == hit.id;
  const Mark mark = mark_of(hit);
  link.description = join({std::string(standing_of(hit)), std::string(mark.words)});
  const NodeId id = link.id;
  take_row_focus(frame, memory, id, place, hit);
  paint_pressed_look(frame, row, 0, link.current);
  if (!mark.words.empty())
    frame.paint.fill({row.x, row.y + 1, kMarkerW, row.h - 2}, marker_color(t, mark));
  frame.paint.line({row.x + kGap16, row.bottom() - 1}, {row.right(), row.bottom() - 1}, t.border);
  paint_focus_inside(frame, id, row, 0);
  draw_card_texts(frame, row.inset(kGap16, 0), hit);
  frame.emit(std::move(link));  // last, and so above the texts: a press on them opens the customer
  if (frame.pressed(id)) frame.push(OpenCustomer{hit.id});
}

// ---- grid ----

constexpr float kStatusW = 190;
constexpr std::string_view kStatus = "Status";

struct Column {
  const Field* field = nullptr;  // null: the status
  std::size_t cell = 0;          // of CustomerRow::cells
  std::string label;
  float width = 0;
};

// What goes first when there is no room: of the usual columns those that say least, else the last.
std::vector<Column>::iterator least_of(std::vector<Column>& columns, bool usual) {
  constexpr std::string_view kLeast[] = {"customer_type", "code", "city"};
  for (const std::string_view name : kLeast) {
    const auto found = std::find_if(columns.begin(), columns.end(), [&](const Column& column) {
      return column.field && column.field->name == name;
    });
    if (usual && found != columns.end()) return found;
  }
  return columns.end() - 2;  // before the status
}

std::vector<Column> columns_for(const CustomerListState& list, float width) {
  constexpr float kNameMin = 240;
  const RecordType& type = record_catalogue().get("customer");
  const auto fields = list.columns.empty() ? list_columns(type) : list.columns;
  std::vector<Column> columns;
  for (std::size_t i = 0; i < fields.size(); ++i)
    columns.push_back({fields[i], i, std::string(fields[i]->label),
                       i == 0 ? 0 : column_width(*fields[i])});
  columns.push_back({nullptr, 0, std::string(kStatus), kStatusW});
  const auto name_room = [&] {
    float rest = width;
    for (const Column& column : columns) rest -= column.width;
    return rest;
  };
  while (columns.size() > 2 && name_room() < kNameMin)
    columns.erase(least_of(columns, fields == list_columns(type)));
  columns.front().width = name_room();
  return columns;
}

std::string cell_text(const CustomerRow& hit, const Column& column) {
  if (!column.field) return join({std::string(standing_of(hit)), std::string(mark_of(hit).words)});
  const std::string_view name = column.field->name;
  if (name == "name") return hit.name;
  if (name == "code") return hit.code;
  if (name == "customer_type") return customer_type_label(hit.customer_type);
  if (name == "gstin") return hit.gstin;
  if (name == "phone") return display_phone(hit.phone);
  if (name == "city") return hit.city;
  return column.cell < hit.cells.size() ? hit.cells[column.cell] : std::string();
}

void draw_header(Frame& frame, const Rect& rect, const std::vector<Column>& columns,
                 const ListState& list) {
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
    draw_column_header(frame, rest.cut_left(column.width), column.label, column.field, ++index,
                       list);
}

void draw_status_cell(Frame& frame, const Rect& cell, const CustomerHit& hit) {
  Rect rest = cell.inset(kGap16, 0);
  rest.w += kGap16;
  const std::string standing(standing_of(hit));
  const float w = chip_width(frame, standing);
  paint_chip(frame, rest.cut_left(w, kGap4), standing, standing_tone(hit));
  const Mark mark = mark_of(hit);
  if (!mark.words.empty()) paint_chip(frame, rest, mark.words, mark.tone, mark.icon);
}

void draw_cells(Frame& frame, const Rect& row, const CustomerRow& hit,
                const std::vector<Column>& columns) {
  const Theme& t = frame.theme;
  Rect rest = row;
  int index = 0;
  for (const Column& column : columns) {
    const Rect cell = rest.cut_left(column.width);
    const std::string text = cell_text(hit, column);
    Node node = make_node(frame, NodeRole::Cell, column.label, cell, text);
    node.column_index = ++index;
    const bool is_name = index == 1;
    const TextStyle style{TextSize::Body, is_name ? Weight::Bold : Weight::Regular,
                          is_name ? t.text : t.muted,
                          is_number_column(column.field) ? Align::Right : Align::Left};
    if (!column.field) {
      draw_status_cell(frame, cell, hit);
    } else if (text.empty()) {
      paint_text(frame, cell.inset(kGap16, 0), "\xE2\x80\x93", style);
    } else {
      show_or_paint(frame, node, cell.inset(kGap16, 0), text, style);
    }
    frame.emit(std::move(node));
  }
}

void draw_grid_row(Frame& frame, const Rect& row, const CustomerRow& hit, std::size_t place,
                   const std::vector<Column>& columns, const AppState& state, Memory& memory) {
  const Theme& t = frame.theme;
  Node node = make_node(frame, NodeRole::Row, row_key(hit), row,
                        hit.name.empty() ? "Customer without a name" : hit.name);
  node.row_index = static_cast<int>(place) + 2;
  node.test_id = row_key(hit);
  node.selected = state.customers.marked.count(hit.id) != 0;
  node.current = memory.roving_row.value_or(0) == place;
  const NodeId id = node.id;
  take_row_focus(frame, memory, id, place, hit);
  paint_pressed_look(frame, row, 0, node.selected);
  const Mark mark = mark_of(hit);
  if (!mark.words.empty())
    frame.paint.fill({row.x, row.y + 1, kMarkerW, row.h - 2}, marker_color(t, mark));
  frame.paint.line({row.x, row.bottom() - 1}, {row.right(), row.bottom() - 1}, t.border);
  paint_focus_inside(frame, id, row.inset(t.border_px, 0), 0);  // the grid's frame covers its edge
  Group group(frame, std::move(node));
  Rect rest = row;
  draw_select_box(frame, rest.cut_left(kSelectW), state.customers, hit.id, place, hit.name);
  draw_cells(frame, rest, hit, columns);
  if (frame.focused(id)) follow_mark_key(frame, hit.id, place);
  const bool opened = frame.focused(id) && frame.take_key("Enter");
  if (opened || frame.pressed(id)) frame.push(OpenCustomer{hit.id});
}

// The place of the row that has the focus.
std::optional<std::size_t> focused_row(const Frame& frame, const CustomerListState& list) {
  for (std::size_t i = 0; i < list.rows.size(); ++i) {
    if (frame.focused(frame.id(row_key(list.rows[i])))) return list.first + i;
  }
  return std::nullopt;
}

}  // namespace

void draw_customer_cards(Frame& frame, const Rect& rect, const AppState& state, Memory& memory,
                         float bottom_room) {
  const CustomerListState& list = state.customers;
  const auto total = static_cast<std::size_t>(list.total);
  const float row_h = width_class(frame) == Width::Compact ? 72.0f : 64.0f;
  Scroller scroller(frame, "rows", rect, "Customers");
  const float height = static_cast<float>(total) * row_h;
  Group items(frame, NodeRole::List, "list", {0, 0, rect.w, height}, "Customers");
  const RowWindow window = visible_rows(scroller, row_h, total);
  ask_for_rows(frame, list, window, memory);
  for (std::size_t place = window.first; place < window.last; ++place) {
    const Rect row{0, static_cast<float>(place) * row_h, rect.w, row_h};
    const CustomerRow* hit = find_row(list, place);
    if (hit == nullptr)
      paint_skeleton(frame, row);
    else
      draw_customer_card(frame, row, *hit, place, state, memory);
  }
  scroller.finish(height + bottom_room);
}

void draw_customer_grid(Frame& frame, const Rect& rect, const AppState& state, Memory& memory) {
  const CustomerListState& list = state.customers;
  const auto total = static_cast<std::size_t>(list.total);
  const float row_h = frame.coarse() ? 48.0f : list.compact ? 32.0f : 40.0f;
  const std::vector<Column> columns = columns_for(list, rect.w - kSelectW);
  frame.paint.fill(rect, frame.theme.surface, kRadiusCard);
  Node grid = make_node(frame, NodeRole::Grid, "grid", rect, "Customers");
  grid.row_count = static_cast<int>(total) + 1;
  grid.column_count = static_cast<int>(columns.size());
  Group group(frame, std::move(grid));
  Rect rest = rect;
  draw_header(frame, rest.cut_top(frame.coarse() ? 48.0f : kHeaderH), columns, list);
  {
    Scroller scroller(frame, "rows", rest, "Customers");
    if (const auto focused = focused_row(frame, list)) {
      if (!memory.row_to_focus) memory.roving_row = focused;
      const std::size_t now = memory.roving_row.value_or(0);
      const bool shift = frame.interaction.has_shift();
      const auto to = follow_row_keys(frame, scroller, row_h, total, now);
      if (to) memory.roving_row = memory.row_to_focus = to;
      follow_select_keys(frame, now, to, shift);
    }
    const RowWindow window = visible_rows(scroller, row_h, total);
    ask_for_rows(frame, list, window, memory);
    for (std::size_t place = window.first; place < window.last; ++place) {
      const Rect row{0, static_cast<float>(place) * row_h, rest.w, row_h};
      const CustomerRow* hit = find_row(list, place);
      if (hit == nullptr)
        paint_skeleton(frame, row);
      else
        draw_grid_row(frame, row, *hit, place, columns, state, memory);
    }
    scroller.finish(static_cast<float>(total) * row_h);
  }
  frame.paint.stroke(rect, frame.theme.border, kRadiusCard, frame.theme.border_px);
}

}  // namespace cm::ui
