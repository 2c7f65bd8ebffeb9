#include "client/ui/screens/record_form/fields.h"

#include <algorithm>
#include <cmath>

#include "client/ui/field_inputs.h"
#include "client/ui/form_flow.h"
#include "client/ui/screens/record_form/link_field.h"
#include "client/ui/widgets/checkbox.h"
#include "client/ui/widgets/field.h"
#include "shared/domain/record_title.h"

namespace cm::ui {
namespace {

constexpr float kGapColumn = 16, kGapRow = 16;

int span_of(const RecordType& type, const Field& field) {
  const bool is_long = field.kind == FieldKind::LongText || field.length_max >= 300;
  return is_long ? 3 : &field == find_title_field(type) ? 2 : 1;
}

FieldSpec spec_of(const Field& field, const RecordEditorState& editor) {
  const std::string name(field.name);
  FieldSpec spec;
  spec.label = field.label;
  spec.value = draft_text(editor.draft, name);
  spec.revision = editor.revisions.of(name);
  const auto readonly = editor.readonly.find(name);
  spec.readonly = readonly != editor.readonly.end();
  if (spec.readonly && editor.may_save) spec.hint = readonly->second;
  spec.required = field.required && !spec.readonly;
  spec.input = input_of(field.kind);
  const FieldShape shape = shape_of(field);
  if (spec.readonly && field.kind == FieldKind::Link) {
    const auto title = editor.link_titles.find(name);
    spec.value = title == editor.link_titles.end() ? "" : title->second;
  }
  if (field.kind == FieldKind::Money) spec.prefix = "\xE2\x82\xB9";
  if (field.kind == FieldKind::Date) spec.input.placeholder = "dd/mm/yyyy";
  if (field.kind == FieldKind::Percent) spec.input.placeholder = "%";
  if (field.kind == FieldKind::PhoneList || field.kind == FieldKind::EmailList)
    spec.hint = "One on each line.";
  if (shape == FieldShape::Select) spec.input.options = options_of(field, spec.value);
  for (const Finding& finding : findings_due(editor, field.name))
    spec.notes.push_back({finding.grade, finding.text});
  return spec;
}

class FieldsDrawing {
 public:
  FieldsDrawing(Frame& frame, const RecordEditorState& editor, Memory& memory, Scroller& scroller,
                Rect& link_box)
      : frame_(frame), editor_(editor), memory_(memory), scroller_(scroller), link_box_(link_box) {}

  float draw(Rect at) {
    const float top = at.y;
    const int columns = columns_at(at.w);
    std::vector<const Field*> row;
    int used = 0;
    for (const Field& field : editor_.type->fields()) {
      if (!is_on_form(field)) continue;
      const int span = std::min(span_of(*editor_.type, field), columns);
      if (used + span > columns) {
        at.y += draw_row(row, at, columns) + kGapRow;
        row.clear();
        used = 0;
      }
      row.push_back(&field);
      used += span;
    }
    if (!row.empty()) at.y += draw_row(row, at, columns) + kGapRow;
    return at.y - kGapRow - top;
  }

 private:
  float draw_row(const std::vector<const Field*>& row, const Rect& at, int columns) {
    const auto n = static_cast<float>(columns);
    const float column_w = std::floor((at.w - (n - 1) * kGapColumn) / n);
    float x = at.x, height = 0;
    for (const Field* field : row) {
      const auto span = static_cast<float>(std::min(span_of(*editor_.type, *field), columns));
      const float w = span * column_w + (span - 1) * kGapColumn;
      height = std::max(height, draw_cell(*field, {x, at.y, w, 0}));
      x += w + kGapColumn;
    }
    return height;
  }

  float draw_cell(const Field& field, const Rect& rect) {
    const std::string name(field.name);
    if (field.kind == FieldKind::Boolean) return draw_boolean(field, rect);
    const FieldSpec spec = spec_of(field, editor_);
    FieldShape shape = shape_of(field);
    const bool chosen = shape == FieldShape::Select || shape == FieldShape::Search;
    if (spec.readonly && chosen) shape = FieldShape::Line;  // text to read
    const float height = field_height(frame_, spec, shape, rect.w);
    take_focus(name, rect, height);
    if (!frame_.measuring()) memory_.form_fields.push_back(name);
    if (field.kind == FieldKind::Link && !spec.readonly)
      return draw_link_field(frame_, field, rect, spec, editor_, memory_, link_box_);
    const FieldEvents events = draw_field(frame_, field_key(name), rect, spec, shape);
    if (events.text) frame_.push(EditRecordField{name, *events.text});
    if (events.left) frame_.push(LeaveRecordField{name});
    if (events.entered) memory_.entered_field = name;
    return height;
  }

  // In the line of the boxes beside it.
  float draw_boolean(const Field& field, const Rect& rect) {
    constexpr float kLabel = 24;
    const std::string name(field.name);
    const bool yes = is_yes(draft_text(editor_.draft, name));
    const float drop = columns_at(rect.w * 3) > 1 ? kLabel : 0;
    take_focus(name, rect, checkbox_height(frame_));
    const auto readonly = editor_.readonly.find(name);
    const bool off = readonly != editor_.readonly.end();
    if (draw_checkbox(frame_, field_key(name), {rect.x, rect.y + drop, rect.w, 0},
                      std::string(field.label), yes, off ? readonly->second : std::string(),
                      off ? Ticking::Off : Ticking::On))
      frame_.push(EditRecordField{name, yes ? "No" : "Yes"});
    return drop + checkbox_height(frame_);
  }

  void take_focus(const std::string& name, const Rect& rect, float height) {
    if (frame_.measuring() || memory_.field_to_focus != name) return;
    memory_.field_to_focus.clear();
    frame_.focus(frame_.id(field_key(name)));
    scroller_.scroll_into_view(rect.y, height, kGap24);
  }

  Frame& frame_;
  const RecordEditorState& editor_;
  Memory& memory_;
  Scroller& scroller_;
  Rect& link_box_;
};

}  // namespace

float draw_record_fields(Frame& frame, const Rect& rect, const RecordEditorState& editor,
                         Memory& memory, Scroller& scroller, Rect& link_box) {
  return FieldsDrawing(frame, editor, memory, scroller, link_box).draw(rect);
}

}  // namespace cm::ui
