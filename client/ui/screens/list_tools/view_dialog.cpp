#include "client/ui/screens/list_tools/view_dialog.h"

#include <algorithm>

#include "client/app/list_settings.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/dialog.h"
#include "client/ui/widgets/field.h"
#include "shared/base/utf8.h"

namespace cm::ui {
namespace {

constexpr std::string_view kKey = "view_panel";

float draw_line(Frame& frame, const Rect& rect, const std::string& text, Color color,
                std::string_view key) {
  const TextStyle style{TextSize::Body, Weight::Regular, color, Align::Left, 0};
  const float h = text_height(frame, text, style, rect.w);
  draw_text(frame, key, {rect.x, rect.y, rect.w, h}, text, style);
  return h;
}

void draw_view(Frame& frame, Rect row, const SavedView& saved, bool current) {
  Group group(frame, NodeRole::ListItem, "view." + saved.name, row);
  const float side = frame.control_h();
  const Rect remove = row.cut_right(side, kGap4), rename = row.cut_right(side, kGap8);
  ButtonSpec show{saved.name, current ? ButtonKind::Primary : ButtonKind::Secondary,
                  current ? Icon::Check : Icon::None, "Show " + saved.name};
  show.description = current ? "Shown now" : "";
  if (draw_button(frame, "show", row, show)) frame.push(ShowView{saved.name});
  if (draw_button(frame, "rename", rename,
                  {"", ButtonKind::Quiet, Icon::Pencil, "Rename " + saved.name}))
    frame.push(RenameView{saved.name});
  if (draw_button(frame, "delete", remove,
                  {"", ButtonKind::Quiet, Icon::Trash, "Delete " + saved.name}))
    frame.push(DeleteView{saved.name});
}

float draw_views(Frame& frame, const Rect& rect, const ListState& list) {
  if (list.saved_views.empty())
    return draw_line(frame, rect,
                     "A view keeps the search, filters, order and columns under a name, for you "
                     "on this device.",
                     frame.theme.muted, "intro");
  const float line_h = frame.control_h() + kGap8;
  const float h = line_h * static_cast<float>(list.saved_views.size()) - kGap8;
  Group group(frame, NodeRole::List, "views", {rect.x, rect.y, rect.w, h}, "Saved views");
  const SavedView* current = find_current_view(list);
  float y = rect.y;
  for (const SavedView& saved : list.saved_views) {
    draw_view(frame, {rect.x, y, rect.w, frame.control_h()}, saved, &saved == current);
    y += line_h;
  }
  return h;
}

float draw_content(Frame& frame, const Rect& rect, const ViewPanelState& panel,
                   const ListState& list) {
  Rect at = rect;
  at.y += draw_views(frame, at, list) + kGap24;
  FieldSpec spec;
  spec.label = panel.renaming.empty() ? "Save what is shown as" : "New name of " + panel.renaming;
  spec.value = panel.name;
  spec.revision = panel.revision;
  spec.input.length_max = static_cast<int>(kViewNameMax);
  spec.input.enter_hint = "done";
  if (!panel.problem.empty()) spec.notes.push_back({Grade::Error, panel.problem});
  const FieldEvents events = draw_field(frame, "name", at, spec, FieldShape::Line);
  if (events.text) frame.push(EditViewName{*events.text});
  if (events.entered) frame.push(SaveView{});
  return at.y + field_height(frame, spec, FieldShape::Line, at.w) + kGap8 - rect.y;
}

std::string save_label(const ViewPanelState& panel, const ListState& list) {
  if (!panel.renaming.empty()) return "Rename view";
  const std::string name = fold_text(panel.name);
  const bool there = std::any_of(list.saved_views.begin(), list.saved_views.end(),
                                 [&](const SavedView& saved) { return fold_text(saved.name) == name; });
  return there ? "Overwrite view" : "Save view";
}

}  // namespace

void draw_view_dialog(Frame& frame, const AppState& state, const ListState& list) {
  const ViewPanelState& panel = *state.view_panel;
  if (frame.take_key("Escape")) frame.push(CloseViews{});
  DialogSpec spec;
  spec.title = "Views";
  spec.width = 480;
  spec.footer_h = frame.control_h();
  const NodeId dialog = frame.id(kKey);
  draw_dialog(
      frame, kKey, spec, [&](Rect rect) { return draw_content(frame, rect, panel, list); },
      [&](Rect rect) {
        const std::string save = save_label(panel, list);
        if (draw_button(frame, "save", rect.cut_right(button_width(frame, save), kGap8),
                        {save, ButtonKind::Primary}))
          frame.push(SaveView{});
        if (draw_button(frame, "close", rect.cut_right(button_width(frame, "Close")), {"Close"}))
          frame.push(CloseViews{});
      },
      [&] { return node_id(dialog, "close"); });
}

}  // namespace cm::ui
