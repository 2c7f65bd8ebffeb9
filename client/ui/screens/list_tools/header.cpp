#include "client/ui/screens/list_tools/header.h"

#include "client/ui/icons.h"

namespace cm::ui {

bool is_number_column(const Field* field) {
  return field && (field->kind == FieldKind::Money || field->kind == FieldKind::Percent ||
                   field->kind == FieldKind::Integer);
}

float column_width(const Field& field) {
  if (field.name == "code") return 110;
  if (field.name == "city") return 130;
  switch (field.kind) {
    case FieldKind::Boolean:
    case FieldKind::Integer:
    case FieldKind::Percent:
      return 110;
    case FieldKind::Date:
    case FieldKind::Pan:
    case FieldKind::Pincode:
    case FieldKind::Phone:
    case FieldKind::Money:
      return 130;
    case FieldKind::Choice:
      return 140;
    case FieldKind::Gstin:
      return 170;
    case FieldKind::Email:
      return 180;
    default:
      return 150;
  }
}

void draw_column_header(Frame& frame, const Rect& cell, const std::string& label,
                        const Field* field, int column, const ListState& list) {
  const Theme& t = frame.theme;
  Node node = make_node(frame, NodeRole::ColumnHeader, label, cell, label);
  node.column_index = column;
  if (!field) {
    paint_text(frame, cell.inset(kGap16, 0), label, {TextSize::Caption, Weight::Bold, t.muted});
    return frame.emit(std::move(node));
  }
  const bool sorted = list.sort == field->name, up = list.order == SortOrder::Ascending;
  Group group(frame, std::move(node));
  Node button = make_node(frame, NodeRole::Button, "sort", cell, label);
  button.description = !sorted ? "Sort by this column"
                       : up    ? "Sorted, smallest first"
                               : "Sorted, largest first";
  const NodeId id = button.id;
  if (frame.hovered(cell)) frame.paint.fill(cell, t.hover);
  Rect text = cell.inset(kGap16, 0);
  if (sorted)
    draw_icon(frame.paint, up ? Icon::ChevronUp : Icon::ChevronDown, text.cut_right(16, kGap4), 14,
              t.primary);
  paint_text(frame, text, label,
             {TextSize::Caption, Weight::Bold, sorted ? t.primary : t.muted,
              is_number_column(field) ? Align::Right : Align::Left});
  if (frame.shows_focus(id)) frame.paint.stroke(cell.inset(2), t.focus, kRadiusControl, 2);
  frame.emit(std::move(button));
  if (frame.pressed(id)) frame.push(SortList{std::string(field->name)});
}

}  // namespace cm::ui
