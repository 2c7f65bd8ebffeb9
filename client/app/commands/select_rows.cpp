// Which rows of the list on the screen are selected.
#include <algorithm>

#include "client/app/commands/commands.h"
#include "client/app/lists.h"

namespace cm {

void run_command(AppContext& app, const MarkRow& action) {
  ListState* list = find_shown_list(app.state);
  if (!list) return;
  if (list->marked.erase(action.id) == 0) list->marked.insert(action.id);
  list->mark_anchor = action.place;
}

void run_command(AppContext& app, const MarkTo& action) {
  ListState* list = find_shown_list(app.state);
  if (!list || list->total == 0) return;
  const std::size_t last = static_cast<std::size_t>(list->total) - 1;
  const std::size_t anchor = std::min(list->mark_anchor.value_or(action.from), last);
  const std::size_t to = std::min(action.to, last);
  list->mark_anchor = anchor;
  const std::size_t first = std::min(anchor, to), count = std::max(anchor, to) - first + 1;
  const std::vector<RecordId> ids = list_shown_ids(app, first, count);
  list->marked = {ids.begin(), ids.end()};
}

void run_command(AppContext& app, const MarkAll&) {
  ListState* list = find_shown_list(app.state);
  if (!list) return;
  const auto ids = list_shown_ids(app, 0, static_cast<std::size_t>(list->total));
  list->marked = {ids.begin(), ids.end()};
  app.platform.announce(std::to_string(ids.size()) + " selected.", Politeness::Polite);
}

void run_command(AppContext& app, const ClearMarks&) {
  if (ListState* list = find_shown_list(app.state)) clear_marks(*list);
}

}  // namespace cm
