#include "client/ui/screens/conflicts/view.h"

#include <cmath>

#include "client/app/rights.h"
#include "client/ui/screens/conflicts/sides.h"
#include "client/ui/shell.h"
#include "client/ui/toast.h"
#include "client/ui/widgets/banner.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/empty_state.h"
#include "client/ui/widgets/scroller.h"
#include "client/ui/words.h"

namespace cm::ui {
namespace {

constexpr float kContentW = 880, kStackedBelow = 520;

struct Side {
  std::string key;  // "winner", "loser"
  std::string_view chip;
  Tone tone;
  Icon icon;
  const Stamp* stamp;
  std::string device;
  std::string ConflictLine::*value;
  std::string button;
  std::string button_description;
  ConflictState decision;
};

std::string made_by(const Side& side, UnixMs now_ms) {
  if (side.stamp->at_ms == 0) return "Nobody has written it yet.";
  const std::string device = side.device.empty() ? "an unnamed device" : side.device;
  return side.stamp->user + " \xC2\xB7 " + device + " \xC2\xB7 " +
         format_when(side.stamp->at_ms, now_ms);
}

TextStyle value_style(const Frame& frame) {
  return {TextSize::Touch, Weight::Bold, frame.theme.text, Align::Left, 3};
}

// One of the two values. Returns the height it needs; `height` is that of the taller of both.
float draw_side(Frame& frame, const Rect& rect, float height, const Conflict& conflict,
                const Side& side, const AppState& state) {
  const Theme& t = frame.theme;
  const bool winner = side.decision == ConflictState::Kept;
  const Rect box{rect.x, rect.y, rect.w, height};
  frame.paint.fill(box, winner ? t.surface : t.surface_sunken, kRadiusControl);
  frame.paint.stroke(box, winner ? t.success : t.border, kRadiusControl,
                     winner ? 1.5f : t.border_px);
  Group group(frame, NodeRole::Group, side.key, box, std::string(side.chip));
  Rect at = rect.inset(kGap12, kGap12);
  at.h = 100000;
  const Rect chip = at.cut_top(kChipH, kGap8);
  paint_chip(frame, chip, side.chip, side.tone, side.icon);
  frame.emit(make_node(frame, NodeRole::Text, "standing",
                       {chip.x, chip.y, chip_width(frame, side.chip, side.icon), kChipH},
                       std::string(side.chip)));
  const std::vector<ConflictLine> lines = conflict_lines(conflict);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::string key = std::to_string(i);
    if (lines.size() > 1)
      draw_text(frame, "label" + key, at.cut_top(18), lines[i].label,
                {TextSize::Caption, Weight::Regular, t.muted});
    const std::string& value = lines[i].*side.value;
    draw_text(frame, "value" + key,
              at.cut_top(text_height(frame, value, value_style(frame), at.w), kGap4), value,
              value_style(frame));
  }
  const TextStyle by{TextSize::Caption, Weight::Regular, t.muted, Align::Left, 2};
  const std::string who = made_by(side, state.now_ms);
  draw_text(frame, "by", at.cut_top(text_height(frame, who, by, at.w), kGap12), who, by);
  if (!state.rights.decide_conflicts) return at.y - rect.y;
  const std::string refusal = winner ? std::string() : restore_refusal(state, conflict);
  if (!refusal.empty()) {
    draw_text(frame, "refusal", at.cut_top(text_height(frame, refusal, by, at.w), kGap12), refusal,
              by);
    return at.y - rect.y;
  }
  const float needed = at.y - rect.y + frame.control_h() + kGap12;
  const Rect button{at.x, rect.y + std::max(height, needed) - kGap12 - frame.control_h(),
                    std::max(96.0f, button_width(frame, side.button)), frame.control_h()};
  ButtonSpec spec{side.button, ButtonKind::Secondary, winner ? Icon::Check : Icon::Restore};
  spec.description = side.button_description;
  spec.busy = state.conflicts.deciding.count(conflict.id) > 0;
  const float w = std::max(button.w, button_width(frame, side.button, spec.icon));
  if (draw_button(frame, "decide", {button.x, button.y, w, button.h}, spec))
    frame.push(DecideConflict{conflict.id, side.decision});
  return needed;
}

float draw_sides(Frame& frame, Rect at, const Conflict& conflict, const AppState& state) {
  const Side winner{"winner",
                    "Stands now",
                    Tone::Success,
                    Icon::Check,
                    &conflict.winner_stamp,
                    conflict.winner_device_name,
                    &ConflictLine::winner,
                    "Keep",
                    "Leaves the value that stands now, and closes this conflict.",
                    ConflictState::Kept};
  const Side loser{"loser",
                   "Overwritten",
                   Tone::Neutral,
                   Icon::Clock,
                   &conflict.loser_stamp,
                   conflict.loser_device_name,
                   &ConflictLine::loser,
                   "Restore",
                   "Puts the overwritten value back.",
                   ConflictState::Restored};
  const bool stacked = at.w < kStackedBelow;
  Rect left = at;
  if (!stacked) left.w = std::floor((at.w - kGap16) / 2);
  const auto height_of = [&](const Side& side) {
    return frame.measure([&] { return draw_side(frame, left, 0, conflict, side, state); });
  };
  float left_h = height_of(winner), right_h = height_of(loser);
  if (!stacked) left_h = right_h = std::max(left_h, right_h);
  draw_side(frame, left, left_h, conflict, winner, state);
  Rect right = left;
  if (stacked)
    right.y += left_h + kGap12;
  else
    right.x = at.right() - right.w;
  draw_side(frame, right, right_h, conflict, loser, state);
  return stacked ? left_h + kGap12 + right_h : left_h;
}

float draw_conflict(Frame& frame, const Rect& rect, const Conflict& conflict,
                    const AppState& state) {
  const Theme& t = frame.theme;
  const std::string name = conflict.row_name.empty() ? "Record without a name" : conflict.row_name;
  return draw_card(frame, "conflict." + conflict.id, rect, "", [&](Rect inner) {
    Rect at = inner;
    draw_heading(frame, "name", at.cut_top(24), name, {TextSize::Touch, Weight::Bold, t.text}, 2);
    const TextStyle style{TextSize::Body, Weight::Regular, t.muted, Align::Left, 0};
    const std::string text = conflict_label(conflict) + " \xC2\xB7 " + conflict_reason(conflict);
    draw_text(frame, "what", at.cut_top(text_height(frame, text, style, at.w), kGap12), text,
              style);
    at.y += draw_sides(frame, at, conflict, state);
    return at.y - inner.y;
  });
}

// An empty list says so itself, so that only its age is left to say.
std::string count_text(const ConflictsState& conflicts, UnixMs now_ms) {
  if (conflicts.loading) return "Fetching\xE2\x80\xA6";
  const std::string when =
      conflicts.fetched_ms ? format_when(*conflicts.fetched_ms, now_ms) : std::string();
  if (conflicts.conflicts.empty()) return when.empty() ? "" : "As of " + when;
  const std::string count = count_of(static_cast<std::int64_t>(conflicts.conflicts.size()),
                                     "conflict to review", "conflicts to review");
  return when.empty() ? count : count + " \xC2\xB7 as of " + when;
}

float draw_head(Frame& frame, Rect at, const AppState& state) {
  const ConflictsState& conflicts = state.conflicts;
  const float top = at.y;
  Rect row{at.x, at.y, at.w, frame.control_h()};
  ButtonSpec refresh{"Refresh", ButtonKind::Secondary, Icon::Sync};
  refresh.busy = conflicts.loading;
  if (draw_button(frame, "refresh",
                  row.cut_right(button_width(frame, "Refresh", Icon::Sync), kGap12), refresh))
    frame.push(RefreshConflicts{});
  draw_text(frame, "count", row, count_text(conflicts, state.now_ms), {TextSize::Body, Weight::Regular, frame.theme.muted});
  at.y += frame.control_h() + kGap16;
  if (!state.rights.decide_conflicts && !conflicts.conflicts.empty()) {
    const BannerSpec spec{
        "You can read these. A manager or the office decides which value stays.",
        Tone::Neutral,
        Icon::Lock,
        {}};
    draw_banner(frame, "readonly", at, spec);
    at.y += banner_height(frame, spec, at.w) + kGap16;
  }
  if (!conflicts.problem.empty()) {
    const BannerSpec spec{conflicts.problem, Tone::Warning, Icon::Warning, {}, true};
    draw_banner(frame, "problem", at, spec);
    at.y += banner_height(frame, spec, at.w) + kGap16;
  }
  return at.y - top;
}

}  // namespace

