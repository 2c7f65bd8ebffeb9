#include "client/ui/screens/customer_form/view.h"

#include <algorithm>

#include "client/ui/form_flow.h"
#include "client/ui/quick_form.h"
#include "client/ui/screens/customer_form/messages.h"
#include "client/ui/screens/record_form/past.h"
#include "client/ui/screens/record_form/related.h"
#include "client/ui/shell.h"
#include "client/ui/toast.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/chip.h"
#include "client/ui/words.h"

namespace cm::ui {
namespace {

constexpr float kHeaderH = 64, kSaveBarH = 64, kFormW = 1040;

std::string text_of(const Row& row, std::string_view field) {
  const auto* text = std::get_if<std::string>(&row.get(field));
  return text == nullptr ? std::string() : *text;
}

bool is_set(const Row& row, std::string_view field) {
  const auto* number = std::get_if<std::int64_t>(&row.get(field));
  return number != nullptr && *number != 0;
}

std::string title_of_editor(const CustomerEditorState& editor) {
  const auto name = editor.draft.text.find("name");
  if (editor.id && name != editor.draft.text.end() && !name->second.empty()) return name->second;
  return editor.id ? "Customer without a name" : "New Customer";
}

std::string code_of(const CustomerEditorState& editor) {
  const std::string code =
      editor.existing ? text_of(editor.existing->customer, "code") : std::string();
  return code.empty() ? "Number comes with the first sync" : code;
}

struct HeaderChip {
  std::string_view text;
  Tone tone;
};
bool has_conflict(const AppState& state, const RecordId& customer) {
  const auto& conflicts = state.conflicts.conflicts;
  return std::any_of(conflicts.begin(), conflicts.end(), [&](const Conflict& conflict) {
    return conflict.row_id == customer && conflict.state == ConflictState::Open;
  });
}

std::vector<HeaderChip> header_chips(const AppState& state) {
  const CustomerEditorState& editor = *state.editor;
  std::vector<HeaderChip> chips;
  if (!editor.existing) return chips;
  if (has_conflict(state, editor.existing->customer.id)) chips.push_back({"Conflict", Tone::Warning});
  const Row& customer = editor.existing->customer;
  if (is_set(customer, "on_hold")) chips.push_back({"On hold", Tone::Danger});
  chips.push_back(is_set(customer, "active") ? HeaderChip{"Active", Tone::Success}
                                             : HeaderChip{"Inactive", Tone::Neutral});
  return chips;
}

void draw_header(Frame& frame, Rect rect, const AppState& state, Memory& memory) {
  const Theme& t = frame.theme;
  const CustomerEditorState& editor = *state.editor;
  const bool phone = width_class(frame) == Width::Compact;
  frame.paint.fill(rect, t.surface);
  frame.paint.line({rect.x, rect.bottom() - 1}, {rect.right(), rect.bottom() - 1}, t.border);
  rect = rect.inset(phone ? kGap8 : kGap16, 0);
  const float side = std::max(40.0f, frame.control_h());
  ButtonSpec back{"", ButtonKind::Quiet, Icon::Back, "Back"};
  const Rect back_rect = rect.cut_left(side, kGap8).centered(side, side);
  if (draw_button(frame, "back", back_rect, back)) frame.push(CloseEditor{});
  const bool opened = !memory.editor_was_open && !frame.measuring();
  if (opened && (editor.id || frame.coarse())) frame.focus(frame.id("back"));
  rect.w -= phone ? draw_sync_chip(frame, rect, state, SyncChip::Short) + kGap8
                  : kGap24 - kGap16;  // in line with the form's right edge
  for (const HeaderChip& chip : header_chips(state)) {
    if (phone) break;
    const Rect place = rect.cut_right(chip_width(frame, chip.text), kGap8);
    paint_chip(frame, place, chip.text, chip.tone);
    frame.emit(make_node(frame, NodeRole::Text, chip.text, place.centered(place.w, kChipH),
                         std::string(chip.text)));
  }
  draw_heading(frame, "title", {rect.x, rect.y + 8, rect.w, 26}, title_of_editor(editor),
               {TextSize::Section, Weight::Bold, t.text},
               width_class(frame) == Width::Compact ? 1 : 2);
  draw_text(frame, "code", {rect.x, rect.y + 35, rect.w, 18}, code_of(editor),
            {TextSize::Caption, Weight::Regular, t.muted});
}

std::string save_bar_text(const AppState& state) {
  const CustomerEditorState& editor = *state.editor;
  if (!editor.problem.empty()) return editor.problem;
  if (editor.draft_saved_ms && editor.dirty)
    return "Draft saved " + format_when(*editor.draft_saved_ms, state.now_ms);
  if (editor.dirty) return "Not saved yet";
  return editor.id ? "No changes" : "";
}

void draw_save_bar(Frame& frame, Rect rect, const AppState& state) {
  const Theme& t = frame.theme;
  const CustomerEditorState& editor = *state.editor;
  frame.paint.fill(rect, t.surface);
  frame.paint.line({rect.x, rect.y}, {rect.right(), rect.y}, t.border);
  const bool phone = width_class(frame) == Width::Compact;
  Rect row = rect.inset(phone ? kGap16 : kGap24, 0);
  row = {row.x, row.center_y() - frame.control_h() / 2, std::min(row.w, kFormW), frame.control_h()};
  const std::string save = editor.id ? "Save" : "Create Customer";
  const Rect save_rect = row.cut_right(std::max(96.0f, button_width(frame, save)), kGap8);
  if (editor.dirty) {
    const std::string_view discard = phone ? "Discard" : "Discard changes";
    const Rect discard_rect = row.cut_right(button_width(frame, discard), kGap12);
    if (draw_button(frame, "discard", discard_rect,
                    {std::string(discard), ButtonKind::Quiet, Icon::None, "Discard changes"}))
      frame.push(DiscardDraft{});
  }
  if (draw_button(frame, "save", save_rect, {save, ButtonKind::Primary}))
    frame.push(SaveCustomer{});
  const Color color = editor.problem.empty() ? t.muted : t.danger;
  const TextStyle style{TextSize::Caption, Weight::Regular, color, Align::Left, 2};
  const std::string text = save_bar_text(state);
  const float text_h = text_height(frame, text, style, row.w);
  draw_text(frame, "saved", {row.x, row.y + (row.h - text_h) / 2, row.w, text_h}, text, style);
}

// A request of the app to move the focus, once; and a new form starts in its first box.
void take_focus_request(Frame& frame, const CustomerEditorState& editor, Memory& memory) {
  if (!memory.editor_was_open || memory.editor_was_of != editor.id) {
    memory.focus_request_done = 0;
    if (!editor.id && !frame.coarse() && editor.focus_request == 0) memory.field_to_focus = "name";
  }
  follow_focus_request(editor, memory);
}

void draw_body(Frame& frame, const Rect& rect, const AppState& state, Memory& memory) {
  const CustomerEditorState& editor = *state.editor;
  const float margin = width_class(frame) == Width::Compact ? kGap12 : kGap24;
  // A form of its own for each customer, so that each is scrolled by itself.
  const std::string key = editor.id ? "form." + editor.id->text() : "form.new";
  Scroller scroller(frame, key, rect, "Customer form");
  const Rect column{margin, kGap16, std::min(kFormW, scroller.width() - 2 * margin), 0};
  const auto draw_content = [&] {
    Rect at = column;
    at.y += draw_form_messages(frame, at, state, memory);
    at.y += draw_quick_form(frame, at, editor, memory, scroller) + kGap16;
    if (editor.id) at.y += draw_related(frame, at, state, {"customer", *editor.id});
    if (editor.id) at.y += draw_past(frame, at, state, {"customer", *editor.id});
    return at.y + kGap8;
  };
  const float height = frame.measure(draw_content);
  Group form(frame, NodeRole::Form, "form", {0, 0, scroller.width(), height},
             title_of_editor(editor));
  draw_content();
  scroller.finish(height);
}

}  // namespace

void draw_customer_form(Frame& frame, const Rect& rect, const AppState& state, Memory& memory) {
  const CustomerEditorState& editor = *state.editor;
  Group group(frame, NodeRole::Group, "customer_form", rect, title_of_editor(editor));
  const bool readonly = is_readonly(editor);
  if (frame.take_key("s", true) || frame.take_key("S", true) || frame.take_key("Enter", true)) {
    if (!readonly) frame.push(SaveCustomer{});
  }
  if (frame.take_key("Escape")) frame.push(CloseEditor{});
  memory.form_fields.clear();
  take_focus_request(frame, editor, memory);
  Rect rest = rect;
  draw_header(frame, rest.cut_top(kHeaderH), state, memory);
  const Rect bar = rest.cut_bottom(readonly ? 0 : kSaveBarH);
  cut_toast_room(frame, rest);
  draw_body(frame, rest, state, memory);
  if (!readonly) draw_save_bar(frame, bar, state);
  follow_enter(frame, memory, SaveCustomer{});
  memory.editor_was_open = true;
  memory.editor_was_of = editor.id;
}

}  // namespace cm::ui
