#include "client/app/commands/commands.h"
#include "client/app/lists.h"
#include "client/app/navigation.h"
#include "client/app/record_views.h"

namespace cm {

void run_command(AppContext& app, const SearchRecords& action) {
  RecordListState& list = app.state.records;
  if (!list.type || list.search_text == action.text) return;
  list.search_text = action.text;
  read_from_top(app);
  if (!app.state.record_editor) show_url(app, UrlChange::Replace);
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
