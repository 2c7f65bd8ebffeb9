#include "client/ui/quick_form.h"

#include <algorithm>
#include <cmath>

#include "client/app/finding_fix.h"
#include "client/ui/field_inputs.h"
#include "client/ui/form_flow.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/card.h"
#include "client/ui/widgets/checkbox.h"

namespace cm::ui {
namespace {

constexpr float kGapColumn = 16, kGapRow = 16;
constexpr std::string_view kSameAsBilling = "Same as billing";

// How wide a box stands in a form of three columns; in fewer columns it is cut to them.
int span_of(const QuickField& quick) {
  const FieldKind kind = field_of(quick).kind;
  if (kind == FieldKind::LongText || quick.name == "billing_address" ||
      quick.name == "shipping_address")
    return 3;
  return quick.name == "name" ? 2 : 1;
}

std::string text_of(const CustomerEditorState& editor, std::string_view field) {
  const auto found = editor.draft.text.find(std::string(field));
  return found == editor.draft.text.end() ? std::string() : found->second;
}

// A cell of the form: one box, or the fix of a finding below it.
struct Cell {
  const QuickField* quick = nullptr;
  int span = 1;
};
using CellRow = std::vector<Cell>;

std::vector<CellRow> rows_of(const std::vector<const QuickField*>& fields, int columns) {
  std::vector<CellRow> rows;
  int used = columns;
  for (const QuickField* quick : fields) {
    const int span = std::min(span_of(*quick), columns);
    if (used + span > columns) {
      rows.emplace_back();
      used = 0;
    }
    rows.back().push_back({quick, span});
    used += span;
  }
  return rows;
}

class FormDrawing {
 public:
  FormDrawing(Frame& frame, const CustomerEditorState& editor, Memory& memory, Scroller& scroller)
      : frame_(frame), editor_(editor), memory_(memory), scroller_(scroller) {}

  float draw_section(std::string_view section, const std::vector<const QuickField*>& fields,
                     const Rect& rect) {
    return draw_card(frame_, section, rect, std::string(section),
                     [&](Rect inner) { return draw_rows(fields, inner); });
  }

 private:
  float draw_rows(const std::vector<const QuickField*>& fields, Rect at) {
    const float top = at.y;
    const bool shipping = fields.front()->part == QuickPart::Shipping;
    if (shipping) at.y += draw_same_as_billing(at);
    if (!shipping || !editor_.draft.shipping_same_as_billing) {
      for (const CellRow& row : rows_of(fields, columns_at(at.w)))
        at.y += draw_row(row, at) + kGapRow;
    } else {
      at.y += kGapRow;
    }
    return at.y - kGapRow - top;
  }

  float draw_same_as_billing(const Rect& at) {
    const bool same = editor_.draft.shipping_same_as_billing;
    const Ticking ticking = editor_.readonly.count("shipping_address") ? Ticking::Off : Ticking::On;
    if (draw_checkbox(frame_, "same_as_billing", at, std::string(kSameAsBilling), same, {},
                      ticking))
      frame_.push(SetShippingSameAsBilling{!same});
    return checkbox_height(frame_) + (same ? 0 : kGap8);
  }

  float draw_row(const CellRow& row, const Rect& at) {
    const auto columns = static_cast<float>(columns_at(at.w));
    const float column_w = std::floor((at.w - (columns - 1) * kGapColumn) / columns);
    float x = at.x, height = 0, used = 0;
    for (const Cell& cell : row) {
      const auto span = static_cast<float>(cell.span);
      used += span;
      const float w = used == columns ? at.right() - x : span * column_w + (span - 1) * kGapColumn;
      const Rect rect{x, at.y, w, 0};
      height = std::max(height, draw_cell(*cell.quick, rect));
      x += rect.w + kGapColumn;
    }
    return height;
  }

  float draw_cell(const QuickField& quick, const Rect& rect) {
    if (field_of(quick).kind == FieldKind::Boolean) return draw_boolean(quick, rect);
    const FieldSpec spec = quick_field_spec(quick, editor_);
    // A choice that cannot be made is text to read.
    FieldShape shape = shape_of(field_of(quick));
    if (spec.readonly && shape == FieldShape::Select) shape = FieldShape::Line;
    const float height = field_height(frame_, spec, shape, rect.w);
    take_focus(quick, rect, height);
    const FieldEvents events = draw_field(frame_, quick.name, rect, spec, shape);
    const std::string name(quick.name);
    if (events.text) frame_.push(EditCustomerField{name, *events.text});
    if (events.left) frame_.push(LeaveCustomerField{name});
    if (events.entered) memory_.entered_field = name;
    if (!frame_.measuring()) memory_.form_fields.push_back(name);
    return height + draw_fix(quick, {rect.x, rect.y + height + kGap4, rect.w, 0});
  }

