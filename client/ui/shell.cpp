#include "client/ui/shell.h"

#include "client/ui/widgets/banner.h"
#include "client/ui/widgets/button.h"
#include "client/ui/words.h"

namespace cm::ui {
namespace {

constexpr float kTopBarH = 56, kBottomNavH = 64, kRailW = 88, kSideNavW = 220;

struct Place {
  Screen screen;
  std::string_view label;
  std::string_view href;
  Icon icon;
};
constexpr Place kPlaces[] = {{Screen::Customers, "Customers", "/customers", Icon::Customers},
                             {Screen::Conflicts, "Conflicts", "/conflicts", Icon::Conflict},
                             {Screen::Sync, "Sync", "/sync", Icon::Sync}};

std::int64_t badge_of(const AppState& state, Screen screen) {
  return screen == Screen::Conflicts ? state.open_conflicts : 0;
}

Node place_node(const Frame& frame, const Place& place, const Rect& rect, const AppState& state) {
  Node node = make_node(frame, NodeRole::Link, place.href, rect, std::string(place.label));
  node.href = place.href;
  node.current = state.screen == place.screen;
  const std::int64_t badge = badge_of(state, place.screen);
  if (badge > 0) node.description = count_of(badge, "to review", "to review");
  return node;
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
  draw_icon(frame.paint, place.icon, pill, 22, color);
  paint_text(frame, {rect.x, rect.y + 38, rect.w, 18}, place.label,
             {TextSize::Caption, node.current ? Weight::Bold : Weight::Regular,
              node.current ? t.text : t.muted, Align::Center});
  if (const std::int64_t badge = badge_of(state, place.screen); badge > 0)
    paint_badge(frame, {pill.right() - 10, pill.y + 4}, badge);
  if (frame.shows_focus(id)) frame.paint.stroke(rect.inset(2), t.focus, kRadiusControl, 2);
  frame.emit(std::move(node));
  if (frame.pressed(id)) frame.push(OpenScreen{place.screen});
}

// Icon, word, badge in a row: the side navigation.
void draw_item(Frame& frame, const Place& place, const Rect& rect, const AppState& state) {
  const Theme& t = frame.theme;
  Node node = place_node(frame, place, rect, state);
  const NodeId id = node.id;
  paint_pressable(frame, id, rect, kRadiusControl, node.current);
  const Color color = node.current ? t.on_primary_soft : t.text;
  Rect row = rect.inset(kGap12, 0);
  draw_icon(frame.paint, place.icon, row.cut_left(20, kGap12), 20,
            node.current ? t.on_primary_soft : t.muted);
  paint_text(frame, row, place.label,
             {TextSize::Body, node.current ? Weight::Bold : Weight::Regular, color});
  if (const std::int64_t badge = badge_of(state, place.screen); badge > 0)
    paint_badge(frame, {row.right() - 10, row.center_y()}, badge);
  frame.emit(std::move(node));
  if (frame.pressed(id)) frame.push(OpenScreen{place.screen});
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
  draw_text(frame, "account.role", {row.x, row.center_y(), row.w, 18}, state.session->role,
            {TextSize::Caption, Weight::Regular, t.muted});
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
  Rect items = rect.inset(kGap12, kGap12);
  const auto caption = [&](std::string_view key, std::string_view text) {
    draw_text(frame, key, items.cut_top(26).inset(kGap12, 0), text,
              {TextSize::Caption, Weight::Bold, t.muted});
  };
  caption("sales", "Sales");
  draw_item(frame, kPlaces[0], items.cut_top(40, kGap16), state);
  caption("data", "Data");
  draw_item(frame, kPlaces[1], items.cut_top(40, kGap4), state);
  draw_item(frame, kPlaces[2], items.cut_top(40), state);
}

void draw_rail(Frame& frame, Rect rect, const AppState& state) {
  frame.paint.fill(rect, frame.theme.surface);
  frame.paint.line({rect.right() - 1, rect.y}, {rect.right() - 1, rect.bottom()},
                   frame.theme.border);
  Group nav(frame, NodeRole::Navigation, "navigation", rect, "Main");
  draw_icon(frame.paint, Icon::Mark, rect.cut_top(kTopBarH), 28, frame.theme.primary);
  rect.cut_top(kGap8);
  for (const Place& place : kPlaces) draw_tile(frame, place, rect.cut_top(64, kGap4), state);
}

void draw_bottom_nav(Frame& frame, const Rect& rect, const AppState& state) {
  frame.paint.fill(rect, frame.theme.surface);
  frame.paint.line({rect.x, rect.y}, {rect.right(), rect.y}, frame.theme.border);
  Group nav(frame, NodeRole::Navigation, "navigation", rect, "Main");
  const float w = rect.w / static_cast<float>(std::size(kPlaces));
  Rect rest = rect;
  for (const Place& place : kPlaces) draw_tile(frame, place, rest.cut_left(w), state);
}

std::string_view title_of_screen(Screen screen) {
  for (const Place& place : kPlaces) {
    if (place.screen == screen) return place.label;
  }
  return "Customer Master";
}

void draw_top_bar(Frame& frame, Rect rect, const AppState& state) {
  const Theme& t = frame.theme;
  frame.paint.fill(rect, t.surface);
  frame.paint.line({rect.x, rect.bottom() - 1}, {rect.right(), rect.bottom() - 1}, t.border);
  Group banner(frame, NodeRole::Banner, "top", rect);
  rect = rect.inset(width_class(frame) == Width::Compact ? kGap16 : kGap24, 0);
  rect.w -= draw_sync_chip(frame, rect, state) + kGap12;
  const std::string title(title_of_screen(state.screen));
  if (state.screen == Screen::Customers && width_class(frame) != Width::Compact) {
    const std::string menu = "Sales  \xE2\x80\xBA  ";
    const float w = text_width(frame, menu, TextSize::Body, Weight::Regular);
    draw_text(frame, "menu", {rect.x, rect.y, w, rect.h}, menu,
              {TextSize::Body, Weight::Regular, t.muted});
    rect.cut_left(w);
  }
  draw_heading(frame, "title", rect, title, {TextSize::Section, Weight::Bold, t.text}, 1);
}

// News that concerns every screen; the height it took.
float draw_news(Frame& frame, const Rect& rect, const AppState& state) {
  Rect at = rect.inset(width_class(frame) == Width::Compact ? kGap12 : kGap24, 0);
  at.y += kGap12;
  const float top = at.y;
  if (state.update_ready) {
    const BannerSpec spec{"A new version is ready. Your work stays as it is.", Tone::Info,
                          Icon::Restore, "Update"};
    if (draw_banner(frame, "update", at, spec)) frame.push(UpdateProgram{});
    at.y += banner_height(frame, spec, at.w) + kGap8;
  }
  if (state.sync.phase == SyncPhase::NeedsSignIn) {
    const BannerSpec spec{"You are signed out. Changes are kept on this device until you sign in.",
                          Tone::Warning, Icon::Lock, "Sign in"};
    if (draw_banner(frame, "sign_in_again", at, spec)) frame.push(OpenScreen{Screen::SignIn});
    at.y += banner_height(frame, spec, at.w) + kGap8;
  }
  if (state.storage_persisted == false && state.sync.unsent > 0 && state.screen == Screen::Sync) {
    const BannerSpec spec{
        "The browser may delete this page's data when the disk is full. Sync soon, or install the "
        "app.",
        Tone::Warning,
        Icon::Warning,
        {}};
    draw_banner(frame, "not_persisted", at, spec);
    at.y += banner_height(frame, spec, at.w) + kGap8;
  }
  return at.y == top ? 0 : at.y - rect.y;
}

}  // namespace

Width width_class(const Frame& frame) {
  const float w = frame.environment.size.w;
  return w < 600 ? Width::Compact : w < 1200 ? Width::Medium : Width::Expanded;
}

float draw_sync_chip(Frame& frame, const Rect& rect, const AppState& state) {
  const SyncWords words = sync_words(state.sync);
  const float w = chip_width(frame, words.text, words.icon);
  const float target_h = frame.coarse() ? 48 : 32;
  const Rect target{rect.right() - w, rect.y + (rect.h - target_h) / 2, w, target_h};
  Node node = make_node(frame, NodeRole::Button, "sync_chip", target, words.text);
  node.description = "Sync status";
  const NodeId id = node.id;
  const Rect chip = target.centered(w, kChipH);
  paint_chip(frame, target, words.text, words.tone, words.icon);
  if (frame.hovered(target)) frame.paint.stroke(chip, frame.theme.border_input, kChipH / 2);
  if (frame.shows_focus(id))
    frame.paint.ring(chip, frame.theme.focus, frame.theme.focus_gap, kChipH / 2);
  frame.emit(std::move(node));
  if (frame.pressed(id)) frame.push(OpenScreen{Screen::Sync});
  return w;
}

void draw_shell(Frame& frame, const AppState& state, Chrome chrome,
                const std::function<void(Rect)>& content) {
  Rect rest{0, 0, frame.environment.size.w, frame.environment.size.visible_h};
  const Width width = width_class(frame);
  const bool full = chrome == Chrome::Full;
  if (width == Width::Expanded) draw_side_nav(frame, rest.cut_left(kSideNavW), state);
  if (width == Width::Medium) draw_rail(frame, rest.cut_left(kRailW), state);
  Rect bottom_nav;
  if (full || width != Width::Compact) draw_top_bar(frame, rest.cut_top(kTopBarH), state);
  // A soft keyboard covers the bottom: what was typed about needs the room.
  const bool has_bottom_nav = full && width == Width::Compact &&
                              frame.environment.size.visible_h > frame.environment.size.h - 100;
  if (has_bottom_nav) bottom_nav = rest.cut_bottom(kBottomNavH);
  if (full) rest.cut_top(draw_news(frame, rest, state));
  {
    Group main(frame, NodeRole::Main, "main", rest);
    content(rest);
  }
  if (frame.toast != nullptr && !frame.toast_place) frame.toast_place = rest;
  if (has_bottom_nav) draw_bottom_nav(frame, bottom_nav, state);
}

}  // namespace cm::ui
