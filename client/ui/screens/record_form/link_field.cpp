#include "client/ui/screens/record_form/link_field.h"

#include <algorithm>

#include "client/ui/widgets/button.h"

namespace cm::ui {
namespace {

bool is_open(const RecordEditorState& editor, const Field& field) {
  return editor.link_search && editor.link_search->field == field.name;
}

std::string shown_text(const RecordEditorState& editor, const Field& field) {
  if (is_open(editor, field) && editor.link_search->typed) return editor.link_search->text;
  const auto title = editor.link_titles.find(std::string(field.name));
  return title == editor.link_titles.end() ? std::string() : title->second;
}

NodeId option_id(NodeId list, const LinkOption& option) {
  return node_id(list, option.id.text());
}

// Arrows move the mark, Enter takes what is marked, Escape closes.
void follow_keys(Frame& frame, const LinkSearch& search, Memory& memory) {
  const std::size_t count = search.options.size();
  if (frame.take_key("ArrowDown") && count > 0)
    memory.link_choice = std::min(memory.link_choice + 1, count - 1);
  if (frame.take_key("ArrowUp") && memory.link_choice > 0) --memory.link_choice;
  if (frame.take_key("Escape")) frame.push(CloseLink{});
}

}  // namespace

std::string field_key(std::string_view name) {
  return "field." + std::string(name);
}

float draw_link_field(Frame& frame, const Field& field, const Rect& rect, FieldSpec spec,
                      const RecordEditorState& editor, Memory& memory, Rect& choices_box) {
  const std::string name(field.name);
  const bool open = is_open(editor, field);
  spec.value = shown_text(editor, field);
  spec.icon = Icon::Search;
  spec.input.placeholder = "Search";
  spec.input.enter_hint = "done";
  const std::string key = field_key(name);
  const NodeId id = frame.id(key);
  if (open) {
    memory.link_choice = std::min(memory.link_choice,
                                  std::max<std::size_t>(1, editor.link_search->options.size()) - 1);
    if (frame.focused(id)) follow_keys(frame, *editor.link_search, memory);
    spec.expanded = true;
    spec.choices = memory.link_list;
    if (memory.link_list != 0 && !editor.link_search->options.empty())
      spec.active_option =
          option_id(memory.link_list, editor.link_search->options[memory.link_choice]);
  }
  const float height = field_height(frame, spec, FieldShape::Search, rect.w);
  const FieldEvents events = draw_field(frame, key, rect, spec, FieldShape::Search);
  if (frame.measuring()) return height;
  if (events.text) {
    memory.link_choice = 0;
    frame.push(SearchLink{name, *events.text});
  } else if (events.left) {
    if (open) frame.push(CloseLink{});
    memory.open_link.clear();
  } else if (events.entered) {
    const bool takes = open && !editor.link_search->options.empty();
    if (takes) frame.push(ChooseLink{name, editor.link_search->options[memory.link_choice].id});
    memory.entered_field = name;
  } else if (frame.focused(id) && memory.open_link != name) {
    memory.open_link = name;  // once for each time that it gets the focus
    memory.link_choice = 0;
    frame.push(SearchLink{name, std::nullopt});
  }
  if (open) choices_box = {rect.x, rect.y + 24, rect.w, frame.control_h()};
  return height;
}

float draw_link_choices(Frame& frame, const Rect& box, const RecordEditorState& editor,
                        Memory& memory) {
  if (!editor.link_search || box.w <= 0) {
    if (!frame.measuring()) memory.link_list = 0;
    return 0;
  }
  const Theme& t = frame.theme;
  const LinkSearch& search = *editor.link_search;
  const float row_h = frame.coarse() ? 48.0f : 36.0f;
  const auto count = static_cast<float>(std::max<std::size_t>(1, search.options.size()));
  const Rect list{box.x, box.bottom() + kGap4, box.w, count * row_h + 2 * kGap4};
  frame.paint.shadow(list, t.shadow, kRadiusControl);
  frame.paint.fill(list, t.surface, kRadiusControl);
  frame.paint.stroke(list, t.border_input, kRadiusControl, t.border_px);
  Group group(frame, NodeRole::Listbox, "choices", list,
              std::string(editor.type->get_field(search.field).label) + " choices");
  if (memory.link_list != group.id) frame.want_another();  // its box is to name it
  memory.link_list = group.id;
  Rect rest = list.inset(kGap4, kGap4);
  if (search.options.empty()) {
    Node none = make_node(frame, NodeRole::Option, "none", rest, "Nothing found");
    none.disabled = true;
    paint_text(frame, rest.inset(kGap8, 0), "Nothing found",
               {frame.body(), Weight::Regular, t.muted});
    frame.emit(std::move(none));
    return list.bottom();
  }
  for (std::size_t i = 0; i < search.options.size(); ++i) {
    const LinkOption& option = search.options[i];
    const Rect row = rest.cut_top(row_h);
    Node node = make_node(frame, NodeRole::Option, option.id.text(), row, option.title);
    node.selected = i == memory.link_choice;
    const NodeId id = node.id;
    paint_pressable(frame, id, row, kRadiusControl, node.selected);
    show_or_paint(frame, node, row.inset(kGap8, 0), option.title,
                  {frame.body(), Weight::Regular, node.selected ? t.on_primary_soft : t.text});
    frame.emit(std::move(node));
    if (frame.pressed(id)) frame.push(ChooseLink{search.field, option.id});
  }
  return list.bottom();
}

}  // namespace cm::ui
