#include "client/ui/screens/customer_list/view.h"

#include "client/ui/screens/customer_list/rows.h"
#include "client/ui/screens/list_tools/bar.h"
#include "client/ui/shell.h"
#include "client/ui/toast.h"
#include "client/ui/widgets/button.h"
#include "client/ui/widgets/empty_state.h"
#include "client/ui/widgets/field.h"
#include "client/ui/words.h"

namespace cm::ui {
namespace {

constexpr std::string_view kNewCustomer = "New Customer";

bool may_create(const AppState& state) {
  return state.rights.create_customers;
}

void draw_search(Frame& frame, const Rect& rect, const AppState& state, Memory& memory) {
  const std::string& text = state.customers.search_text;
  FieldSpec spec;
  spec.label = "Search customers";
  spec.label_hidden = true;
  spec.icon = Icon::Search;
  spec.value = text;
  spec.input.type = "search";
  spec.input.enter_hint = "search";
  spec.input.placeholder = "Name, phone, GSTIN or city";
  const NodeEdited* edit = frame.edit_of(frame.id("search"));
  if (edit == nullptr && !frame.measuring() &&
      text != memory.search_seen) {  // the app set it: Back, a link
    memory.search_seen = text;
    ++memory.search_revision;
  }
  spec.revision = memory.search_revision;
  if (frame.take_key("/")) frame.focus(frame.id("search"));
  const FieldEvents events = draw_field(frame, "search", rect, spec, FieldShape::Line);
  if (!events.text) return;
  memory.search_seen = *events.text;
  frame.push(SearchCustomers{*events.text});
}

std::string count_text(const CustomerListState& list) {
  const std::string count = count_of(list.total, "customer", "customers");
  return list.search_text.empty() && list.filters.empty() ? count : count + " found";
}

void draw_nothing(Frame& frame, const Rect& rect, const AppState& state) {
  const std::string& search = state.customers.search_text;
  if (!search.empty()) {
    const EmptyStateSpec spec{Icon::Search,
                              "No customer matches \xE2\x80\x9C" + search + "\xE2\x80\x9D",
                              "Try a part of the name, the phone number, the GSTIN or the city.",
                              {{"Clear search"}}};
    if (draw_empty_state(frame, "no_match", rect, spec) == 0) frame.push(SearchCustomers{""});
    return;
  }
  if (!state.customers.filters.empty()) {
    const EmptyStateSpec spec{Icon::Filter,
                              "No customer meets these filters",
                              "Take one out, or clear them all.",
                              {}};
    draw_empty_state(frame, "no_match", rect, spec);
    return;
  }
  const bool waiting = !state.sync.last_success_ms && state.sync.online &&
                       state.sync.phase != SyncPhase::NeedsSignIn;
  std::string text = waiting ? "The customers of your company come with the first sync." : "";
  if (may_create(state)) {
    text = waiting ? text + " You can make new ones right away."
                   : "Make the first one. It is kept on this device and sent when the server can "
                     "be reached.";
  }
  const EmptyStateSpec spec{Icon::Customers,
                            "No customers yet",
                            text,
                            {{"Sync now", ButtonKind::Secondary, Icon::Sync}}};
  if (draw_empty_state(frame, "no_customers", rect, spec) == 0) frame.push(SyncNow{});
}

void draw_new_button(Frame& frame, const Rect& rect, bool floating) {
  ButtonSpec spec{std::string(kNewCustomer), ButtonKind::Primary, Icon::Plus};
  if (floating) {
    spec.radius = 16;
    frame.paint.shadow(rect, frame.theme.shadow, 16);
  }
  if (draw_button(frame, "new", rect, spec)) frame.push(NewCustomer{});
}

void draw_phone(Frame& frame, Rect rect, const AppState& state, Memory& memory) {
  constexpr float kFabH = 56;
  const Theme& t = frame.theme;
  const float bar_h = list_bar_height(frame, {state.customers}, rect.w - 2 * kGap16);
  Rect head = rect.cut_top(kGap8 + frame.control_h() + kGap8 + bar_h + kGap8 + 20);
  frame.paint.fill(head, t.surface);
  frame.paint.line({head.x, head.bottom() - 1}, {head.right(), head.bottom() - 1}, t.border);
  head = head.inset(kGap16, kGap8);
  draw_search(frame, head.cut_top(frame.control_h(), kGap8), state, memory);
  draw_list_bar(frame, head.cut_top(bar_h, kGap4), {state.customers});
  draw_text(frame, "count", head.cut_top(18), count_text(state.customers),
            {TextSize::Caption, Weight::Regular, t.muted});
  frame.paint.fill(rect, t.surface);
  const float bottom = rect.bottom(), bottom_room = may_create(state) ? kFabH + 2 * kGap16 : kGap16;
  cut_toast_room(frame, rect, may_create(state) ? bottom_room - kGap12 : 0);
  if (state.customers.total == 0)
    draw_nothing(frame, rect, state);
  else
    draw_customer_cards(frame, rect, state, memory, frame.toast == nullptr ? bottom_room : 0);
  if (!may_create(state)) return;
  const float w = button_width(frame, kNewCustomer, Icon::Plus) + kGap8;
  draw_new_button(frame, {rect.right() - kGap16 - w, bottom - kGap16 - kFabH, w, kFabH},
                  true);
}

void draw_pane(Frame& frame, Rect rect, const AppState& state, Memory& memory) {
  const Theme& t = frame.theme;
  frame.paint.fill(rect, t.surface);
  frame.paint.line({rect.right() - 1, rect.y}, {rect.right() - 1, rect.bottom()}, t.border);
  rect.w -= 1;
  const float new_h = may_create(state) ? frame.control_h() + kGap8 : 0;
  const float bar_h =
      list_bar_height(frame, {state.customers}, rect.w - 2 * kGap12);
  Rect head = rect.cut_top(kGap12 + new_h + frame.control_h() + kGap8 + bar_h + kGap4 + 18 + kGap8)
                  .inset(kGap12, kGap12);
  frame.paint.line({rect.x, rect.y - 1}, {rect.right(), rect.y - 1}, t.border);
  if (may_create(state)) draw_new_button(frame, head.cut_top(frame.control_h(), kGap8), false);
  draw_search(frame, head.cut_top(frame.control_h(), kGap8), state, memory);
  draw_list_bar(frame, head.cut_top(bar_h, kGap4), {state.customers});
  draw_text(frame, "count", {head.x + kGap4, head.y, head.w, 18}, count_text(state.customers),
            {TextSize::Caption, Weight::Regular, t.muted});
  if (state.customers.total == 0)
    draw_nothing(frame, rect, state);
  else
    draw_customer_cards(frame, rect, state, memory, kGap16);
}

void draw_desktop(Frame& frame, Rect rect, const AppState& state, Memory& memory) {
  rect = rect.inset(kGap24, kGap16);
  Rect toolbar = rect.cut_top(frame.control_h(), kGap12);
  draw_search(frame, toolbar.cut_left(380, kGap16), state, memory);
  if (may_create(state)) {
    const float w = button_width(frame, kNewCustomer, Icon::Plus);
    draw_new_button(frame, toolbar.cut_right(w, kGap16), false);
  }
  draw_text(frame, "count", toolbar, count_text(state.customers),
            {TextSize::Body, Weight::Regular, frame.theme.muted});
  const ListBar bar{state.customers, ListLook::Table, state.rights.write};
  const float bar_h = list_bar_height(frame, bar, rect.w);
  draw_list_bar(frame, rect.cut_top(bar_h, kGap12), bar);
  cut_toast_room(frame, rect);
  if (state.customers.total == 0) {
    frame.paint.fill(rect, frame.theme.surface, kRadiusCard);
    frame.paint.stroke(rect, frame.theme.border, kRadiusCard, frame.theme.border_px);
    return draw_nothing(frame, rect, state);
  }
  draw_customer_grid(frame, rect, state, memory);
}

}  // namespace

void draw_customer_list(Frame& frame, const Rect& rect, const AppState& state, Memory& memory) {
  Group group(frame, NodeRole::Group, "customer_list", rect, "Customer list");
  const bool new_key = frame.take_key("n") || frame.take_key("N");
  if (new_key && may_create(state)) frame.push(NewCustomer{});
  switch (width_class(frame)) {
    case Width::Compact:
      return draw_phone(frame, rect, state, memory);
    case Width::Medium:
      return draw_pane(frame, rect, state, memory);
    case Width::Expanded:
      return draw_desktop(frame, rect, state, memory);
  }
}

}  // namespace cm::ui
