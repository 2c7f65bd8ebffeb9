#include "client/ui/screens/list_tools/bulk_dialog.h"

#include "client/ui/field_inputs.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/dialog.h"
#include "client/ui/widgets/field.h"
#include "client/ui/words.h"

namespace cm::ui {
namespace {

constexpr std::string_view kKey = "bulk_edit";

std::string rows(std::size_t count) {
  return count_of(static_cast<std::int64_t>(count), "row", "rows");
}

float draw_line(Frame& frame, std::string_view key, const Rect& rect, const std::string& text,
                Color color, Weight weight = Weight::Regular) {
  const TextStyle style{TextSize::Body, weight, color, Align::Left, 0};
  const float h = text_height(frame, text, style, rect.w);
  draw_text(frame, key, {rect.x, rect.y, rect.w, h}, text, style);
  return h;
}

const BulkFieldBox* chosen_box(const BulkEditState& bulk) {
  for (const BulkFieldBox& box : bulk.boxes) {
    if (box.field->name == bulk.field) return &box;
  }
  return nullptr;
}

FieldSpec field_spec(const BulkEditState& bulk) {
  FieldSpec spec;
  spec.label = "Field";
  spec.value = bulk.field;
  spec.revision = bulk.revision;
  spec.input.options.emplace_back("", "Choose\xE2\x80\xA6");
  for (const BulkFieldBox& box : bulk.boxes)
    spec.input.options.emplace_back(box.field->name, box.field->label);
  return spec;
}

FieldShape shape_of_value(const BulkFieldBox& box) {
  return box.options.empty() ? shape_of(*box.field) : FieldShape::Select;
}

FieldSpec value_spec(const BulkFieldBox& box, const BulkEditState& bulk) {
  FieldSpec spec;
  spec.label = "New value";
  spec.value = bulk.text;
  spec.revision = bulk.revision;
  spec.input = input_of(box.field->kind);
  spec.input.options = box.options;
  if (box.options.empty()) spec.hint = "Left empty, the field is emptied.";
  if (!bulk.problem.empty()) spec.notes.push_back({Grade::Error, bulk.problem});
  return spec;
}

class Content {
 public:
  Content(Frame& frame, const BulkEditState& bulk) : frame_(frame), bulk_(bulk) {}

  float draw(Rect rect) {
    rect_ = rect;
    y_ = rect.y;
    draw_boxes();
    if (bulk_.step == BulkStep::Checked) draw_preview();
    if (bulk_.step == BulkStep::Checking || bulk_.step == BulkStep::Applying) draw_progress();
    return y_ + kGap8 - rect.y;
  }

 private:
  Rect at() const { return {rect_.x, y_, rect_.w, 0}; }

  void draw_boxes() {
    if (bulk_.step == BulkStep::Applying) return;
    const FieldSpec field = field_spec(bulk_);
    const FieldEvents chosen = draw_field(frame_, "field", at(), field, FieldShape::Select);
    if (chosen.text) frame_.push(ChooseBulkField{*chosen.text});
    y_ += field_height(frame_, field, FieldShape::Select, rect_.w) + kGap16;
    const BulkFieldBox* box = chosen_box(bulk_);
    if (!box) return;
    const FieldSpec value = value_spec(*box, bulk_);
    const FieldShape shape = shape_of_value(*box);
    const FieldEvents typed = draw_field(frame_, "value", at(), value, shape);
    if (typed.text) frame_.push(EditBulkValue{*typed.text});
    if (typed.entered) frame_.push(CheckBulkEdit{});
    y_ += field_height(frame_, value, shape, rect_.w) + kGap16;
  }

  void line(std::string_view key, const std::string& text, Color color,
            Weight weight = Weight::Regular) {
    y_ += draw_line(frame_, key, at(), text, color, weight) + kGap8;
  }

  void draw_groups(std::string_view kind, const std::vector<BulkGroup>& groups, Color color) {
    for (std::size_t i = 0; i < groups.size(); ++i) {
      const BulkGroup& group = groups[i];
      std::string text = group.text + " (" + rows(group.count) + ": ";
      for (std::size_t k = 0; k < group.names.size(); ++k)
        text += (k == 0 ? "" : ", ") + group.names[k];
      text += group.count > group.names.size() ? ", \xE2\x80\xA6)" : ")";
      line(std::string(kind) + std::to_string(i), text, color);
    }
  }

