#include "client/ui/shell.h"

#include <algorithm>

#include "client/ui/navigation.h"
#include "client/ui/widgets/banner.h"
#include "client/ui/widgets/button.h"
#include "client/ui/words.h"

namespace cm::ui {
namespace {

void draw_top_bar(Frame& frame, Rect rect, const AppState& state) {
  const Theme& t = frame.theme;
  frame.paint.fill(rect, t.surface);
  frame.paint.line({rect.x, rect.bottom() - 1}, {rect.right(), rect.bottom() - 1}, t.border);
  Group banner(frame, NodeRole::Banner, "top", rect);
  rect = rect.inset(width_class(frame) == Width::Compact ? kGap16 : kGap24, 0);
  rect.w -= draw_sync_chip(frame, rect, state) + kGap12;
  const Place* place = current_place(state);
  const std::string title(place ? place->label : state.screen == Screen::More ? "More" : "");
  if (place && !place->group.empty() && width_class(frame) != Width::Compact) {
    const std::string menu = std::string(place->group) + "  \xE2\x80\xBA  ";
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

float draw_sync_chip(Frame& frame, const Rect& rect, const AppState& state, SyncChip size) {
  const SyncWords words = sync_words(state.sync);
  const std::string shown = size == SyncChip::Full ? words.text : words.number;
  const float chip_w = chip_width(frame, shown, words.icon);
  const float w = std::max(chip_w, frame.coarse() ? 48.0f : 32.0f);
  const float target_h = frame.coarse() ? 48 : 32;
  const Rect target{rect.right() - w, rect.y + (rect.h - target_h) / 2, w, target_h};
  Node node = make_node(frame, NodeRole::Button, "sync_chip", target, words.text);
  node.description = "Sync status";
  const NodeId id = node.id;
  const Rect chip = target.centered(chip_w, kChipH);
  paint_chip(frame, chip, shown, words.tone, words.icon);
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
