#include "client/app/queries.h"

#include <algorithm>

#include "client/app/editor.h"
#include "client/app/record_editor.h"
#include "client/app/record_views.h"
#include "client/app/unsent_items.h"
#include "shared/domain/records/catalogue.h"

namespace cm {
namespace {

void read_window(AppContext& app, std::size_t first, std::size_t count) {
  CustomerListState& list = app.state.customers;
  SearchQuery query;
  query.text = list.search_text;
  query.offset = first;
  query.max = count;
  list.rows = app.search.find(query);
  list.first = first;
}

}  // namespace

void show_rows(AppContext& app, std::size_t first, std::size_t count) {
  const CustomerListState& list = app.state.customers;
  const auto total = static_cast<std::size_t>(std::max<std::int64_t>(list.total, 0));
  const std::size_t end = std::min(first + count, total);
  if (first >= list.first && end <= list.first + list.rows.size()) return;
  const std::size_t window = std::max(3 * count, kWindowRowsMin);
  const std::size_t margin = (window - std::min(count, window)) / 2;
  read_window(app, first > margin ? first - margin : 0, window);
}

void read_customers(AppContext& app) {
  CustomerListState& list = app.state.customers;
  SearchQuery query;
  query.text = list.search_text;
  query.offset = list.first;
  query.max = std::max(list.rows.size(), kWindowRowsMin);
  SearchPage page = app.search.find_page(query);
  list.total = page.total;
  if (list.first > 0 && list.first >= static_cast<std::size_t>(list.total))
    return read_window(app, 0, query.max);
  list.rows = std::move(page.hits);
}

void read_sync_screen(AppContext& app) {
  app.state.sync_screen.unsent = list_unsent_items(app.replica, app.records, kUnsentShownMax);
  app.state.sync_screen.customers = app.records.count(record_catalogue().get("customer"));
}

void read_conflicts(AppContext& app) {
  app.state.conflicts.conflicts = app.replica.list_conflicts();
  app.state.open_conflicts =
      std::count_if(app.state.conflicts.conflicts.begin(), app.state.conflicts.conflicts.end(),
                    [](const Conflict& conflict) { return conflict.state == ConflictState::Open; });
}

void refresh_views(AppContext& app) {
  const std::int64_t revision = app.database.revision();
  if (!app.state.session || revision == app.shown_revision) return;
  if (app.shown_revision < 0) read_conflicts(app);  // later they change only by being fetched
  app.shown_revision = revision;
  read_customers(app);
  if (app.state.screen == Screen::Sync) read_sync_screen(app);
  if (app.state.screen == Screen::Records && app.state.records.type) read_records(app);
  refresh_editor(app);
  refresh_record_editor(app);
  read_related(app);
  app.sync.refresh_status();
}

void note_invisible_write(AppContext& app, std::int64_t revision_before) {
  if (app.shown_revision == revision_before) app.shown_revision = app.database.revision();
}

}  // namespace cm
