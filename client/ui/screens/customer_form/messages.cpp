#include "client/ui/screens/customer_form/messages.h"

#include "client/ui/form_flow.h"
#include "client/ui/quick_form.h"
#include "client/ui/widgets/banner.h"
#include "client/ui/widgets/button.h"
#include "client/ui/words.h"

namespace cm::ui {
namespace {

constexpr float kLineH = 32;

Findings errors_of(const CustomerEditorState& editor) {
  Findings errors;
  if (!editor.save_tried) return errors;
  for (const Finding& finding : editor.findings) {
    if (finding.grade == Grade::Error) errors.push_back(finding);
  }
  return errors;
}

std::string label_of(const Finding& finding) {
  const QuickField* quick = find_quick_field(finding.field);
  return quick == nullptr ? std::string() : std::string(quick->label);
}

// A line that leads to its box.
void draw_error_line(Frame& frame, const std::string& key, const Rect& row, const Finding& finding,
                     Memory& memory) {
  const Theme& t = frame.theme;
  const std::string text = with_label(label_of(finding), finding);
  Node node = make_node(frame, NodeRole::Button, key, row, text);
  const NodeId id = node.id;
  if (frame.hovered(row)) frame.paint.fill(row, t.surface, kRadiusControl);
  const TextStyle style{TextSize::Body, Weight::Regular, t.text, Align::Left,
                        row.h < 2 * line_px(TextSize::Body) ? 1 : 2};
  const Rect words = row.inset(kGap4, 0);
  const float h = text_height(frame, text, style, words.w);
  show_or_paint(frame, node, {words.x, words.center_y() - h / 2, words.w, h}, text, style);
  if (frame.shows_focus(id)) frame.paint.stroke(row, t.focus, kRadiusControl, 2);
  frame.emit(std::move(node));
  if (frame.pressed(id)) memory.field_to_focus = finding.field;
}

float draw_error_summary(Frame& frame, const Rect& rect, const CustomerEditorState& editor,
                         Memory& memory) {
  const Findings errors = errors_of(editor);
  if (errors.empty()) return 0;
  const Theme& t = frame.theme;
  const float line_h = frame.coarse() ? 48.0f : kLineH;
  const Rect box{rect.x, rect.y, rect.w,
                 kGap12 + 24 + kGap4 + static_cast<float>(errors.size()) * line_h + kGap12};
  frame.paint.fill(box, t.danger_soft, kRadiusCard);
  frame.paint.stroke(box, t.danger.with_alpha(0.5f), kRadiusCard, 1);
  const std::string title = errors.size() == 1 ? "One thing to fix before saving"
                                               : count_of(static_cast<std::int64_t>(errors.size()),
                                                          "", "things to fix before saving");
  Group group(frame, NodeRole::Alert, "errors", box, title);
  Rect inner = box.inset(kGap16, kGap12);
  Rect head = inner.cut_top(24, kGap4);
  draw_icon(frame.paint, Icon::Error, head.cut_left(20, kGap8), 20, t.danger);
  draw_heading(frame, "title", head, title, {TextSize::Body, Weight::Bold, t.text}, 2);
  for (std::size_t i = 0; i < errors.size(); ++i) {
    const Rect row = inner.cut_top(line_h).inset(0, 0);
    draw_error_line(frame, errors[i].field + "." + errors[i].code,
                    {row.x + 24, row.y, row.w - 24, row.h}, errors[i], memory);
  }
  return box.h + kGap16;
}

float draw_news(Frame& frame, std::string_view key, const Rect& rect, const BannerSpec& spec) {
  draw_banner(frame, key, rect, spec);
  return banner_height(frame, spec, rect.w) + kGap12;
}

}  // namespace

float draw_form_messages(Frame& frame, const Rect& rect, const AppState& state, Memory& memory) {
  const CustomerEditorState& editor = *state.editor;
  Rect at = rect;
  if (is_readonly(editor)) {
    at.y += draw_news(frame, "readonly", at,
                      {"Your role may read customers and change nothing.", Tone::Neutral,
                       Icon::Lock, {}});
  }
  if (!editor.problem.empty())
    at.y += draw_news(frame, "problem", at, {editor.problem, Tone::Danger, Icon::Error, {}, true});
  if (editor.changed_elsewhere) {
    at.y += draw_news(frame, "changed_elsewhere", at,
                      {"Someone else has changed this customer meanwhile. Your boxes are kept; "
                       "what you save counts for those you changed.",
                       Tone::Info,
                       Icon::Sync,
                       {}});
  }
  if (editor.draft_restored && editor.dirty) {
    const std::string when =
        editor.draft_saved_ms ? " from " + format_when(*editor.draft_saved_ms, state.now_ms) : "";
    at.y += draw_news(frame, "draft_restored", at,
                      {"This is your unsaved draft" + when + ".", Tone::Info, Icon::Restore, {}});
  }
  at.y += draw_error_summary(frame, at, editor, memory);
  return at.y - rect.y;
}

}  // namespace cm::ui
