// The dialog before a save that brings in warnings: what they are, their fixes, and why they are
// accepted.
#include "client/app/finding_fix.h"
#include "client/ui/screens/customer_form/view.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/dialog.h"
#include "client/ui/widgets/field.h"

namespace cm::ui {
namespace {

constexpr float kIconPx = 20;

float draw_warning(Frame& frame, const Rect& rect, const CustomerEditorState& editor,
                   const Finding& finding) {
  const Theme& t = frame.theme;
  const QuickField* quick = find_quick_field(finding.field);
  const std::string label = quick == nullptr ? finding.field : std::string(quick->label);
  const TextStyle style{TextSize::Body, Weight::Regular, t.text, Align::Left, 0};
  Rect inner = rect.inset(kGap12, kGap12);
  inner.h = 100000;
  const Rect icon = inner.cut_left(kIconPx, kGap12);
  const float text_h = text_height(frame, finding.text, style, inner.w);
  const bool has_fix = !finding.expected.empty();
  const float h = 2 * kGap12 + 21 + text_h + (has_fix ? kGap8 + frame.control_h() : 0);
  const Rect box{rect.x, rect.y, rect.w, h};
  frame.paint.fill(box, t.warning_soft, kRadiusCard);
  if (t.name == ThemeName::HighContrast) frame.paint.stroke(box, t.warning, kRadiusCard, 1);
  Group group(frame, NodeRole::Group, finding.field + "." + finding.code, box, label);
  draw_icon(frame.paint, Icon::Warning, {icon.x, icon.y, kIconPx, 21}, kIconPx, t.warning);
  draw_text(frame, "label", inner.cut_top(21), label, {TextSize::Body, Weight::Bold, t.text});
  draw_text(frame, "text", inner.cut_top(text_h, kGap8), finding.text, style);
  if (has_fix) {
    const std::string use = "Use " + fix_of(editor, finding).text;
    const Rect button{inner.x, inner.y, std::min(inner.w, button_width(frame, use)),
                      frame.control_h()};
    if (draw_button(frame, "fix", button, {use})) frame.push(UseExpected{finding.field});
  }
  return h;
}

float draw_reason(Frame& frame, const Rect& rect, const CustomerEditorState& editor) {
  if (!editor.reason_needed) return 0;
  FieldSpec spec;
  spec.label = "Reason";
  spec.value = editor.draft.override_reason;
  spec.revision = editor.revisions.all;
  spec.required = true;
  spec.hint = "Why is this right? It is kept with the customer.";
  spec.input.enter_hint = "done";
  spec.input.capitalize = "sentences";
  if (editor.reason_missing)
    spec.notes.push_back({Grade::Error, "Say why these warnings are accepted."});
  const FieldEvents events = draw_field(frame, "reason", rect, spec, FieldShape::Line);
  if (events.text) frame.push(EditOverrideReason{*events.text});
  if (events.entered) frame.push(ConfirmWarnings{});
  return field_height(frame, spec, FieldShape::Line, rect.w) + kGap16;
}

float draw_content(Frame& frame, const Rect& rect, const CustomerEditorState& editor) {
  Rect at = rect;
  const TextStyle style{TextSize::Body, Weight::Regular, frame.theme.muted, Align::Left, 0};
  const std::string intro = "You can save as it is. Compare these with the papers first.";
  const float intro_h = text_height(frame, intro, style, at.w);
  draw_text(frame, "intro", {at.x, at.y, at.w, intro_h}, intro, style);
  at.y += intro_h + kGap12;
  for (const Finding& finding : editor.to_confirm)
    at.y += draw_warning(frame, at, editor, finding) + kGap12;
  at.y += kGap4;
  at.y += draw_reason(frame, at, editor);
  return at.y - rect.y;
}

void draw_footer(Frame& frame, Rect rect, const CustomerEditorState&) {
  const float save_w = button_width(frame, "Save anyway"), back_w = button_width(frame, "Back");
  const Rect save = rect.cut_right(save_w, kGap8);
  if (draw_button(frame, "return", rect.cut_right(back_w), {"Back"})) frame.push(ReturnToEditing{});
  if (draw_button(frame, "confirm", save, {"Save anyway", ButtonKind::Primary}))
    frame.push(ConfirmWarnings{});
}

}  // namespace

void draw_warnings_dialog(Frame& frame, const AppState& state, Memory& memory) {
  const CustomerEditorState& editor = *state.editor;
  if (frame.take_key("Escape")) frame.push(ReturnToEditing{});
  const std::size_t count = editor.to_confirm.size();
  DialogSpec spec;
  spec.title =
      count == 1 ? "Save with a warning?" : "Save with " + std::to_string(count) + " warnings?";
  spec.footer_h = frame.control_h();
  const NodeId dialog = frame.id("warnings");
  const NodeId reason = node_id(node_id(dialog, "body"), "reason");
  draw_dialog(
      frame, "warnings", spec, [&](Rect rect) { return draw_content(frame, rect, editor); },
      [&](Rect rect) { draw_footer(frame, rect, editor); },
      [&] { return editor.reason_needed ? reason : node_id(dialog, "return"); });
  if (editor.reason_missing && !memory.reason_was_missing) frame.focus(reason);
  memory.reason_was_missing = editor.reason_missing;
}

}  // namespace cm::ui
