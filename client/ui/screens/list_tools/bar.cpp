#include "client/ui/screens/list_tools/bar.h"

#include <functional>

#include "client/app/list_settings.h"
#include "client/ui/shell.h"
#include "client/ui/widgets/button.h"
#include "client/ui/words.h"

namespace cm::ui {
namespace {

constexpr float kCloseIconPx = 14;
constexpr std::size_t kPhoneLinesMax = 3;  // what has no room is told by the number of the filters

struct Item {
  std::string key;
  ButtonSpec spec;
  std::function<void(Frame&)> act;
  bool is_chip = false;
  Rect rect = {};
};

std::string filters_label(const ListState& list) {
  if (list.chips.empty()) return "Filters";
  return "Filters \xC2\xB7 " + std::to_string(list.chips.size());
}

Item chip_item(const FilterChip& chip) {
  ButtonSpec spec{chip.words};
  spec.name = chip.words + ", remove filter";
  return {"chip." + chip.name, spec,
          [name = chip.name](Frame& frame) { frame.push(SetFilter{name, ""}); }, true};
}

Item clear_item() {
  return {"clear_filters", {"Clear filters", ButtonKind::Quiet},
          [](Frame& frame) { frame.push(ClearFilters{}); }};
}

std::string views_label(const ListState& list) {
  const SavedView* current = find_current_view(list);
  return current ? current->name : "Views";
}

Item bulk_item(const ListState& list) {
  const auto count = static_cast<std::int64_t>(list.marked.size());
  const std::string label = count == 0 ? "Bulk edit" : "Edit " + group_digits(count) + " selected";
  return {"bulk", {label, ButtonKind::Secondary, Icon::Pencil},
          [](Frame& frame) { frame.push(OpenBulkEdit{}); }};
}

std::vector<Item> items_of(const ListBar& bar, bool phone) {
  const ListState& list = bar.list;
  std::vector<Item> items;
  items.push_back({"filters", {filters_label(list), ButtonKind::Secondary, Icon::Filter},
                   [](Frame& frame) { frame.push(OpenFilters{}); }});
  ButtonSpec views{views_label(list), ButtonKind::Secondary, Icon::Bookmark};
  if (views.label != "Views") views.name = views.label + ", views";
  items.push_back({"views", views, [](Frame& frame) { frame.push(OpenViews{}); }});
  if (bar.look == ListLook::Table)
    items.push_back({"columns", {"Columns", ButtonKind::Secondary, Icon::Columns},
                     [](Frame& frame) { frame.push(OpenColumns{}); }});
  if (bar.look == ListLook::Table && bar.may_change && list.total > 0)
    items.push_back(bulk_item(list));
  if (phone && !list.chips.empty()) items.push_back(clear_item());
  for (const FilterChip& chip : list.chips) items.push_back(chip_item(chip));
  if (!phone && !list.chips.empty()) items.push_back(clear_item());
  return items;
}

float width_of(const Frame& frame, const Item& item) {
  const float extra = item.is_chip ? kCloseIconPx + kGap4 - kGap8 : 0;
  return button_width(frame, item.spec.label, item.spec.icon) + extra;
}

// One after the other, on as many lines as they need.
std::vector<Item> lay_out(const Frame& frame, const ListBar& bar, const Rect& rect) {
  const bool phone = width_class(frame) == Width::Compact;
  const float line_h = frame.control_h() + kGap8;
  std::vector<Item> placed;
  float x = rect.x, y = rect.y;
  for (Item& item : items_of(bar, phone)) {
    const float w = std::min(width_of(frame, item), rect.w);
    if (x > rect.x && x + w > rect.right()) x = rect.x, y += line_h;
    if (phone && y >= rect.y + static_cast<float>(kPhoneLinesMax) * line_h) break;
    item.rect = {x, y, w, frame.control_h()};
    x += w + kGap8;
    placed.push_back(std::move(item));
  }
  return placed;
}

// A pill with its words and a cross.
bool draw_chip_button(Frame& frame, const Item& item) {
  const Theme& t = frame.theme;
  const float radius = item.rect.h / 2;
  Node node = make_node(frame, NodeRole::Button, item.key, item.rect, item.spec.name);
  const NodeId id = node.id;
  frame.paint.fill(item.rect, t.primary_soft, radius);
  if (frame.hovered(item.rect) || t.name == ThemeName::HighContrast)
    frame.paint.stroke(item.rect, t.on_primary_soft, radius, t.border_px);
  Rect inner = item.rect.inset(kGap12, 0);
  draw_icon(frame.paint, Icon::Close, inner.cut_right(kCloseIconPx, kGap4), kCloseIconPx,
            t.on_primary_soft);
  show_or_paint(frame, node, inner, item.spec.label,
                {frame.body(), Weight::Regular, t.on_primary_soft});
  if (frame.shows_focus(id)) frame.paint.ring(item.rect, t.focus, t.focus_gap, radius);
  frame.emit(std::move(node));
  return frame.pressed(id);
}

}  // namespace

float list_bar_height(const Frame& frame, const ListBar& bar, float width) {
  return lay_out(frame, bar, {0, 0, width, 0}).back().rect.bottom();
}

void draw_list_bar(Frame& frame, const Rect& rect, const ListBar& bar) {
  Group group(frame, NodeRole::Group, "list_bar", rect, "What the list shows");
  for (const Item& item : lay_out(frame, bar, rect)) {
    const bool pressed = item.is_chip ? draw_chip_button(frame, item)
                                      : draw_button(frame, item.key, item.rect, item.spec);
    if (pressed) item.act(frame);
  }
}

}  // namespace cm::ui
