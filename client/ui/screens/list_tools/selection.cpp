#include "client/ui/screens/list_tools/selection.h"

#include "client/ui/icons.h"

namespace cm::ui {
namespace {

enum class Ticked { No, Some, Yes };

bool draw_box(Frame& frame, std::string_view key, const Rect& cell, const std::string& name,
              Ticked ticked) {
  constexpr float kBox = 18;
  const Theme& t = frame.theme;
  Group group(frame, NodeRole::Cell, std::string(key) + ".cell", cell);
  const float side = std::min(cell.h, frame.coarse() ? 48.0f : 32.0f);
  const Rect target = cell.centered(std::min(cell.w, side), side);
  Node node = make_node(frame, NodeRole::Checkbox, key, target, name);
  node.value = ticked == Ticked::Yes ? "true" : ticked == Ticked::Some ? "mixed" : "false";
  const NodeId id = node.id;
  const Rect box = target.centered(kBox, kBox);
  if (ticked == Ticked::No) {
    frame.paint.fill(box, frame.hovered(target) ? t.hover : t.surface, 4);
    frame.paint.stroke(box, t.border_input, 4, std::max(1.5f, t.border_px));
  } else {
    frame.paint.fill(box, frame.hovered(target) ? t.primary_hover : t.primary, 4);
    if (ticked == Ticked::Yes)
      draw_icon(frame.paint, Icon::Check, box, 15, t.on_primary);
    else
      frame.paint.fill(box.centered(10, 2), t.on_primary);
  }
  if (frame.shows_focus(id)) frame.paint.ring(box, t.focus, t.focus_gap, 4);
  frame.emit(std::move(node));
  return frame.pressed(id);
}

}  // namespace

void draw_select_box(Frame& frame, const Rect& cell, const ListState& list, const RecordId& id,
                     std::size_t place, const std::string& name) {
  const bool marked = list.marked.count(id) != 0;
  if (draw_box(frame, "select", cell, "Select " + name, marked ? Ticked::Yes : Ticked::No))
    frame.push(MarkRow{id, place});
}

void draw_select_all(Frame& frame, const Rect& cell, const ListState& list) {
  const bool all = static_cast<std::int64_t>(list.marked.size()) >= list.total;
  if (!list.marked.empty() && frame.take_key("Escape")) frame.push(ClearMarks{});
  const Ticked ticked = list.marked.empty() ? Ticked::No : all ? Ticked::Yes : Ticked::Some;
  if (!draw_box(frame, "select_all", cell, "Select all rows", ticked)) return;
  if (list.marked.empty())
    frame.push(MarkAll{});
  else
    frame.push(ClearMarks{});
}

void follow_select_keys(Frame& frame, std::size_t now, std::optional<std::size_t> moved,
                        bool shift) {
  if (moved && shift) frame.push(MarkTo{now, *moved});
  if (frame.take_key("a", true)) frame.push(MarkAll{});
}

void follow_mark_key(Frame& frame, const RecordId& id, std::size_t place) {
  if (frame.take_key(" ")) frame.push(MarkRow{id, place});
}

}  // namespace cm::ui