void draw_conflicts(Frame& frame, Rect rect, const AppState& state) {
  cut_toast_room(frame, rect);
  Scroller scroller(frame, "conflicts", rect, "Conflicts");
  const float margin = width_class(frame) == Width::Compact ? kGap12 : kGap24;
  Rect at{margin, kGap16, std::min(kContentW, rect.w - 2 * margin), 0};
  at.y += draw_head(frame, at, state);
  if (state.conflicts.conflicts.empty() && !state.conflicts.loading &&
      state.conflicts.problem.empty()) {
    draw_empty_state(frame, "none", {0, at.y, rect.w, std::max(280.0f, rect.h - at.y)},
                     {Icon::Check,
                      "No conflicts",
                      "When two people change the same field without knowing of each other, both "
                      "values are listed here.",
                      {}});
    return scroller.finish(std::max(rect.h, at.y + 280));
  }
  for (const Conflict& conflict : state.conflicts.conflicts) {
    const float height = frame.measure([&] { return draw_conflict(frame, at, conflict, state); });
    const float around = rect.h / 2;  // cards further away than this have no nodes
    const bool near = at.y < scroller.bottom() + around && at.y + height > scroller.top() - around;
    if (near) draw_conflict(frame, at, conflict, state);
    at.y += height + kGap16;
  }
  scroller.finish(at.y + kGap8);
}

}  // namespace cm::ui
