// Filters of the list on the screen, whichever it is.
#include "client/app/commands/commands.h"
#include "client/app/lists.h"
#include "client/app/navigation.h"

namespace cm {
namespace {

// Back leads to the list as it was; while the panel is open, its closing does that once.
void show_other_rows(AppContext& app) {
  read_from_top(app);
  if (!app.state.filter_panel) show_url(app, UrlChange::Push);
}

}  // namespace

void run_command(AppContext& app, const OpenFilters&) {
  const ListState* list = find_shown_list(app.state);
  if (!list || app.state.filter_panel) return;
  app.state.filter_panel =
      FilterPanelState{read_filter_boxes(app, type_of_shown_list(app.state)), *list};
}

void run_command(AppContext& app, const CloseFilters&) {
  const ListState* list = find_shown_list(app.state);
  if (!list || !app.state.filter_panel) return;
  const ListView before = app.state.filter_panel->before;
  app.state.filter_panel.reset();
  if (!(before == *list)) show_url(app, UrlChange::Push);
}

void run_command(AppContext& app, const SetFilter& action) {
  ListState* list = find_shown_list(app.state);
  if (!list) return;
  ListView asked = *list;
  set_filter_value(asked.filters, action.name, action.value);
  if (ask_for(*list, type_of_shown_list(app.state), asked)) show_other_rows(app);
}

void run_command(AppContext& app, const ClearFilters&) {
  ListState* list = find_shown_list(app.state);
  if (!list || list->filters.empty()) return;
  list->filters.clear();
  if (app.state.filter_panel) ++app.state.filter_panel->revision;
  show_other_rows(app);
}

}  // namespace cm
