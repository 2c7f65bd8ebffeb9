#include "client/ui/screens/list_tools/panel.h"

#include "client/ui/screens/list_tools/bulk_dialog.h"
#include "client/ui/screens/list_tools/column_dialog.h"
#include "client/ui/screens/list_tools/filter_dialog.h"
#include "client/ui/screens/list_tools/view_dialog.h"

namespace cm::ui {
namespace {

const ListState* list_on_screen(const AppState& state) {
  if (state.screen == Screen::Customers) return &state.customers;
  return state.screen == Screen::Records ? &state.records : nullptr;
}

}  // namespace

bool has_list_panel(const AppState& state) {
  return list_on_screen(state) && (state.filter_panel || state.column_panel || state.view_panel ||
                                    state.bulk_edit);
}

void draw_list_panel(Frame& frame, const AppState& state) {
  const ListState& list = *list_on_screen(state);
  if (state.bulk_edit) return draw_bulk_dialog(frame, state);
  if (state.filter_panel) return draw_filter_dialog(frame, state, list);
  if (state.column_panel) return draw_column_dialog(frame, state, list);
  draw_view_dialog(frame, state, list);
}

}  // namespace cm::ui
