#include "client/app/queries.h"

#include <algorithm>

#include "client/app/cell_reader.h"
#include "client/app/editor.h"
#include "client/app/list_columns.h"
#include "client/app/list_settings.h"
#include "client/app/lists.h"
#include "client/app/record_editor.h"
#include "client/app/record_views.h"
#include "client/app/unsent_items.h"
#include "shared/domain/records/catalogue.h"

namespace cm {
namespace {

// What the hits say by themselves, they need not be read again for.
bool has_more_columns(const std::vector<const Field*>& columns, const RecordType& type) {
  const auto own = list_columns(type);
  return std::any_of(columns.begin(), columns.end(), [&](const Field* column) {
    return std::find(own.begin(), own.end(), column) == own.end();
  });
}

void show_hits(AppContext& app, std::vector<CustomerHit> hits) {
  CustomerListState& list = app.state.customers;
  const RecordType& type = record_catalogue().get("customer");
  const bool more = has_more_columns(list.columns, type);
  CellReader reader(app);
  list.rows.clear();
  for (CustomerHit& hit : hits) {
    CustomerRow& row = list.rows.emplace_back(std::move(hit));
    const auto stored = more ? app.records.find(type, row.id) : std::nullopt;
    if (!stored) continue;
    for (const Field* column : list.columns) row.cells.push_back(reader.text(*stored, *column));
  }
}

void read_window(AppContext& app, std::size_t first, std::size_t count) {
  CustomerListState& list = app.state.customers;
  SearchQuery query = customer_query(list);
  query.offset = first;
  query.max = count;
  show_hits(app, app.search.find(query));
  list.first = first;
}

}  // namespace

SearchQuery customer_query(const CustomerListState& list) {
  SearchQuery query;
  query.text = list.search_text;
  query.rows = {list.filters, list.sort, list.order};
  return query;
}

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
  const RecordType& type = record_catalogue().get("customer");
  load_list_settings(app, list, type);
  read_chips(app, list, type);
  SearchQuery query = customer_query(list);
  query.offset = list.first;
  query.max = std::max(list.rows.size(), kWindowRowsMin);
  SearchPage page = app.search.find_page(query);
  list.total = page.total;
  if (list.first > 0 && list.first >= static_cast<std::size_t>(list.total))
    return read_window(app, 0, query.max);
  show_hits(app, std::move(page.hits));
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
