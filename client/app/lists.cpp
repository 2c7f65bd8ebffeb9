#include "client/app/lists.h"

#include "client/app/queries.h"
#include "client/app/record_views.h"
#include "shared/base/ensure.h"
#include "shared/domain/records/catalogue.h"
#include "shared/domain/rules/tree.h"
#include "shared/domain/values/state_code.h"

namespace cm {
namespace {

constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

using Options = std::vector<std::pair<std::string, std::string>>;

// How many there are, offered or not.
std::int64_t add_tree(AppContext& app, const RecordType& type, bool leaves_only, Options& options) {
  const std::vector<Row> all = app.queries.list_all(type);
  const std::size_t end = options.size() + kFilterChoicesMax;
  for (const TreeLine& line : order_tree(all)) {
    const bool is_group = line.row->get("is_group") == Value(std::int64_t{1});
    if (options.size() == end) break;
    if (leaves_only && is_group) continue;
    std::string label;
    for (std::size_t i = 0; !leaves_only && i < 3 * line.depth; ++i) label += kNoBreakSpace;
    options.emplace_back(line.row->id.text(), label + app.queries.title_of(*line.row));
  }
  return static_cast<std::int64_t>(all.size());
}

std::int64_t add_records(AppContext& app, const RecordType& type, bool leaves_only,
                         Options& options) {
  if (is_tree(type)) return add_tree(app, type, leaves_only, options);
  RecordQuery query;
  query.type = &type;
  query.max = kFilterChoicesMax;
  for (const RecordLine& line : app.queries.find(query))
    options.emplace_back(line.row.id.text(), app.queries.title_of(line.row));
  return app.queries.count(query);
}

void add_linked(AppContext& app, const ListFilter& filter, FilterBox& box) {
  const std::int64_t total =
      add_records(app, record_catalogue().get(filter.link_table), false, box.options);
  if (total > static_cast<std::int64_t>(kFilterChoicesMax))
    box.hint =
        "The first " + std::to_string(kFilterChoicesMax) + " of " + std::to_string(total) + ".";
}

FilterBox box_of(AppContext& app, const ListFilter& filter) {
  FilterBox box{std::string(filter.name), std::string(filter.label), {{"", "Any"}}, {}};
  switch (filter.kind) {
    case FilterKind::Link:
      add_linked(app, filter, box);
      break;
    case FilterKind::State:
      for (const StateFact& fact : state_facts())
        box.options.emplace_back(fact.code, fact.name);
      break;
    case FilterKind::Choice:
      for (const Choice& choice : filter.field->choices)
        box.options.emplace_back(choice.code, choice.label);
      break;
    case FilterKind::YesNo:
      box.options.emplace_back(kFilterYes, "Yes");
      box.options.emplace_back(kFilterNo, "No");
      break;
  }
  if (is_filter_value(filter, kFilterNone)) box.options.emplace_back(kFilterNone, "None");
  return box;
}

std::string link_title(AppContext& app, const ListFilter& filter, const std::string& value) {
  const auto id = filter.kind == FilterKind::Link ? Uuid::parse(value) : std::nullopt;
  return id ? app.queries.title_of(filter.link_table, *id) : std::string();
}

}  // namespace

ListState* find_shown_list(AppState& state) {
  if (state.screen == Screen::Customers) return &state.customers;
  if (state.screen == Screen::Records && state.records.type) return &state.records;
  return nullptr;
}

const RecordType& type_of_shown_list(const AppState& state) {
  if (state.screen == Screen::Customers) return record_catalogue().get("customer");
  ENSURE(state.screen == Screen::Records && state.records.type, "the screen shows a list");
  return *state.records.type;
}

void read_from_top(AppContext& app) {
  if (ListState* list = find_shown_list(app.state)) clear_marks(*list);
  if (app.state.screen == Screen::Customers) {
    app.state.customers.first = 0;
    app.state.customers.rows.clear();
    return read_customers(app);
  }
  app.state.records.first = 0;
  app.state.records.rows.clear();
  read_records(app);
}

std::vector<RecordId> list_shown_ids(AppContext& app, std::size_t first, std::size_t count) {
  if (app.state.screen == Screen::Customers) {
    SearchQuery query = customer_query(app.state.customers);
    query.offset = first;
    query.max = count;
    return app.search.list_ids(query);
  }
  const RecordListState& list = app.state.records;
  std::vector<RecordId> ids;
  if (list.is_tree) {
    for (std::size_t i = first; i < std::min(first + count, list.rows.size()); ++i)
      ids.push_back(list.rows[i].id);
    return ids;
  }
  RecordQuery query = record_query(list);
  query.offset = first;
  query.max = count;
  for (const RecordLine& line : app.queries.find(query)) ids.push_back(line.row.id);
  return ids;
}

void clear_marks(ListState& list) {
  list.marked.clear();
  list.mark_anchor.reset();
}

void add_record_options(AppContext& app, std::string_view table, bool leaves_only,
                        Options& options) {
  add_records(app, record_catalogue().get(table), leaves_only, options);
}

void read_again(AppContext& app) {
  if (app.state.screen == Screen::Customers) return read_customers(app);
  read_records(app);
}

bool ask_for(ListState& list, const RecordType& type, const ListView& view) {
  ListView asked = view;
  asked.filters = clean_filters(type, view.filters);
  if (!can_sort_by(type, asked.sort)) {
    asked.sort.clear();
    asked.order = SortOrder::Ascending;
  }
  ListView& now = list;
  if (now == asked) return false;
  now = std::move(asked);
  return true;
}

void read_chips(AppContext& app, ListState& list, const RecordType& type) {
  list.chips.clear();
  const std::vector<ListFilter> known = list_filters(type);
  for (const FilterValue& set : list.filters) {
    const ListFilter* filter = find_filter(known, set.name);
    if (!filter) continue;
    list.chips.push_back(
        {set.name, filter_words(*filter, set.value, link_title(app, *filter, set.value))});
  }
}

std::vector<FilterBox> read_filter_boxes(AppContext& app, const RecordType& type) {
  std::vector<FilterBox> boxes;
  for (const ListFilter& filter : list_filters(type)) boxes.push_back(box_of(app, filter));
  return boxes;
}

}  // namespace cm