  std::size_t refused() const {
    std::size_t count = 0;
    for (const BulkGroup& group : bulk_.refused) count += group.count;
    return count;
  }

  void draw_preview() {
    const Theme& t = frame_.theme;
    line("changes", rows(bulk_.to_change) + " would change.", t.text, Weight::Bold);
    if (bulk_.unchanged > 0) line("unchanged", rows(bulk_.unchanged) + " say so already.", t.muted);
    if (!bulk_.refused.empty())
      line("refused", rows(refused()) + " cannot be changed:", t.danger, Weight::Bold);
    draw_groups("refused.", bulk_.refused, t.text);
    if (!bulk_.warned.empty())
      line("warned", "Look at this before you go on:", t.warning, Weight::Bold);
    draw_groups("warned.", bulk_.warned, t.text);
    if (!bulk_.reason_needed || bulk_.to_change == 0) return;
    FieldSpec spec;
    spec.label = "Reason";
    spec.value = bulk_.reason;
    spec.revision = bulk_.revision;
    spec.required = true;
    spec.hint = "Why is this right? It is kept with each record.";
    if (bulk_.reason_missing)
      spec.notes.push_back({Grade::Error, "Say why these warnings are accepted."});
    const FieldEvents typed = draw_field(frame_, "reason", at(), spec, FieldShape::Line);
    if (typed.text) frame_.push(EditBulkReason{*typed.text});
    y_ += field_height(frame_, spec, FieldShape::Line, rect_.w) + kGap8;
  }

  void draw_progress() {
    const Theme& t = frame_.theme;
    const bool applying = bulk_.step == BulkStep::Applying;
    line("progress",
         (applying ? "Changing: " : "Checking: ") +
             group_digits(static_cast<std::int64_t>(bulk_.done)) + " of " +
             rows(bulk_.ids.size()),
         t.text);
    const Rect bar{rect_.x, y_, rect_.w, 8};
    const float share = bulk_.ids.empty() ? 1.0f
                                          : static_cast<float>(bulk_.done) /
                                                static_cast<float>(bulk_.ids.size());
    frame_.paint.fill(bar, t.surface_sunken, 4);
    frame_.paint.fill({bar.x, bar.y, bar.w * share, bar.h}, t.primary, 4);
    y_ += 8 + kGap8;
  }

  Frame& frame_;
  const BulkEditState& bulk_;
  Rect rect_;
  float y_ = 0;
};

void draw_footer(Frame& frame, Rect rect, const BulkEditState& bulk) {
  const bool applying = bulk.step == BulkStep::Applying;
  if (!applying) {
    const bool checked = bulk.step == BulkStep::Checked;
    ButtonSpec go{checked ? "Change " + rows(bulk.to_change) : "Preview", ButtonKind::Primary};
    go.disabled = checked && bulk.to_change == 0;
    go.busy = bulk.step == BulkStep::Checking;
    if (draw_button(frame, "go", rect.cut_right(button_width(frame, go.label), kGap8), go)) {
      if (checked)
        frame.push(ApplyBulkEdit{});
      else
        frame.push(CheckBulkEdit{});
    }
  }
  const std::string close = applying ? "Stop" : "Cancel";
  if (draw_button(frame, "close", rect.cut_right(button_width(frame, close)), {close}))
    frame.push(CloseBulkEdit{});
}

}  // namespace

void draw_bulk_dialog(Frame& frame, const AppState& state) {
  const BulkEditState& bulk = *state.bulk_edit;
  if (frame.take_key("Escape")) frame.push(CloseBulkEdit{});
  DialogSpec spec;
  spec.title = (bulk.only_selected ? "Edit the selected " : "Edit all ") + rows(bulk.ids.size());
  spec.footer_h = frame.control_h();
  const NodeId dialog = frame.id(kKey);
  draw_dialog(
      frame, kKey, spec, [&](Rect rect) { return Content(frame, bulk).draw(rect); },
      [&](Rect rect) { draw_footer(frame, rect, bulk); },
      [&] { return node_id(node_id(dialog, "body"), "field"); });
}

}  // namespace cm::ui
