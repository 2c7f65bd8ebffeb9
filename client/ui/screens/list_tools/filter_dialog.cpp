#include "client/ui/screens/list_tools/filter_dialog.h"

#include "client/ui/field_inputs.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/dialog.h"
#include "client/ui/widgets/field.h"
#include "client/ui/words.h"

namespace cm::ui {
namespace {

constexpr std::string_view kKey = "filter_panel";

std::string key_of(const FilterBox& box) {
  return "filter." + box.name;
}

FieldSpec spec_of(const FilterBox& box, const ListState& list, std::uint32_t revision) {
  FieldSpec spec;
  spec.label = box.label;
  spec.value = find_filter_value(list.filters, box.name);
  spec.hint = box.hint;
  spec.revision = revision;
  spec.input.options = box.options;
  return spec;
}

float draw_boxes(Frame& frame, const Rect& rect, const FilterPanelState& panel,
                 const ListState& list) {
  const int columns = columns_at(rect.w);
  const float w = (rect.w - kGap16 * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  float y = rect.y, line_h = 0;
  int column = 0;
  for (const FilterBox& box : panel.boxes) {
    if (column == columns) column = 0, y += line_h + kGap16, line_h = 0;
    const Rect at{rect.x + static_cast<float>(column) * (w + kGap16), y, w, 0};
    const FieldSpec spec = spec_of(box, list, panel.revision);
    line_h = std::max(line_h, field_height(frame, spec, FieldShape::Select, w));
    const FieldEvents events = draw_field(frame, key_of(box), at, spec, FieldShape::Select);
    if (events.text) frame.push(SetFilter{box.name, *events.text});
    ++column;
  }
  return y + line_h + kGap16 - rect.y;
}

void draw_footer(Frame& frame, Rect rect, const ListState& list) {
  const std::string done = "Show " + count_of(list.total, "row", "rows");
  if (draw_button(frame, "done", rect.cut_right(button_width(frame, done), kGap8),
                  {done, ButtonKind::Primary}))
    frame.push(CloseFilters{});
  if (list.filters.empty()) return;
  if (draw_button(frame, "clear", rect.cut_left(button_width(frame, "Clear filters")),
                  {"Clear filters", ButtonKind::Quiet}))
    frame.push(ClearFilters{});
}

}  // namespace

void draw_filter_dialog(Frame& frame, const AppState& state, const ListState& list) {
  const FilterPanelState& panel = *state.filter_panel;
  if (frame.take_key("Escape")) frame.push(CloseFilters{});
  DialogSpec spec;
  spec.title = "Filters";
  spec.width = 760;
  spec.footer_h = frame.control_h();
  const NodeId dialog = frame.id(kKey);
  draw_dialog(
      frame, kKey, spec, [&](Rect rect) { return draw_boxes(frame, rect, panel, list); },
      [&](Rect rect) { draw_footer(frame, rect, list); },
      [&] {
        return panel.boxes.empty() ? node_id(dialog, "done")
                                   : node_id(node_id(dialog, "body"), key_of(panel.boxes.front()));
      });
}

}  // namespace cm::ui
