#include "client/ui/screens/record_form/past.h"

#include <algorithm>

#include "client/ui/widgets/button.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/chip.h"
#include "client/ui/widgets/field.h"
#include "client/ui/words.h"

namespace cm::ui {
namespace {

TextStyle words(const Frame& frame, Color color, Weight weight = Weight::Regular) {
  return {TextSize::Body, weight, color, Align::Left, 0};
}

// A paragraph as high as its lines.
float draw_words(Frame& frame, std::string_view key, const Rect& at, const std::string& text,
                 const TextStyle& style) {
  const float h = text_height(frame, text, style, at.w);
  draw_text(frame, key, {at.x, at.y, at.w, h}, text, style);
  return h;
}

float draw_entry(Frame& frame, const Rect& rect, const PastEntry& entry, UnixMs now_ms) {
  const Theme& t = frame.theme;
  Rect at = rect;
  at.y += kGap8;
  const auto draw_content = [&] {
    Rect inner = at;
    const std::string head = entry.who + " \xC2\xB7 " + format_when(entry.at_ms, now_ms) +
                             (entry.how.empty() ? "" : " \xC2\xB7 " + entry.how);
    inner.y += draw_words(frame, "who", inner, head,
                          {TextSize::Caption, Weight::Regular, t.muted, Align::Left, 0}) +
               2;
    if (!entry.record.empty())
      inner.y += draw_words(frame, "record", inner, entry.record, words(frame, t.text, Weight::Bold)) + 2;
    for (std::size_t i = 0; i < entry.lines.size(); ++i)
      inner.y += draw_words(frame, "line." + std::to_string(i), inner, entry.lines[i],
                            words(frame, t.text)) +
                 2;
    return inner.y - at.y;
  };
  const float h = 2 * kGap8 + frame.measure(draw_content);
  Group item(frame, NodeRole::ListItem, entry.key, {rect.x, rect.y, rect.w, h});
  draw_content();
  frame.paint.line({rect.x, rect.y + h - 1}, {rect.right(), rect.y + h - 1}, t.border);
  return h;
}

std::string source_words(const PastState& past, UnixMs now_ms) {
  if (past.loading && past.source == PastSource::ThisDevice) return "Fetching the history\xE2\x80\xA6";
  if (past.source == PastSource::ThisDevice)
    return "Only what was changed on this device. The whole history comes from the server.";
  if (past.source == PastSource::KeptCopy && past.fetched_ms)
    return "As it was on the server at " + format_when(*past.fetched_ms, now_ms) + ".";
  return {};
}

float draw_entries(Frame& frame, const Rect& rect, const PastState& past, UnixMs now_ms) {
  if (past.entries.empty())
    return draw_words(frame, "none", rect, past.loading ? "" : "Nothing was changed yet.",
                      words(frame, frame.theme.muted));
  const auto draw_list = [&] {
    Rect at = rect;
    for (const PastEntry& entry : past.entries) at.y += draw_entry(frame, at, entry, now_ms);
    return at.y - rect.y;
  };
  const float h = frame.measure(draw_list);
  {
    Group list(frame, NodeRole::List, "changes", {rect.x, rect.y, rect.w, h}, "Changes");
    draw_list();
  }
  const std::size_t more = past.changes.size() - past.entries.size();
  if (more == 0) return h;
  const std::string label = "Show more (" + std::to_string(more) + ")";
  const Rect button{rect.x, rect.y + h + kGap8, button_width(frame, label), frame.control_h()};
  if (draw_button(frame, "more", button, {label, ButtonKind::Quiet})) frame.push(ShowMorePast{});
  return h + kGap8 + frame.control_h();
}

float draw_date(Frame& frame, std::string_view key, const Rect& rect, std::string label,
                const std::string& value, const PastState& past, bool second) {
  FieldSpec spec;
  spec.label = std::move(label);
  spec.value = value;
  spec.revision = past.dates_revision;
  spec.input.placeholder = "dd/mm/yyyy";
  if (second && !past.dates_problem.empty())
    spec.notes.push_back({Grade::Error, past.dates_problem});
  const FieldEvents events = draw_field(frame, key, rect, spec, FieldShape::Line);
  if (events.text) frame.push(EditPastDate{second, *events.text});
  if (events.entered) frame.push(ComparePast{});
  return field_height(frame, spec, FieldShape::Line, rect.w);
}

float draw_difference(Frame& frame, const Rect& rect, const PastDifferenceWords& difference,
                      std::size_t place) {
  const std::string key = "difference." + std::to_string(place);
  const std::string text =
      difference.label + ": " + difference.first + " \xE2\x86\x92 " + difference.second;
  const float h = text_height(frame, text, words(frame, frame.theme.text), rect.w) + kGap8;
  Group item(frame, NodeRole::ListItem, key, {rect.x, rect.y, rect.w, h});
  draw_words(frame, "text", rect, text, words(frame, frame.theme.text));
  return h;
}

float draw_differences(Frame& frame, const Rect& rect, const PastState& past) {
  if (!past.differences) return 0;
  if (past.differences->empty())
    return draw_words(frame, "same", rect, "Nothing differs between the two days.",
                      words(frame, frame.theme.muted));
  const auto draw_list = [&] {
    Rect at = rect;
    for (std::size_t i = 0; i < past.differences->size(); ++i)
      at.y += draw_difference(frame, at, (*past.differences)[i], i);
    return at.y - rect.y;
  };
  const float h = frame.measure(draw_list);
  Group list(frame, NodeRole::List, "differences", {rect.x, rect.y, rect.w, h}, "Differences");
  draw_list();
  return h;
}

float draw_comparing(Frame& frame, const Rect& rect, const PastState& past) {
  Rect at = rect;
  draw_heading(frame, "compare_title", {at.x, at.y, at.w, 24}, "Compare two dates",
               {TextSize::Body, Weight::Bold, frame.theme.text}, 3);
  at.y += 24 + kGap8;
  const float w = std::min(180.0f, (at.w - kGap12) / 2);
  const float first_h = draw_date(frame, "first_date", {at.x, at.y, w, 0}, "First date",
                                  past.first_date, past, false);
  const float second_h = draw_date(frame, "second_date", {at.x + w + kGap12, at.y, w, 0},
                                   "Second date", past.second_date, past, true);
  at.y += std::max(first_h, second_h) + kGap12;
  if (draw_button(frame, "compare",
                  {at.x, at.y, button_width(frame, "Compare"), frame.control_h()},
                  {"Compare", ButtonKind::Secondary}))
    frame.push(ComparePast{});
  at.y += frame.control_h() + kGap12;
  at.y += draw_differences(frame, at, past);
  return at.y - rect.y;
}

float draw_content(Frame& frame, const Rect& inner, const AppState& state, const RecordRef& record) {
  if (!state.past || !(state.past->record == record)) {
    const Rect button{inner.x, inner.y, button_width(frame, "Show history"), frame.control_h()};
    if (draw_button(frame, "show", button, {"Show history", ButtonKind::Secondary}))
      frame.push(ShowPast{record});
    return frame.control_h();
  }
  const PastState& past = *state.past;
  Rect at = inner;
  if (const std::string source = source_words(past, state.now_ms); !source.empty())
    at.y += draw_words(frame, "source", at, source, words(frame, frame.theme.muted)) + kGap8;
  if (!past.problem.empty())
    at.y += draw_words(frame, "problem", at, past.problem, words(frame, frame.theme.danger)) + kGap8;
  at.y += draw_entries(frame, at, past, state.now_ms) + kGap16;
  if (!past.changes.empty()) at.y += draw_comparing(frame, at, past);
  return at.y - inner.y;
}

}  // namespace

float draw_past(Frame& frame, const Rect& rect, const AppState& state, const RecordRef& record) {
  return draw_card(frame, "history", rect, "History",
                   [&](Rect inner) { return draw_content(frame, inner, state, record); }) +
         kGap16;
}

}  // namespace cm::ui
