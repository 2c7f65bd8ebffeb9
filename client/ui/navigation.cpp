#include "client/ui/navigation.h"

#include <algorithm>

#include "client/ui/toast.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/scroller.h"
#include "client/ui/words.h"

namespace cm::ui {
namespace {

constexpr Place kMore{"More", "/more", "", PlaceIcon::More, Screen::More, ""};

std::int64_t badge_of(const AppState& state, const Place& place) {
  return place.screen == Screen::Conflicts ? state.open_conflicts : 0;
}

bool is_current(const Place& place, const AppState& state) {
  const Place* here = current_place(state);
  if (place.screen == Screen::More) return state.screen == Screen::More || (here && !here->always);
  return here == &place;
}

// "/contact" → "contact": a key may not hold the path's slash alone.
Node place_node(const Frame& frame, const Place& place, const Rect& rect, const AppState& state) {
  Node node = make_node(frame, NodeRole::Link, place.href, rect, std::string(place.label));
  node.href = place.href;
  node.current = is_current(place, state);
  const std::int64_t badge = badge_of(state, place);
  if (badge > 0) node.description = count_of(badge, "to review", "to review");
  return node;
}

void go(Frame& frame, const Place& place) {
  if (place.table.empty()) return frame.push(OpenScreen{place.screen});
  frame.push(OpenRecords{std::string(place.table)});
}

void paint_badge(Frame& frame, Point center, std::int64_t count) {
  const std::string text = count > 99 ? "99+" : std::to_string(count);
  const float w = std::max(18.0f, text_width(frame, text, TextSize::Caption, Weight::Bold) + 10);
  const Rect pill{center.x - w / 2, center.y - 9, w, 18};
  frame.paint.fill(pill, frame.theme.danger, 9);
  paint_text(frame, pill, text,
             {TextSize::Caption, Weight::Bold, frame.theme.on_danger, Align::Center});
}

// Icon above, word below: rail and bottom bar.
void draw_tile(Frame& frame, const Place& place, const Rect& rect, const AppState& state) {
  const Theme& t = frame.theme;
  Node node = place_node(frame, place, rect, state);
  const NodeId id = node.id;
  const Color color = node.current ? t.on_primary_soft : t.muted;
  const Rect pill{rect.center_x() - 28, rect.y + 8, 56, 28};
  if (node.current)
    frame.paint.fill(pill, t.primary_soft, 14);
  else if (frame.hovered(rect))
    frame.paint.fill(pill, t.hover, 14);
  draw_icon(frame.paint, icon_of(place.icon), pill, 22, color);
  paint_text(frame, {rect.x, rect.y + 38, rect.w, 18}, place.label,
             {TextSize::Caption, node.current ? Weight::Bold : Weight::Regular,
              node.current ? t.text : t.muted, Align::Center});
  if (const std::int64_t badge = badge_of(state, place); badge > 0)
    paint_badge(frame, {pill.right() - 10, pill.y + 4}, badge);
  if (frame.shows_focus(id)) frame.paint.stroke(rect.inset(2), t.focus, kRadiusControl, 2);
  frame.emit(std::move(node));
  if (frame.pressed(id)) go(frame, place);
}

// Icon, word, badge in a row: the side navigation and the page "More".
void draw_item(Frame& frame, const Place& place, const Rect& rect, const AppState& state) {
  const Theme& t = frame.theme;
  Node node = place_node(frame, place, rect, state);
  const NodeId id = node.id;
  paint_pressable(frame, id, rect, kRadiusControl, node.current);
  const Color color = node.current ? t.on_primary_soft : t.text;
  Rect row = rect.inset(kGap12, 0);
  draw_icon(frame.paint, icon_of(place.icon), row.cut_left(20, kGap12), 20,
            node.current ? t.on_primary_soft : t.muted);
  paint_text(frame, row, place.label,
             {frame.body(), node.current ? Weight::Bold : Weight::Regular, color});
  if (const std::int64_t badge = badge_of(state, place); badge > 0)
    paint_badge(frame, {row.right() - 10, row.center_y()}, badge);
  frame.emit(std::move(node));
  if (frame.pressed(id)) go(frame, place);
}

// The groups in the order of the table, each with its places.
std::vector<std::pair<std::string_view, std::vector<const Place*>>> groups() {
  std::vector<std::pair<std::string_view, std::vector<const Place*>>> all;
  for (const Place& place : places()) {
    if (place.group.empty()) continue;
    auto found = std::find_if(all.begin(), all.end(),
                              [&](const auto& group) { return group.first == place.group; });
    if (found == all.end()) found = all.insert(all.end(), {place.group, {}});
    found->second.push_back(&place);
  }
  return all;
}

std::vector<const Place*> places_on_small_screens() {
  std::vector<const Place*> few;
  for (const Place& place : places()) {
    if (place.always) few.push_back(&place);
  }
  few.push_back(&kMore);
  return few;
}

void draw_account(Frame& frame, Rect rect, const AppState& state) {
  if (!state.session) return;
  const Theme& t = frame.theme;
  frame.paint.line({rect.x, rect.y}, {rect.right(), rect.y}, t.border);
  Rect row = rect.inset(kGap16, kGap12);
  const Rect disc = row.cut_left(32, kGap12);
  frame.paint.circle({disc.center_x(), disc.center_y()}, 16, t.primary_soft, 0);
  draw_icon(frame.paint, Icon::User, disc, 18, t.on_primary_soft);
  const std::string name =
      state.session->display_name.empty() ? state.session->user : state.session->display_name;
  draw_text(frame, "account.name", {row.x, row.center_y() - 20, row.w, 21}, name,
            {TextSize::Body, Weight::Bold, t.text});
  draw_text(frame, "account.role", {row.x, row.center_y(), row.w, 18}, role_label(state.session->role),
            {TextSize::Caption, Weight::Regular, t.muted});
}

float draw_groups(Frame& frame, const Rect& rect, const AppState& state, float row_h) {
  Rect items = rect;
  items.h = 100000;
  for (const auto& [group, listed] : groups()) {
    draw_text(frame, group, items.cut_top(26).inset(kGap12, 0), group,
              {TextSize::Caption, Weight::Bold, frame.theme.muted});
    for (const Place* place : listed) draw_item(frame, *place, items.cut_top(row_h, 2), state);
    items.cut_top(kGap12);
  }
  return items.y - rect.y;
}

}  // namespace

Icon icon_of(PlaceIcon icon) {
  switch (icon) {
    case PlaceIcon::Customers:
      return Icon::Customers;
    case PlaceIcon::Person:
      return Icon::User;
    case PlaceIcon::Tree:
      return Icon::Tree;
    case PlaceIcon::Pin:
      return Icon::Pin;
    case PlaceIcon::Truck:
      return Icon::Truck;
    case PlaceIcon::Box:
      return Icon::Box;
    case PlaceIcon::Tag:
      return Icon::Tag;
    case PlaceIcon::Building:
      return Icon::Building;
    case PlaceIcon::Book:
      return Icon::Book;
    case PlaceIcon::Target:
      return Icon::Target;
    case PlaceIcon::Conflict:
      return Icon::Conflict;
    case PlaceIcon::Sync:
      return Icon::Sync;
    case PlaceIcon::More:
      break;
  }
  return Icon::More;
}

void draw_side_nav(Frame& frame, Rect rect, const AppState& state) {
  const Theme& t = frame.theme;
  frame.paint.fill(rect, t.surface);
  frame.paint.line({rect.right() - 1, rect.y}, {rect.right() - 1, rect.bottom()}, t.border);
  Group nav(frame, NodeRole::Navigation, "navigation", rect, "Main");
  Rect head = rect.cut_top(kTopBarH).inset(kGap16, 0);
  draw_icon(frame.paint, Icon::Mark, head.cut_left(26, kGap8), 26, t.primary);
  draw_text(frame, "product", head, "Customer Master", {TextSize::Touch, Weight::Bold, t.text});
  draw_account(frame, rect.cut_bottom(64), state);
  Scroller scroller(frame, "places", rect, "Places");
  const Rect inner{kGap12, kGap8, rect.w - 2 * kGap12, 0};
  scroller.finish(kGap8 + draw_groups(frame, inner, state, frame.coarse() ? 48 : 36));
}

void draw_rail(Frame& frame, Rect rect, const AppState& state) {
  frame.paint.fill(rect, frame.theme.surface);
  frame.paint.line({rect.right() - 1, rect.y}, {rect.right() - 1, rect.bottom()},
                   frame.theme.border);
  Group nav(frame, NodeRole::Navigation, "navigation", rect, "Main");
  draw_icon(frame.paint, Icon::Mark, rect.cut_top(kTopBarH), 28, frame.theme.primary);
  rect.cut_top(kGap8);
  for (const Place* place : places_on_small_screens())
    draw_tile(frame, *place, rect.cut_top(64, kGap4), state);
}

void draw_bottom_nav(Frame& frame, const Rect& rect, const AppState& state) {
  frame.paint.fill(rect, frame.theme.surface);
  frame.paint.line({rect.x, rect.y}, {rect.right(), rect.y}, frame.theme.border);
  Group nav(frame, NodeRole::Navigation, "navigation", rect, "Main");
  const auto few = places_on_small_screens();
  const float w = rect.w / static_cast<float>(few.size());
  Rect rest = rect;
  for (const Place* place : few) draw_tile(frame, *place, rest.cut_left(w), state);
}

void draw_more(Frame& frame, const Rect& rect, const AppState& state) {
  constexpr float kWidth = 560;
  Rect room = rect;
  cut_toast_room(frame, room);
  Scroller scroller(frame, "more", room, "More");
  const float margin = rect.w < 600 ? kGap12 : kGap24;
  const Rect column{margin, kGap16, std::min(kWidth, rect.w - 2 * margin), 0};
  const float h = draw_card(frame, "all", column, "", [&](Rect inner) {
    return draw_groups(frame, inner, state, frame.control_h() + kGap4);
  });
  scroller.finish(kGap16 + h + kGap24);
}

}  // namespace cm::ui
