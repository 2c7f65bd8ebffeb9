#include "client/ui/screens/record_list/view.h"

#include "client/app/places.h"
#include "client/ui/navigation.h"
#include "client/ui/screens/list_tools/bar.h"
#include "client/ui/screens/record_list/rows.h"
#include "client/ui/shell.h"
#include "client/ui/toast.h"
#include "client/ui/widgets/banner.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/empty_state.h"
#include "client/ui/widgets/field.h"
#include "client/ui/words.h"

namespace cm::ui {
namespace {

std::string label_of(const RecordListState& list) {
  return std::string(list.type->label());
}

std::string plural_of(const RecordListState& list) {
  const Place* place = find_record_place(list.type->table());
  return place ? std::string(place->label) : label_of(list);
}

void draw_search(Frame& frame, const Rect& rect, const RecordListState& list, Memory& memory) {
  FieldSpec spec;
  spec.label = "Search " + plural_of(list);
  spec.label_hidden = true;
  spec.icon = Icon::Search;
  spec.value = list.search_text;
  spec.input.type = "search";
  spec.input.enter_hint = "search";
  spec.input.placeholder = "Search";
  const NodeEdited* edit = frame.edit_of(frame.id("search"));
  if (edit == nullptr && !frame.measuring() && list.search_text != memory.records_search_seen) {
    memory.records_search_seen = list.search_text;  // the app set it: Back, a link, another list
    ++memory.records_search_revision;
  }
  spec.revision = memory.records_search_revision;
  if (frame.take_key("/")) frame.focus(frame.id("search"));
  const FieldEvents events = draw_field(frame, "search", rect, spec, FieldShape::Line);
  if (!events.text) return;
  memory.records_search_seen = *events.text;
  frame.push(SearchRecords{*events.text});
}

std::string count_text(const RecordListState& list) {
  const std::string count = count_of(list.total, label_of(list), plural_of(list));
  return list.search_text.empty() && list.filters.empty() ? count : count + " found";
}

void new_record(Frame& frame, const RecordListState& list) {
  frame.push(NewRecord{std::string(list.type->table()), std::nullopt});
}

void draw_new_button(Frame& frame, const Rect& rect, const RecordListState& list, bool floating) {
  if (!list.may_create) return;
  ButtonSpec spec{"New " + label_of(list), ButtonKind::Primary, Icon::Plus};
  if (floating) {
    spec.radius = 16;
    frame.paint.shadow(rect, frame.theme.shadow, 16);
  }
  if (draw_button(frame, "new", rect, spec)) new_record(frame, list);
}

void draw_nothing(Frame& frame, const Rect& rect, const RecordListState& list) {
  const Place* place = find_record_place(list.type->table());
  if (!list.search_text.empty()) {
    const EmptyStateSpec spec{Icon::Search,
                              "Nothing matches \xE2\x80\x9C" + list.search_text + "\xE2\x80\x9D",
                              "Try a part of the name, or of any other column.",
                              {{"Clear search"}}};
    if (draw_empty_state(frame, "no_match", rect, spec) == 0) frame.push(SearchRecords{""});
    return;
  }
  if (!list.filters.empty()) {
    const EmptyStateSpec spec{Icon::Filter,
                              "Nothing meets these filters",
                              "Take one out, or clear them all.",
                              {}};
    draw_empty_state(frame, "no_match", rect, spec);
    return;
  }
  const EmptyStateSpec spec{place ? icon_of(place->icon) : Icon::Box,
                            "No " + plural_of(list) + " yet",
                            list.may_create ? "Make the first one. It is kept on this device and "
                                              "sent when the server can be reached."
                                            : "They come with the next sync, when there are any.",
                            {}};
  draw_empty_state(frame, "nothing", rect, spec);
}

// While a node of the tree is cut: what is being moved, and the way out.
float draw_moving(Frame& frame, const Rect& rect, const RecordListState& list) {
  if (!list.moving) return 0;
  const BannerSpec spec{"Moving " + list.moving_title +
                            ": choose \xE2\x80\x9CPut here\xE2\x80\x9D "
                            "at the record that it shall stand below.",
                        Tone::Info, Icon::Move, "Cancel move"};
  if (draw_banner(frame, "moving", rect, spec) || frame.take_key("Escape"))
    frame.push(CancelMove{});
  return banner_height(frame, spec, rect.w) + kGap12;
}

void draw_phone(Frame& frame, Rect rect, const AppState& state, Memory& memory) {
  constexpr float kFabH = 56;
  const Theme& t = frame.theme;
  const RecordListState& list = state.records;
  const float bar_h = list_bar_height(frame, {list}, rect.w - 2 * kGap16);
  Rect head = rect.cut_top(kGap8 + frame.control_h() + kGap8 + bar_h + kGap8 + 20);
  frame.paint.fill(head, t.surface);
  frame.paint.line({head.x, head.bottom() - 1}, {head.right(), head.bottom() - 1}, t.border);
  head = head.inset(kGap16, kGap8);
  draw_search(frame, head.cut_top(frame.control_h(), kGap8), list, memory);
  draw_list_bar(frame, head.cut_top(bar_h, kGap4), {list});
  draw_text(frame, "count", head.cut_top(18), count_text(list),
            {TextSize::Caption, Weight::Regular, t.muted});
  rect.cut_top(draw_moving(frame, rect.inset(kGap12, kGap8), list) + (list.moving ? kGap8 : 0));
  frame.paint.fill(rect, t.surface);
  const float w = button_width(frame, "New " + label_of(list), Icon::Plus) + kGap8;
  const Rect fab{rect.right() - kGap16 - w, rect.bottom() - kGap16 - kFabH, w, kFabH};
  const float bottom_room = kFabH + 2 * kGap16;
  cut_toast_room(frame, rect, bottom_room - kGap12);
  if (list.total == 0)
    draw_nothing(frame, rect, list);
  else
    draw_record_cards(frame, rect, state, memory, frame.toast == nullptr ? bottom_room : 0);
  draw_new_button(frame, fab, list, true);
}

void draw_wide(Frame& frame, Rect rect, const AppState& state, Memory& memory) {
  const RecordListState& list = state.records;
  rect = rect.inset(kGap24, kGap16);
  Rect toolbar = rect.cut_top(frame.control_h(), kGap12);
  draw_search(frame, toolbar.cut_left(std::min(380.0f, toolbar.w * 0.4f), kGap16), list, memory);
  draw_new_button(
      frame, toolbar.cut_right(button_width(frame, "New " + label_of(list), Icon::Plus), kGap16),
      list, false);
  draw_text(frame, "count", toolbar, count_text(list),
            {TextSize::Body, Weight::Regular, frame.theme.muted});
  const ListBar bar{list, ListLook::Table, list.may_change};
  draw_list_bar(frame, rect.cut_top(list_bar_height(frame, bar, rect.w), kGap12), bar);
  cut_toast_room(frame, rect);
  rect.cut_top(draw_moving(frame, rect, list));
  if (list.total == 0) {
    frame.paint.fill(rect, frame.theme.surface, kRadiusCard);
    frame.paint.stroke(rect, frame.theme.border, kRadiusCard, frame.theme.border_px);
    return draw_nothing(frame, rect, list);
  }
  draw_record_table(frame, rect, state, memory);
}

}  // namespace

void draw_record_list(Frame& frame, const Rect& rect, const AppState& state, Memory& memory) {
  const RecordListState& list = state.records;
  if (memory.records_type != list.type) {
    memory.records_type = list.type;
    memory.roving_record.reset();
    memory.record_row_to_focus.reset();
  }
  // A list of its own for each type, so that each is scrolled by itself.
  Group group(frame, NodeRole::Group, "records." + std::string(list.type->table()), rect,
              plural_of(list));
  if (list.may_create && (frame.take_key("n") || frame.take_key("N"))) new_record(frame, list);
  if (width_class(frame) == Width::Compact) return draw_phone(frame, rect, state, memory);
  draw_wide(frame, rect, state, memory);
}

}  // namespace cm::ui
