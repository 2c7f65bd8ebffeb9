#include "client/app/commands/commands.h"
#include "client/app/navigation.h"
#include "client/app/record_views.h"

namespace cm {
namespace {

void start_anew(AppContext& app) {
  app.state.records.first = 0;
  app.state.records.rows.clear();
  read_records(app);
}

}  // namespace

void run_command(AppContext& app, const SearchRecords& action) {
  RecordListState& list = app.state.records;
  if (!list.type || list.search_text == action.text) return;
  list.search_text = action.text;
  start_anew(app);
  if (!app.state.record_editor) show_url(app, UrlChange::Replace);
}

void run_command(AppContext& app, const SortRecords& action) {
  RecordListState& list = app.state.records;
  if (!list.type || !list.type->find_field(std::string_view(action.field))) return;
  const bool again = list.sort == action.field;
  // A third time: back to the order of titles (a tree: to the tree).
  if (again && list.order == SortOrder::Descending) {
    list.sort.clear();
    list.order = SortOrder::Ascending;
  } else {
    list.sort = action.field;
    list.order = again ? SortOrder::Descending : SortOrder::Ascending;
  }
  start_anew(app);
}

void run_command(AppContext& app, const ShowRecordRows& action) {
  show_record_rows(app, action.first, action.count);
}

void run_command(AppContext& app, const ToggleTreeNode& action) {
  RecordListState& list = app.state.records;
  if (!list.type) return;
  if (list.collapsed.erase(action.id) == 0) list.collapsed.insert(action.id);
  read_records(app);
}

}  // namespace cm
