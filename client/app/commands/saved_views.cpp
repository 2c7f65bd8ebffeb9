// Saved views of the list on the screen: search, filters, order and columns under a name.
#include <algorithm>

#include "client/app/commands/commands.h"
#include "client/app/list_columns.h"
#include "client/app/list_settings.h"
#include "client/app/lists.h"
#include "client/app/navigation.h"
#include "client/app/toast.h"
#include "shared/base/utf8.h"

namespace cm {
namespace {

void set_name(AppState& state, std::string name) {
  state.view_panel->name = std::move(name);
  ++state.view_panel->revision;
}

void refuse(AppContext& app, std::string problem) {
  app.platform.announce(problem, Politeness::Assertive);
  app.state.view_panel->problem = std::move(problem);
}

// What is wrong with the name in the box; empty when nothing is.
std::string name_problem(ListState& list, const ViewPanelState& panel, const std::string& name) {
  if (name.empty()) return "Give the view a name.";
  if (count_code_points(name) > kViewNameMax)
    return "A name has at most " + std::to_string(kViewNameMax) + " characters.";
  const SavedView* other = find_saved_view(list, name);
  const bool is_other = other && fold_text(other->name) != fold_text(panel.renaming);
  if (!panel.renaming.empty() && is_other) return "There is another view of this name.";
  if (!other && panel.renaming.empty() && list.saved_views.size() >= kSavedViewsMax)
    return "There are " + std::to_string(kSavedViewsMax) + " views. Delete one first.";
  return {};
}

void sort_by_name(std::vector<SavedView>& views) {
  std::sort(views.begin(), views.end(), [](const SavedView& a, const SavedView& b) {
    return fold_text(a.name) < fold_text(b.name);
  });
}

}  // namespace

void run_command(AppContext& app, const OpenViews&) {
  ListState* list = find_shown_list(app.state);
  if (!list) return;
  app.state.view_panel.emplace();
  if (const SavedView* current = find_current_view(*list)) app.state.view_panel->name = current->name;
}

void run_command(AppContext& app, const CloseViews&) {
  app.state.view_panel.reset();
}

void run_command(AppContext& app, const ShowView& action) {
  ListState* list = find_shown_list(app.state);
  const SavedView* saved = list ? find_saved_view(*list, action.name) : nullptr;
  if (!saved) return;
  const RecordType& type = type_of_shown_list(app.state);
  list->chosen_columns = saved->columns;
  list->columns = columns_named(type, list->chosen_columns);
  const bool other_rows = ask_for(*list, type, saved->view);
  app.state.view_panel.reset();
  read_from_top(app);
  keep_list_settings(app, *list, type);
  if (other_rows) show_url(app, UrlChange::Push);
}

void run_command(AppContext& app, const EditViewName& action) {
  if (!app.state.view_panel) return;
  app.state.view_panel->name = action.text;
  app.state.view_panel->problem.clear();
}

void run_command(AppContext& app, const SaveView&) {
  ListState* list = find_shown_list(app.state);
  if (!list || !app.state.view_panel) return;
  ViewPanelState& panel = *app.state.view_panel;
  const std::string name = clean_text(to_valid_utf8(panel.name));
  if (std::string problem = name_problem(*list, panel, name); !problem.empty())
    return refuse(app, std::move(problem));
  const bool renames = !panel.renaming.empty();
  SavedView* saved = find_saved_view(*list, renames ? panel.renaming : name);
  const bool is_new = saved == nullptr;
  if (is_new) saved = &list->saved_views.emplace_back();
  saved->name = name;
  if (!renames) {
    saved->view = *list;
    saved->columns = list->chosen_columns;
  }
  sort_by_name(list->saved_views);
  keep_list_settings(app, *list, type_of_shown_list(app.state));
  panel.renaming.clear();
  panel.problem.clear();
  set_name(app.state, name);
  const std::string what = renames ? " renamed." : is_new ? " saved on this device." : " overwritten.";
  app.platform.announce("View " + name + what, Politeness::Polite);
}

void run_command(AppContext& app, const RenameView& action) {
  ListState* list = find_shown_list(app.state);
  if (!list || !app.state.view_panel || !find_saved_view(*list, action.name)) return;
  app.state.view_panel->renaming = action.name;
  app.state.view_panel->problem.clear();
  set_name(app.state, action.name);
}

void run_command(AppContext& app, const DeleteView& action) {
  ListState* list = find_shown_list(app.state);
  if (!list) return;
  const std::string name = fold_text(action.name);
  std::erase_if(list->saved_views,
                [&](const SavedView& saved) { return fold_text(saved.name) == name; });
  keep_list_settings(app, *list, type_of_shown_list(app.state));
  if (app.state.view_panel) app.state.view_panel->renaming.clear();
  app.platform.announce("View " + action.name + " deleted.", Politeness::Polite);
}

}  // namespace cm
