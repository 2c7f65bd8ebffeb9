#include "client/ui/screens/sync/view.h"

#include "client/ui/shell.h"
#include "client/ui/toast.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/scroller.h"
#include "client/ui/words.h"

namespace cm::ui {
namespace {

constexpr float kContentW = 720;

bool is_working(const SyncStatus& status) {
  return status.phase == SyncPhase::Pushing || status.phase == SyncPhase::Pulling;
}

float draw_status(Frame& frame, const Rect& inner, const AppState& state) {
  constexpr float kDisc = 44;
  const Theme& t = frame.theme;
  const SyncWords words = sync_words(state.sync);
  const std::string sentence = sync_sentence(state.sync, state.now_ms);
  const TextStyle style{TextSize::Body, Weight::Regular, t.muted, Align::Left, 0};
  Rect at = inner;
  Rect text = at;
  const Rect disc = text.cut_left(kDisc, kGap16);
  frame.paint.circle({disc.center_x(), inner.y + kDisc / 2}, kDisc / 2, t.surface_sunken, 0);
  draw_icon(frame.paint, words.icon, {disc.x, inner.y, kDisc, kDisc}, 24,
            tone_colors(t, words.tone).strong);
  draw_heading(frame, "state", text.cut_top(26), words.text,
               {TextSize::Section, Weight::Bold, t.text}, 2);
  const float sentence_h = text_height(frame, sentence, style, text.w);
  draw_text(frame, "sentence", text.cut_top(sentence_h, kGap4), sentence, style);
  if (state.sync.last_success_ms && !state.sync.problem.empty()) {
    draw_text(frame, "last", text.cut_top(21),
              "Last synced " + format_when(*state.sync.last_success_ms, state.now_ms) + ".",
              {TextSize::Body, Weight::Regular, t.muted});
  }
  at.y = std::max(text.y, inner.y + kDisc) + kGap12;
  ButtonSpec spec{is_working(state.sync) ? "Syncing\xE2\x80\xA6" : "Sync now", ButtonKind::Primary,
                  Icon::Sync, "Sync now"};
  spec.busy = is_working(state.sync);
  const Rect button{at.x, at.y, std::min(at.w, button_width(frame, spec.label, spec.icon)),
                    frame.control_h()};
  if (draw_button(frame, "sync_now", button, spec)) frame.push(SyncNow{});
  return button.bottom() - inner.y;
}

void draw_unsent(Frame& frame, const std::string& key, Rect row, const UnsentItem& item,
                 UnixMs now_ms) {
  const Theme& t = frame.theme;
  Group group(frame, NodeRole::ListItem, key, row, item.record_name);
  const std::string when = format_when(item.at_ms, now_ms);
  const float when_w = text_width(frame, when, TextSize::Caption, Weight::Regular) + 2;
  const Rect right = row.cut_right(when_w, kGap12);
  draw_text(frame, "when", right, when,
            {TextSize::Caption, Weight::Regular, t.muted, Align::Right});
  draw_text(frame, "name", {row.x, row.y + 8, row.w, 21}, item.record_name,
            {TextSize::Body, Weight::Bold, t.text});
  draw_text(frame, "what", {row.x, row.y + 29, row.w, 18}, item.what,
            {TextSize::Caption, Weight::Regular, t.muted});
}

float draw_queue(Frame& frame, const Rect& inner, const AppState& state) {
  constexpr float kRowH = 56;
  const Theme& t = frame.theme;
  const auto& items = state.sync_screen.unsent;
  Rect at = inner;
  if (items.empty()) {
    draw_text(frame, "nothing", at.cut_top(21), "Nothing is waiting.",
              {TextSize::Body, Weight::Regular, t.muted});
    return 21;
  }
  {
    Group list(frame, NodeRole::List, "queue",
               {inner.x, inner.y, inner.w, kRowH * static_cast<float>(items.size())},
               "Changes not sent");
    for (std::size_t i = 0; i < items.size(); ++i) {
      const Rect row = at.cut_top(kRowH);
      if (i > 0) frame.paint.line({row.x, row.y}, {row.right(), row.y}, t.border);
      draw_unsent(frame, std::to_string(items[i].at_ms) + "." + std::to_string(i), row, items[i],
                  state.now_ms);
    }
  }
  const std::size_t more = state.sync.unsent > items.size() ? state.sync.unsent - items.size() : 0;
  if (more > 0) {
    draw_text(frame, "more", at.cut_top(24),
              "and " + count_of(static_cast<std::int64_t>(more), "more change", "more changes"),
              {TextSize::Caption, Weight::Regular, t.muted});
  }
  return at.y - inner.y;
}

void draw_fact(Frame& frame, std::string_view key, Rect row, std::string_view label,
               const std::string& value) {
  const Theme& t = frame.theme;
  draw_text(frame, std::string(key) + ".label", row.cut_left(150, kGap12), label,
            {TextSize::Body, Weight::Regular, t.muted});
  draw_text(frame, key, row, value, {TextSize::Body, Weight::Regular, t.text});
}

std::string storage_words(const AppState& state) {
  if (!state.storage_persisted) return "Not known yet";
  return *state.storage_persisted ? "Kept until you delete it"
                                  : "The browser may delete it when the disk is full";
}

float draw_device(Frame& frame, const Rect& inner, const AppState& state) {
  Rect at = inner;
  draw_fact(frame, "customers", at.cut_top(28), "Customers here",
            group_digits(state.sync_screen.customers));
  draw_fact(frame, "storage", at.cut_top(28), "Data here", storage_words(state));
  return at.y - inner.y;
}

float draw_account(Frame& frame, const Rect& inner, const AppState& state) {
  Rect at = inner;
  draw_fact(
      frame, "user", at.cut_top(28), "Signed in as",
      state.session->display_name.empty() ? state.session->user : state.session->display_name);
  draw_fact(frame, "role", at.cut_top(28, kGap8), "Role", role_label(state.session->role));
  const Rect button{at.x, at.y, button_width(frame, "Sign out"), frame.control_h()};
  if (draw_button(frame, "sign_out", button, {"Sign out"})) frame.push(SignOut{});
  return button.bottom() - inner.y;
}

}  // namespace

void draw_sync(Frame& frame, Rect rect, const AppState& state) {
  cut_toast_room(frame, rect);
  Scroller scroller(frame, "sync", rect, "Sync");
  const float margin = width_class(frame) == Width::Compact ? kGap12 : kGap24;
  Rect at{margin, kGap16, std::min(kContentW, rect.w - 2 * margin), 0};
  at.y += draw_card(frame, "status", at, "",
                    [&](Rect inner) { return draw_status(frame, inner, state); }) +
          kGap16;
  at.y += draw_card(frame, "queue", at, "Not sent yet",
                    [&](Rect inner) { return draw_queue(frame, inner, state); }) +
          kGap16;
  at.y += draw_card(frame, "device", at, "This device",
                    [&](Rect inner) { return draw_device(frame, inner, state); }) +
          kGap16;
  if (state.session)
    at.y += draw_card(frame, "account", at, "Account",
                      [&](Rect inner) { return draw_account(frame, inner, state); }) +
            kGap16;
  scroller.finish(at.y + kGap8);
}

}  // namespace cm::ui
