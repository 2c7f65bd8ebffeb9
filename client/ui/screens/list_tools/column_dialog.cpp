#include "client/ui/screens/list_tools/column_dialog.h"

#include <algorithm>

#include "client/ui/field_inputs.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/checkbox.h"
#include "client/ui/widgets/dialog.h"

namespace cm::ui {
namespace {

constexpr std::string_view kKey = "column_panel";

bool is_shown(const ListState& list, const Field* column) {
  return std::find(list.columns.begin(), list.columns.end(), column) != list.columns.end();
}

float draw_boxes(Frame& frame, const Rect& rect, const ColumnPanelState& panel,
                 const ListState& list) {
  const int columns = columns_at(rect.w);
  const float w = (rect.w - kGap16 * static_cast<float>(columns - 1)) / static_cast<float>(columns);
  const float h = checkbox_height(frame) + kGap4;
  const std::size_t lines = (panel.known.size() + static_cast<std::size_t>(columns) - 1) /
                            static_cast<std::size_t>(columns);
  for (std::size_t i = 0; i < panel.known.size(); ++i) {
    const Field& field = *panel.known[i];
    const Rect at{rect.x + static_cast<float>(i / lines) * (w + kGap16),
                  rect.y + static_cast<float>(i % lines) * h, w, h};
    const bool fixed = i == 0;  // what names a record
    if (draw_checkbox(frame, "column." + std::string(field.name), at, std::string(field.label),
                      is_shown(list, &field), fixed ? "Always shown" : "",
                      fixed ? Ticking::Off : Ticking::On))
      frame.push(ToggleColumn{std::string(field.name)});
  }
  Rect rest{rect.x, rect.y + static_cast<float>(lines) * h + kGap8, rect.w, 42};
  const TextStyle style{TextSize::Body, Weight::Regular, frame.theme.muted, Align::Left, 0};
  const std::string hint = "What has no room beside the others is left out, from the right.";
  rest.h = text_height(frame, hint, style, rest.w);
  draw_text(frame, "hint", rest, hint, style);
  rest.y += rest.h + kGap8;
  if (!frame.coarse()) {
    if (draw_checkbox(frame, "compact", {rest.x, rest.y, rest.w, h}, "Compact rows", list.compact))
      frame.push(SetCompactRows{!list.compact});
    rest.y += h;
  }
  return rest.y + kGap4 - rect.y;
}

void draw_footer(Frame& frame, Rect rect, const ListState& list) {
  if (draw_button(frame, "done", rect.cut_right(button_width(frame, "Done"), kGap8),
                  {"Done", ButtonKind::Primary}))
    frame.push(CloseColumns{});
  if (list.chosen_columns.empty()) return;
  if (draw_button(frame, "reset", rect.cut_left(button_width(frame, "Usual columns")),
                  {"Usual columns", ButtonKind::Quiet}))
    frame.push(ResetColumns{});
}

}  // namespace

void draw_column_dialog(Frame& frame, const AppState& state, const ListState& list) {
  if (frame.take_key("Escape")) frame.push(CloseColumns{});
  DialogSpec spec;
  spec.title = "Columns";
  spec.width = 720;
  spec.footer_h = frame.control_h();
  const NodeId dialog = frame.id(kKey);
  draw_dialog(
      frame, kKey, spec,
      [&](Rect rect) { return draw_boxes(frame, rect, *state.column_panel, list); },
      [&](Rect rect) { draw_footer(frame, rect, list); }, [&] { return node_id(dialog, "done"); });
}

}  // namespace cm::ui