  float draw_boolean(const QuickField& quick, const Rect& rect) {
    const bool yes = is_yes(text_of(editor_, quick.name));
    take_focus(quick, rect, checkbox_height(frame_));
    const auto readonly = editor_.readonly.find(std::string(quick.name));
    if (readonly != editor_.readonly.end()) {
      draw_checkbox(frame_, quick.name, rect, std::string(quick.label), yes, readonly->second,
                    Ticking::Off);
    } else if (draw_checkbox(frame_, quick.name, rect, std::string(quick.label), yes)) {
      frame_.push(EditCustomerField{std::string(quick.name), yes ? "No" : "Yes"});
    }
    return checkbox_height(frame_);
  }

  // "Use 27AABCS1234F1ZR", under the box, when a finding knows its fix.
  float draw_fix(const QuickField& quick, const Rect& at) {
    if (editor_.step == EditorStep::ConfirmingWarnings) return 0;  // the dialog offers it
    if (editor_.readonly.count(std::string(quick.name)) > 0) return 0;
    for (const Finding& finding : findings_due(editor_, quick.name)) {
      if (finding.expected.empty() || finding.grade == Grade::Note) continue;
      const std::string label = "Use " + fix_of(editor_, finding).text;
      const Rect rect{at.x, at.y, std::min(at.w, button_width(frame_, label)),
                      frame_.coarse() ? 48.0f : 32.0f};
      if (draw_button(frame_, "fix." + std::string(quick.name), rect, {label}))
        frame_.push(UseExpected{std::string(quick.name)});
      return rect.h + kGap4;
    }
    return 0;
  }

  void take_focus(const QuickField& quick, const Rect& rect, float height) {
    if (frame_.measuring() || memory_.field_to_focus != quick.name) return;
    memory_.field_to_focus.clear();
    frame_.focus(frame_.id(quick.name));
    scroller_.scroll_into_view(rect.y, height, kGap24);
  }

  Frame& frame_;
  const CustomerEditorState& editor_;
  Memory& memory_;
  Scroller& scroller_;
};

}  // namespace

FieldSpec quick_field_spec(const QuickField& quick, const CustomerEditorState& editor) {
  const Field& field = field_of(quick);
  FieldSpec spec;
  spec.label = quick.label;
  spec.value = text_of(editor, quick.name);
  spec.revision = editor.revisions.of(std::string(quick.name));
  const auto readonly = editor.readonly.find(std::string(quick.name));
  spec.readonly = readonly != editor.readonly.end();
  // Where nothing may be changed, the form says so once.
  if (spec.readonly && !is_readonly(editor)) spec.hint = readonly->second;
  spec.required = field.required && !spec.readonly;
  if (field.kind == FieldKind::Money) spec.prefix = "\xE2\x82\xB9";
  spec.input = input_of(field.kind);
  if (shape_of(field) == FieldShape::Select) spec.input.options = options_of(field, spec.value);
  for (const Finding& finding : findings_due(editor, quick.name))
    spec.notes.push_back({finding.grade, finding.text});
  return spec;
}

bool is_readonly(const CustomerEditorState& editor) {
  return editor.readonly.size() == quick_fields().size();
}

float draw_quick_form(Frame& frame, const Rect& rect, const CustomerEditorState& editor,
                      Memory& memory, Scroller& scroller) {
  FormDrawing drawing(frame, editor, memory, scroller);
  Rect at = rect;
  const auto fields = quick_fields();
  for (std::size_t first = 0; first < fields.size();) {
    std::vector<const QuickField*> section;
    std::size_t next = first;
    while (next < fields.size() && fields[next].section == fields[first].section)
      section.push_back(&fields[next++]);
    const float height = drawing.draw_section(fields[first].section, section, at);
    at.y += height + kGap16;
    first = next;
  }
  return at.y - kGap16 - rect.y;
}

}  // namespace cm::ui
