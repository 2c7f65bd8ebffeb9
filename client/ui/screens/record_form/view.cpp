#include "client/ui/screens/record_form/view.h"

#include <algorithm>

#include "client/ui/form_flow.h"
#include "client/ui/screens/record_form/fields.h"
#include "client/ui/screens/record_form/link_field.h"
#include "client/ui/screens/record_form/past.h"
#include "client/ui/screens/record_form/related.h"
#include "client/ui/shell.h"
#include "client/ui/toast.h"
#include "client/ui/widgets/banner.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/card.h"
#include "client/ui/words.h"

namespace cm::ui {
namespace {

constexpr float kHeaderH = 64, kSaveBarH = 64, kFormW = 1040;

std::string label_of(const RecordEditorState& editor) {
  return std::string(editor.type->label());
}

std::string title_of(const RecordEditorState& editor) {
  if (!editor.id) return "New " + label_of(editor);
  return editor.title.empty() ? label_of(editor) : editor.title;
}

std::string subtitle_of(const RecordEditorState& editor) {
  const std::string label = label_of(editor);
  return editor.made_for_title.empty() ? label : label + " of " + editor.made_for_title;
}

void draw_header(Frame& frame, Rect rect, const AppState& state, Memory& memory) {
  const Theme& t = frame.theme;
  const RecordEditorState& editor = *state.record_editor;
  const bool phone = width_class(frame) == Width::Compact;
  frame.paint.fill(rect, t.surface);
  frame.paint.line({rect.x, rect.bottom() - 1}, {rect.right(), rect.bottom() - 1}, t.border);
  rect = rect.inset(phone ? kGap8 : kGap16, 0);
  const float side = std::max(40.0f, frame.control_h());
  const Rect back = rect.cut_left(side, kGap8).centered(side, side);
  if (draw_button(frame, "back", back, {"", ButtonKind::Quiet, Icon::Back, "Back"}))
    frame.push(CloseRecord{});
  const bool opened = !memory.record_form_was_open || memory.record_form_was_of != editor.id;
  if (opened && !frame.measuring() && (editor.id || frame.coarse())) frame.focus(frame.id("back"));
  if (phone) rect.w -= draw_sync_chip(frame, rect, state, SyncChip::Short) + kGap8;
  draw_heading(frame, "title", {rect.x, rect.y + 8, rect.w, 26}, title_of(editor),
               {TextSize::Section, Weight::Bold, t.text}, phone ? 1 : 2);
  draw_text(frame, "kind", {rect.x, rect.y + 35, rect.w, 18}, subtitle_of(editor),
            {TextSize::Caption, Weight::Regular, t.muted});
}

std::string save_bar_text(const AppState& state) {
  const RecordEditorState& editor = *state.record_editor;
  if (editor.draft_saved_ms && editor.dirty)
    return "Draft saved " + format_when(*editor.draft_saved_ms, state.now_ms);
  if (editor.dirty) return "Not saved yet";
  return editor.id ? "No changes" : "";
}

void draw_save_bar(Frame& frame, Rect rect, const AppState& state) {
  const Theme& t = frame.theme;
  const RecordEditorState& editor = *state.record_editor;
  frame.paint.fill(rect, t.surface);
  frame.paint.line({rect.x, rect.y}, {rect.right(), rect.y}, t.border);
  const bool phone = width_class(frame) == Width::Compact;
  Rect row = rect.inset(phone ? kGap16 : kGap24, 0);
  row = {row.x, row.center_y() - frame.control_h() / 2, std::min(row.w, kFormW), frame.control_h()};
  const std::string save = editor.id ? "Save" : "Create " + label_of(editor);
  const Rect save_rect = row.cut_right(std::max(96.0f, button_width(frame, save)), kGap8);
  if (editor.dirty) {
    const std::string discard = phone ? "Discard" : "Discard changes";
    if (draw_button(frame, "discard", row.cut_right(button_width(frame, discard), kGap12),
                    {discard, ButtonKind::Quiet, Icon::None, "Discard changes"}))
      frame.push(DiscardRecordDraft{});
  }
  if (draw_button(frame, "save", save_rect, {save, ButtonKind::Primary})) frame.push(SaveRecord{});
  draw_text(frame, "saved", row, save_bar_text(state),
            {TextSize::Caption, Weight::Regular, t.muted, Align::Left, 2});
}

float draw_news(Frame& frame, std::string_view key, const Rect& rect, const BannerSpec& spec) {
  draw_banner(frame, key, rect, spec);
  return banner_height(frame, spec, rect.w) + kGap12;
}

float draw_messages(Frame& frame, const Rect& rect, const AppState& state) {
  const RecordEditorState& editor = *state.record_editor;
  Rect at = rect;
  if (!editor.may_save)
    at.y += draw_news(
        frame, "readonly", at,
        {"You may read this record. Changing it is for others.", Tone::Info, Icon::Lock, {}});
  if (!editor.problem.empty())
    at.y += draw_news(frame, "problem", at, {editor.problem, Tone::Danger, Icon::Error, {}, true});
  if (editor.changed_elsewhere)
    at.y += draw_news(frame, "changed_elsewhere", at,
                      {"Someone else has changed this record meanwhile. Your boxes are kept; what "
                       "you save counts for those you changed.",
                       Tone::Info,
                       Icon::Sync,
                       {}});
  if (editor.draft_restored && editor.dirty) {
    const std::string when =
        editor.draft_saved_ms ? " from " + format_when(*editor.draft_saved_ms, state.now_ms) : "";
    at.y += draw_news(frame, "draft_restored", at,
                      {"This is your unsaved draft" + when + ".", Tone::Info, Icon::Restore, {}});
  }
  return at.y - rect.y;
}

// A request of the app to move the focus, once; and a new form starts in its first box.
void take_focus_request(const Frame& frame, const RecordEditorState& editor, Memory& memory) {
  if (!memory.record_form_was_open || memory.record_form_was_of != editor.id) {
    memory.focus_request_done = 0;
    memory.open_link.clear();
    const auto fields = editor.type->fields();
    const bool starts = !editor.id && !frame.coarse() && editor.focus_request == 0;
    if (starts && !fields.empty() && fields.front().kind != FieldKind::Link)
      memory.field_to_focus = std::string(fields.front().name);
  }
  follow_focus_request(editor, memory);
}

float draw_delete(Frame& frame, const Rect& rect, const RecordEditorState& editor) {
  if (!editor.id || !editor.may_delete) return 0;
  const std::string label = "Delete " + label_of(editor);
  const float w = std::min(rect.w, button_width(frame, label, Icon::Trash));
  if (draw_button(frame, "delete", {rect.x, rect.y, w, frame.control_h()},
                  {label, ButtonKind::Secondary, Icon::Trash}))
    frame.push(AskDeleteRecord{});
  return frame.control_h() + kGap16;
}

void draw_body(Frame& frame, const Rect& rect, const AppState& state, Memory& memory) {
  const RecordEditorState& editor = *state.record_editor;
  const float margin = width_class(frame) == Width::Compact ? kGap12 : kGap24;
  const std::string key = editor.id ? "form." + editor.id->text() : "form.new";
  Scroller scroller(frame, key, rect, label_of(editor) + " form");
  const Rect column{margin, kGap16, std::min(kFormW, scroller.width() - 2 * margin), 0};
  Rect link_box;
  const auto draw_content = [&] {
    Rect at = column;
    at.y += draw_messages(frame, at, state);
    at.y += draw_card(frame, "fields", at, label_of(editor), [&](Rect inner) {
      return draw_record_fields(frame, inner, editor, memory, scroller, link_box);
    });
    at.y += kGap16;
    if (editor.id) {
      const RecordRef record{std::string(editor.type->table()), *editor.id};
      at.y += draw_related(frame, at, state, record);
      at.y += draw_past(frame, at, state, record);
    }
    at.y += draw_delete(frame, at, editor);
    return at.y + kGap8;
  };
  const float height = frame.measure(draw_content);
  {
    Group form(frame, NodeRole::Form, "form", {0, 0, scroller.width(), height}, title_of(editor));
    draw_content();
  }
  const float choices_end = draw_link_choices(frame, link_box, editor, memory);
  scroller.finish(std::max(height, choices_end + kGap24));
}

}  // namespace

void draw_record_form(Frame& frame, const Rect& rect, const AppState& state, Memory& memory) {
  const RecordEditorState& editor = *state.record_editor;
  Group group(frame, NodeRole::Group, "record_form", rect, title_of(editor));
  if (frame.take_key("s", true) || frame.take_key("S", true) || frame.take_key("Enter", true))
    if (editor.may_save) frame.push(SaveRecord{});
  memory.form_fields.clear();
  take_focus_request(frame, editor, memory);
  Rect rest = rect;
  draw_header(frame, rest.cut_top(kHeaderH), state, memory);
  const Rect bar = rest.cut_bottom(editor.may_save ? kSaveBarH : 0);
  cut_toast_room(frame, rest);
  draw_body(frame, rest, state, memory);
  if (editor.may_save) draw_save_bar(frame, bar, state);
  if (frame.take_key("Escape")) frame.push(CloseRecord{});  // what no open link took
  follow_enter(frame, memory, SaveRecord{});
  memory.record_form_was_open = true;
  memory.record_form_was_of = editor.id;
}

}  // namespace cm::ui
