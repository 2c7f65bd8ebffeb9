// Which columns the list on the screen has, in which order its rows stand, and how high they are.
#include <algorithm>

#include "client/app/commands/commands.h"
#include "client/app/list_columns.h"
#include "client/app/list_settings.h"
#include "client/app/lists.h"
#include "client/app/navigation.h"

namespace cm {
namespace {

void show_columns(AppContext& app, ListState& list) {
  const RecordType& type = type_of_shown_list(app.state);
  list.columns = columns_named(type, list.chosen_columns);
  read_again(app);
  keep_list_settings(app, list, type);
}

}  // namespace

void run_command(AppContext& app, const SortList& action) {
  ListState* list = find_shown_list(app.state);
  if (!list) return;
  ListView asked = *list;
  const bool again = asked.sort == action.field;
  // A third time: back to the best match or the titles (a tree: to the tree).
  if (again && asked.order == SortOrder::Descending) {
    asked.sort.clear();
    asked.order = SortOrder::Ascending;
  } else {
    asked.sort = action.field;
    asked.order = again ? SortOrder::Descending : SortOrder::Ascending;
  }
  if (!ask_for(*list, type_of_shown_list(app.state), asked)) return;
  read_from_top(app);
  show_url(app, UrlChange::Replace);
}

void run_command(AppContext& app, const OpenColumns&) {
  if (!find_shown_list(app.state)) return;
  app.state.column_panel = ColumnPanelState{known_columns(type_of_shown_list(app.state))};
}

void run_command(AppContext& app, const CloseColumns&) {
  app.state.column_panel.reset();
}

void run_command(AppContext& app, const ToggleColumn& action) {
  ListState* list = find_shown_list(app.state);
  if (!list) return;
  std::vector<std::string> names;
  for (const Field* field : list->columns) names.emplace_back(field->name);
  const auto there = std::find(names.begin(), names.end(), action.field);
  if (there == names.begin() && !names.empty()) return;  // what names a record stays
  if (there == names.end())
    names.push_back(action.field);
  else
    names.erase(there);
  list->chosen_columns.clear();
  for (const Field* field : columns_named(type_of_shown_list(app.state), names))
    list->chosen_columns.emplace_back(field->name);
  show_columns(app, *list);
}

void run_command(AppContext& app, const ResetColumns&) {
  ListState* list = find_shown_list(app.state);
  if (!list) return;
  list->chosen_columns.clear();
  show_columns(app, *list);
}

void run_command(AppContext& app, const SetCompactRows& action) {
  ListState* list = find_shown_list(app.state);
  if (!list) return;
  list->compact = action.compact;
  keep_list_settings(app, *list, type_of_shown_list(app.state));
}

}  // namespace cm
