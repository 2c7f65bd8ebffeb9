#include "client/ui/screens/customer_list/rows.h"

#include <algorithm>
#include <optional>

#include "client/ui/row_keys.h"
#include "client/ui/screens/customer_list/window.h"
#include "client/ui/shell.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/chip.h"
#include "client/ui/widgets/scroller.h"
#include "client/ui/words.h"

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

enum class ColumnKind { Name, Code, Type, Gstin, Phone, City, Status };
struct Column {
  ColumnKind kind;
  std::string_view label;
  float width;  // 0 = the rest
};

// Columns that matter less go first when there is no room.
std::vector<Column> columns_for(float width) {
  constexpr float kNameMin = 240;
  std::vector<Column> columns{{ColumnKind::Name, "Name", 0},      {ColumnKind::Code, "Code", 120},
                              {ColumnKind::Type, "Type", 100},    {ColumnKind::Gstin, "GSTIN", 170},
                              {ColumnKind::Phone, "Phone", 130},  {ColumnKind::City, "City", 130},
                              {ColumnKind::Status, "Status", 190}};
  const auto name_room = [&] {
    float rest = width;
    for (const Column& column : columns) rest -= column.width;
    return rest;
  };
  for (const ColumnKind least : {ColumnKind::Type, ColumnKind::Code, ColumnKind::City}) {
    if (name_room() >= kNameMin) break;
    columns.erase(std::find_if(columns.begin(), columns.end(),
                               [&](const Column& c) { return c.kind == least; }));
  }
  columns.front().width = name_room();
  return columns;
}

std::string cell_text(const CustomerHit& hit, ColumnKind kind) {
  switch (kind) {
    case ColumnKind::Name:
      return hit.name;
    case ColumnKind::Code:
      return hit.code;
    case ColumnKind::Type:
      return customer_type_label(hit.customer_type);
    case ColumnKind::Gstin:
      return hit.gstin;
    case ColumnKind::Phone:
      return display_phone(hit.phone);
    case ColumnKind::City:
      return hit.city;
    case ColumnKind::Status:
      return join({std::string(standing_of(hit)), std::string(mark_of(hit).words)});
  }
  return {};
}

void draw_header(Frame& frame, const Rect& rect, const std::vector<Column>& columns) {
  const Theme& t = frame.theme;
  frame.paint.fill(rect, t.surface_sunken, kRadiusCard);  // round above, square below
  frame.paint.fill({rect.x, rect.center_y(), rect.w, rect.h / 2}, t.surface_sunken);
  frame.paint.line({rect.x, rect.bottom() - 1}, {rect.right(), rect.bottom() - 1}, t.border);
  Node row = make_node(frame, NodeRole::Row, "header", rect, "Column titles");
  row.row_index = 1;
  Group group(frame, std::move(row));
  Rect rest = rect;
  int index = 0;
  for (const Column& column : columns) {
    const Rect cell = rest.cut_left(column.width);
    Node node =
        make_node(frame, NodeRole::ColumnHeader, column.label, cell, std::string(column.label));
    node.column_index = ++index;
    paint_text(frame, cell.inset(kGap16, 0), column.label,
               {TextSize::Caption, Weight::Bold, t.muted});
    frame.emit(std::move(node));
  }
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

void draw_cells(Frame& frame, const Rect& row, const CustomerHit& hit,
                const std::vector<Column>& columns) {
  const Theme& t = frame.theme;
  Rect rest = row;
  int index = 0;
  for (const Column& column : columns) {
    const Rect cell = rest.cut_left(column.width);
    const std::string text = cell_text(hit, column.kind);
    Node node = make_node(frame, NodeRole::Cell, column.label, cell, text);
    node.column_index = ++index;
    const bool is_name = column.kind == ColumnKind::Name;
    const TextStyle style{TextSize::Body, is_name ? Weight::Bold : Weight::Regular,
                          is_name ? t.text : t.muted};
    if (column.kind == ColumnKind::Status) {
      draw_status_cell(frame, cell, hit);
    } else if (text.empty()) {
      paint_text(frame, cell.inset(kGap16, 0), "\xE2\x80\x93", style);
    } else {
      show_or_paint(frame, node, cell.inset(kGap16, 0), text, style);
    }
    frame.emit(std::move(node));
  }
}

void draw_grid_row(Frame& frame, const Rect& row, const CustomerHit& hit, std::size_t place,
                   const std::vector<Column>& columns, const AppState& state, Memory& memory) {
  const Theme& t = frame.theme;
  Node node = make_node(frame, NodeRole::Row, row_key(hit), row,
                        hit.name.empty() ? "Customer without a name" : hit.name);
  node.row_index = static_cast<int>(place) + 2;
  node.test_id = row_key(hit);
  node.selected = state.customers.selected == hit.id;
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
  draw_cells(frame, row, hit, columns);
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
    const CustomerHit* hit = find_row(list, place);
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
  const float row_h = frame.coarse() ? 48.0f : 40.0f;
  const std::vector<Column> columns = columns_for(rect.w);
  frame.paint.fill(rect, frame.theme.surface, kRadiusCard);
  Node grid = make_node(frame, NodeRole::Grid, "grid", rect, "Customers");
  grid.row_count = static_cast<int>(total) + 1;
  grid.column_count = static_cast<int>(columns.size());
  Group group(frame, std::move(grid));
  Rect rest = rect;
  draw_header(frame, rest.cut_top(kHeaderH), columns);
  {
    Scroller scroller(frame, "rows", rest, "Customers");
    if (const auto focused = focused_row(frame, list)) {
      if (!memory.row_to_focus) memory.roving_row = focused;
      const std::size_t now = memory.roving_row.value_or(0);
      if (const auto to = follow_row_keys(frame, scroller, row_h, total, now))
        memory.roving_row = memory.row_to_focus = to;
    }
    const RowWindow window = visible_rows(scroller, row_h, total);
    ask_for_rows(frame, list, window, memory);
    for (std::size_t place = window.first; place < window.last; ++place) {
      const Rect row{0, static_cast<float>(place) * row_h, rest.w, row_h};
      const CustomerHit* hit = find_row(list, place);
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
