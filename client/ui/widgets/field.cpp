#include "client/ui/widgets/field.h"

#include "shared/base/utf8.h"

namespace cm::ui {
namespace {

constexpr float kLabelH = 20, kLabelGap = 4, kNoteGap = 4, kAreaH = 112, kPaddingX = 12,
                kIconPx = 18, kPrefixW = 16;

float box_height(const Frame& frame, FieldShape shape) {
  return shape == FieldShape::Area ? kAreaH : frame.control_h();
}

TextStyle note_style(const Frame& frame, Grade grade) {
  const Theme& t = frame.theme;
  const Color color = grade == Grade::Error     ? t.danger
                      : grade == Grade::Warning ? t.warning
                                                : t.muted;
  return {TextSize::Caption, Weight::Regular, color, Align::Left, 0};
}

Icon note_icon(Grade grade) {
  return grade == Grade::Error ? Icon::Error : grade == Grade::Warning ? Icon::Warning : Icon::None;
}

float note_indent(Grade grade) {
  return note_icon(grade) == Icon::None ? 0 : 20;
}

Grade worst_grade(const FieldSpec& spec) {
  Grade worst = Grade::Note;
  for (const FieldNote& note : spec.notes) worst = std::max(worst, note.grade);
  return worst;
}

std::string description_of(const FieldSpec& spec) {
  std::string text;
  for (const FieldNote& note : spec.notes) text += (text.empty() ? "" : " ") + note.text;
  if (!spec.hint.empty()) text += (text.empty() ? "" : " ") + spec.hint;
  return text;
}

void paint_label(Frame& frame, const Rect& rect, const FieldSpec& spec) {
  const Theme& t = frame.theme;
  const Color color = spec.disabled ? t.disabled_text : t.text;
  const std::string label =
      cut_to_width(frame, spec.label, TextSize::Caption, Weight::Bold, rect.w - 12);
  paint_text(frame, rect, label, {TextSize::Caption, Weight::Bold, color});
  if (!spec.required) return;
  const float w = text_width(frame, label, TextSize::Caption, Weight::Bold);
  paint_text(frame, {rect.x + w + 3, rect.y, 12, rect.h}, "*",
             {TextSize::Caption, Weight::Bold, t.danger});
}

void paint_box(Frame& frame, const Rect& box, const FieldSpec& spec, bool focused) {
  const Theme& t = frame.theme;
  if (spec.readonly) return frame.paint.fill(box, t.surface_sunken, kRadiusControl);
  const Grade worst = worst_grade(spec);
  Color border = worst == Grade::Error     ? t.danger
                 : worst == Grade::Warning ? t.warning
                                           : t.border_input;
  if (!focused && !spec.disabled && worst == Grade::Note && frame.hovered(box)) border = t.text;
  frame.paint.fill(box, spec.disabled ? t.disabled_fill : t.surface, kRadiusControl);
  frame.paint.stroke(box, focused && worst == Grade::Note ? t.focus : border, kRadiusControl,
                     focused ? 2 : t.border_px);
  if (focused) frame.paint.stroke(box.inset(-2), t.focus.with_alpha(0.35f), kRadiusControl + 2, 2);
}

std::string shown_value(const FieldSpec& spec, FieldShape shape) {
  if (spec.input.type == "password") {
    std::string dots;
    for (std::size_t i = 0; i < count_code_points(spec.value); ++i) dots += "\xE2\x80\xA2";
    return dots;
  }
  if (shape == FieldShape::Select) {
    for (const auto& [value, label] : spec.input.options) {
      if (value == spec.value) return label;
    }
  }
  return spec.value;
}

// The value, or the placeholder. True when the canvas could draw it.
bool paint_value(Frame& frame, const Rect& text_rect, const FieldSpec& spec, FieldShape shape) {
  const Theme& t = frame.theme;
  TextStyle style{frame.body(), Weight::Regular, spec.disabled ? t.disabled_text : t.text};
  std::string text = shown_value(spec, shape);
  if (text.empty()) {
    text = spec.input.placeholder;
    style.color = t.muted;
  }
  if (shape == FieldShape::Area) {
    style.lines_max = std::max(1, static_cast<int>(text_rect.h / line_px(style.size)));
  }
  return paint_text(frame, text_rect, text, style);
}

struct Box {
  Rect whole, text;  // `text`: where the DOM's input lies, less its padding
};

// What stands inside the box beside the text.
Box lay_out_box(Frame& frame, const Rect& whole, const FieldSpec& spec, FieldShape shape) {
  Rect inner = whole;
  const Theme& t = frame.theme;
  if (spec.icon != Icon::None) {
    draw_icon(frame.paint, spec.icon, inner.cut_left(kIconPx + kGap8).moved(kGap4, 0), kIconPx,
              t.muted);
  }
  if (!spec.prefix.empty()) {
    inner.cut_left(kPrefixW);
    paint_text(frame, {whole.x + kPaddingX, whole.y, kPrefixW, whole.h}, spec.prefix,
               {frame.body(), Weight::Regular, t.muted});
  }
  if (shape == FieldShape::Select) {
    draw_icon(frame.paint, Icon::ChevronDown, {whole.right() - 32, whole.y, 24, whole.h}, 18,
              spec.disabled ? t.disabled_text : t.muted);
  }
  return {whole, inner};
}

void draw_notes(Frame& frame, NodeId field, Rect at, const FieldSpec& spec) {
  int place = 0;
  for (const FieldNote& note : spec.notes) {
    const TextStyle style = note_style(frame, note.grade);
    const float indent = note_indent(note.grade);
    const float h = text_height(frame, note.text, style, at.w - indent);
    Rect row = at;
    row.h = h;
    if (indent > 0)
      draw_icon(frame.paint, note_icon(note.grade), {row.x, row.y + 1, 16, 16}, 16, style.color);
    row.cut_left(indent);
    if (!frame.fonts.has_glyphs(note.text)) {  // the description is hidden text: this one is seen
      const std::string key = "note" + std::to_string(field) + "." + std::to_string(place++);
      draw_text(frame, key, row, note.text, style);
    } else {
      paint_text(frame, row, note.text, style);
    }
    at.y += h + kNoteGap;
  }
  if (!spec.hint.empty())
    paint_text(frame, {at.x, at.y, at.w, 1000}, spec.hint, note_style(frame, Grade::Note));
}

NodeRole role_of(FieldShape shape) {
  return shape == FieldShape::Area                                    ? NodeRole::TextArea
         : shape == FieldShape::Select || shape == FieldShape::Search ? NodeRole::Combobox
                                                                      : NodeRole::TextField;
}

Node field_node(const Frame& frame, std::string_view key, const Box& box, const FieldSpec& spec,
                FieldShape shape) {
  Node node = make_node(frame, role_of(shape), key, box.text, spec.label);
  node.value = spec.value;
  node.revision = spec.revision;
  node.description = description_of(spec);
  node.required = spec.required;
  node.disabled = spec.disabled;
  node.readonly = spec.readonly;
  node.invalid = worst_grade(spec) == Grade::Error;
  node.language = spec.language;
  node.input = spec.input;
  if (shape == FieldShape::Select) node.input->type = "select";
  node.expanded = spec.expanded;
  node.controls = spec.choices;
  node.active = spec.active_option;
  return node;
}

}  // namespace

float field_height(const Frame& frame, const FieldSpec& spec, FieldShape shape, float width) {
  float h = box_height(frame, shape) + (spec.label_hidden ? 0 : kLabelH + kLabelGap);
  for (const FieldNote& note : spec.notes) {
    h += kNoteGap + text_height(frame, note.text, note_style(frame, note.grade),
                                width - note_indent(note.grade));
  }
  if (!spec.hint.empty())
    h += kNoteGap + text_height(frame, spec.hint, note_style(frame, Grade::Note), width);
  return h;
}

FieldEvents draw_field(Frame& frame, std::string_view key, const Rect& rect, const FieldSpec& spec,
                       FieldShape shape) {
  Rect at = rect;
  at.h = 10000;
  if (!spec.label_hidden) paint_label(frame, at.cut_top(kLabelH, kLabelGap), spec);
  const Rect whole = at.cut_top(box_height(frame, shape), kNoteGap);
  const NodeId id = frame.id(key);
  const bool focused = frame.focused(id);
  paint_box(frame, whole, spec, focused);
  const Box box = lay_out_box(frame, whole, spec, shape);
  Node node = field_node(frame, key, box, spec, shape);
  const bool dom_draws = focused && shape != FieldShape::Select && !spec.readonly;
  Rect text_rect = box.text.inset(kPaddingX, shape == FieldShape::Area ? kGap8 : 0);
  if (shape == FieldShape::Select) text_rect.w -= 24;
  if (!dom_draws && !paint_value(frame, text_rect, spec, shape)) {
    node.shown = shown_text(frame, spec.value, {frame.body(), Weight::Regular, frame.theme.text});
  }
  frame.emit(std::move(node));
  draw_notes(frame, id, at, spec);

  FieldEvents events;
  if (spec.disabled || spec.readonly) return events;
  const NodeEdited* edit = frame.edit_of(id);
  if (edit != nullptr && edit->revision >= spec.revision) events.text = edit->value;
  events.left = frame.blurred(id);
  const KeyPressed* enter = frame.interaction.find_key("Enter");
  events.entered = (shape == FieldShape::Line || shape == FieldShape::Search) && enter != nullptr &&
                   enter->node == id && frame.take_key("Enter");
  return events;
}

}  // namespace cm::ui
