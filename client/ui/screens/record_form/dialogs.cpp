// What is asked before a record is saved with warnings, or deleted.
#include "client/ui/screens/record_form/view.h"
#include "client/ui/form_flow.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/dialog.h"
#include "client/ui/widgets/field.h"

namespace cm::ui {
namespace {

float draw_paragraph(Frame& frame, std::string_view key, const Rect& rect, const std::string& text,
                     Color color) {
  const TextStyle style{TextSize::Body, Weight::Regular, color, Align::Left, 0};
  const float h = text_height(frame, text, style, rect.w);
  draw_text(frame, key, {rect.x, rect.y, rect.w, h}, text, style);
  return h;
}

float draw_warnings(Frame& frame, const Rect& rect, const RecordEditorState& editor) {
  Rect at = rect;
  at.y += draw_paragraph(frame, "intro", at,
                         "You can save as it is. Compare these with the papers first.",
                         frame.theme.muted) +
          kGap12;
  for (const Finding& finding : editor.to_confirm) {
    const Field* field = editor.type->find_field(std::string_view(finding.field));
    const std::string text = with_label(field ? field->label : "", finding);
    at.y += draw_paragraph(frame, finding.field + "." + finding.code, at, text, frame.theme.text) +
            kGap12;
  }
  if (!editor.reason_needed) return at.y - rect.y;
  FieldSpec spec;
  spec.label = "Reason";
  spec.value = editor.draft.override_reason;
  spec.revision = editor.revisions.all;
  spec.required = true;
  spec.hint = "Why is this right? It is kept with the record.";
  if (editor.reason_missing)
    spec.notes.push_back({Grade::Error, "Say why these warnings are accepted."});
  const FieldEvents events = draw_field(frame, "reason", at, spec, FieldShape::Line);
  if (events.text) frame.push(EditRecordReason{*events.text});
  if (events.entered) frame.push(ConfirmRecordWarnings{});
  return at.y + field_height(frame, spec, FieldShape::Line, rect.w) + kGap16 - rect.y;
}

void draw_footer(Frame& frame, Rect rect, const ButtonSpec& yes, const std::string& no,
                 const std::function<void()>& confirm) {
  const Rect right = rect.cut_right(button_width(frame, yes.label), kGap8);
  if (draw_button(frame, "return", rect.cut_right(button_width(frame, no)), {no}))
    frame.push(ReturnToRecord{});
  if (draw_button(frame, "confirm", right, yes)) confirm();
}

}  // namespace

bool asks_about_record(const AppState& state) {
  return state.screen == Screen::Records && state.record_editor &&
         state.record_editor->step != RecordStep::Editing;
}

void draw_record_dialog(Frame& frame, const AppState& state) {
  const RecordEditorState& editor = *state.record_editor;
  const bool deleting = editor.step == RecordStep::ConfirmingDelete;
  if (frame.take_key("Escape")) frame.push(ReturnToRecord{});
  DialogSpec spec;
  spec.title = deleting ? "Delete " + editor.title + "?" : "Save with warnings?";
  spec.footer_h = frame.control_h();
  const NodeId dialog = frame.id("record_dialog");
  const std::string explanation =
      "It disappears from all lists, here and on other devices. Its history stays.";
  draw_dialog(
      frame, "record_dialog", spec,
      [&](Rect rect) {
        return deleting ? draw_paragraph(frame, "text", rect, explanation, frame.theme.text)
                        : draw_warnings(frame, rect, editor);
      },
      [&](Rect rect) {
        if (deleting)
          draw_footer(frame, rect, {"Delete", ButtonKind::Danger}, "Cancel",
                      [&] { frame.push(DeleteRecord{}); });
        else
          draw_footer(frame, rect, {"Save anyway", ButtonKind::Primary}, "Back",
                      [&] { frame.push(ConfirmRecordWarnings{}); });
      },
      [&] {
        return editor.reason_needed && !deleting ? node_id(node_id(dialog, "body"), "reason")
                                                 : node_id(dialog, "return");
      });
}

}  // namespace cm::ui
