#include "client/app/record_views.h"

#include <algorithm>

#include "client/app/cell_reader.h"
#include "client/app/list_columns.h"
#include "client/app/list_settings.h"
#include "client/app/lists.h"
#include "client/app/queries.h"
#include "shared/base/ensure.h"
#include "shared/domain/field_text.h"
#include "shared/domain/record_title.h"
#include "shared/domain/records/catalogue.h"
#include "shared/domain/rules/tree.h"

namespace cm {
namespace {

bool is_no(const Row& row, std::string_view field_name) {
  const Field* field = row.type->find_field(field_name);
  return field && row.get(field->number) == Value(std::int64_t{0});
}

class RowReader {
 public:
  explicit RowReader(AppContext& app) : app_(app), cells_(app) {}

  RecordRow read(const RecordLine& line, const std::vector<const Field*>& columns) {
    const Row& row = line.row;
    RecordRow shown{row.id, app_.queries.title_of(row), {}};
    if (shown.title.empty()) shown.title = std::string(row.type->label()) + " without a name";
    for (const Field* field : columns) shown.cells.push_back(cells_.text(row, *field));
    shown.inactive = is_no(row, "active") || is_no(row, "enabled");
    shown.unsent = line.unsent;
    shown.has_conflict = line.has_conflict;
    return shown;
  }

 private:
  AppContext& app_;
  CellReader cells_;
};

void read_window(AppContext& app, std::size_t first, std::size_t count) {
  RecordListState& list = app.state.records;
  RecordQuery query = record_query(list);
  query.offset = first;
  query.max = count;
  RowReader reader(app);
  list.rows.clear();
  list.first = first;
  for (const RecordLine& line : app.queries.find(query))
    list.rows.push_back(reader.read(line, list.columns));
}

void read_tree(AppContext& app) {
  RecordListState& list = app.state.records;
  const std::vector<Row> all = app.queries.list_all(*list.type);
  const std::vector<TreeLine> lines = order_tree(all);
  RowReader reader(app);
  list.rows.clear();
  list.first = 0;
  std::optional<std::size_t> closed;  // depth of the closed node above
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto& [row, depth] = lines[i];
    if (closed && depth > *closed) continue;
    closed.reset();
    RecordRow shown = reader.read(app.queries.marked(*row), list.columns);
    shown.depth = static_cast<int>(depth);
    shown.has_children = i + 1 < lines.size() && lines[i + 1].depth > depth;
    shown.expanded = shown.has_children && list.collapsed.count(row->id) == 0;
    if (shown.has_children && !shown.expanded) closed = depth;
    list.rows.push_back(std::move(shown));
  }
  list.total = static_cast<std::int64_t>(list.rows.size());
}

std::string details_of(AppContext& app, const Row& row) {
  RowReader reader(app);
  const Field* named = find_title_field(*row.type);
  std::string details;
  for (const std::string& text : reader.read({row}, list_columns(*row.type)).cells) {
    const bool is_title = named && text == display_field(*named, row.get(named->number));
    if (text.empty() || is_title || text == "No" || text == "Yes") continue;
    if (details.size() > 80) break;
    details.append(details.empty() ? "" : " \xC2\xB7 ").append(text);
  }
  return details;
}

RelatedRow related_row(AppContext& app, const Row& row) {
  RelatedRow related{{std::string(row.type->table()), row.id}, {}, {}, {}};
  related.title = app.queries.title_of(row);
  if (related.title.empty()) related.title = std::string(row.type->label()) + " without a name";
  related.details = details_of(app, row);
  related.inactive = is_no(row, "active");
  return related;
}

RelatedList list_for(const RecordType& type, std::string_view title) {
  const std::string label(type.label());
  return {std::string(type.table()), std::string(title), "New " + label, {}};
}

// Contacts and addresses: through their links to this party.
void add_linked(AppContext& app, const RecordRef& owner) {
  const std::pair<std::string_view, std::string_view> parts[] = {{"contact", "Contacts"},
                                                                 {"address", "Addresses"}};
  const auto links = app.queries.list_links(record_catalogue().get(owner.table), owner.id);
  for (const auto& [table, title] : parts) {
    const RecordType& type = record_catalogue().get(table);
    RelatedList list = list_for(type, title);
    for (const Row& link : links) {
      const Field* field = link.type->find_field(table);
      const auto* id = field ? std::get_if<Uuid>(&link.get(field->number)) : nullptr;
      const auto row = id ? app.records.find(type, *id) : std::nullopt;
      if (!row || row->deleted || list.rows.size() >= kRelatedMax) continue;
      list.rows.push_back(related_row(app, *row));
      list.rows.back().link = RecordRef{std::string(link.type->table()), link.id};
    }
    app.state.related.push_back(std::move(list));
  }
}

// Records that exist for another one: which, and by which field they point to it.
struct Belonging {
  std::string_view owner, table, field, title;
};
constexpr Belonging kBelongings[] = {
    {"customer", "sales_team_member", "customer", "Sales Team"},
    {"customer", "customer_company", "customer", "Companies and Ledgers"},
    {"item", "item_price", "item", "Prices"},
    {"price_list", "item_price", "price_list", "Prices"},
    {"territory", "target", "owner", "Targets"},
    {"sales_person", "target", "owner", "Targets"},
    {"sales_partner", "target", "owner", "Targets"},
};

void add_belongings(AppContext& app, const RecordRef& owner) {
  for (const Belonging& belonging : kBelongings) {
    const RecordType* type = record_catalogue().find(belonging.table);
    const Field* field = type ? type->find_field(belonging.field) : nullptr;
    if (belonging.owner != owner.table || !field) continue;
    RelatedList list = list_for(*type, belonging.title);
    RecordQuery query;
    query.type = type;
    query.only = FieldValue{field->number, owner.id};
    query.max = kRelatedMax;
    for (const RecordLine& line : app.queries.find(query))
      list.rows.push_back(related_row(app, line.row));
    app.state.related.push_back(std::move(list));
  }
}

std::optional<RecordRef> open_record(const AppState& state) {
  if (state.screen == Screen::Customers && state.editor && state.editor->id)
    return RecordRef{"customer", *state.editor->id};
  if (state.screen == Screen::Records && state.record_editor && state.record_editor->id)
    return RecordRef{std::string(state.record_editor->type->table()), *state.record_editor->id};
  return std::nullopt;
}

// A party is what a link can name.
bool is_party(std::string_view table) {
  const RecordType* link = record_catalogue().find(std::string_view("contact_link"));
  const Field* kind = link ? link->find_field("party_kind") : nullptr;
  return kind && std::any_of(kind->choices.begin(), kind->choices.end(),
                             [&](const Choice& choice) { return choice.code == table; });
}

}  // namespace

RecordQuery record_query(const RecordListState& list) {
  RecordQuery query;
  query.type = list.type;
  query.text = list.search_text;
  query.filters = list.filters;
  query.sort = list.sort;
  query.order = list.order;
  return query;
}

void choose_record_list(AppContext& app, const RecordType& type) {
  if (app.state.records.type == &type) return;
  app.state.records = {};
  app.state.records.type = &type;
  load_list_settings(app, app.state.records, type);
}

void read_records(AppContext& app) {
  RecordListState& list = app.state.records;
  ENSURE(list.type, "a list is of some type");
  load_list_settings(app, list, *list.type);
  read_chips(app, list, *list.type);
  list.is_tree = is_tree(*list.type) && static_cast<const ListView&>(list) == ListView{};
  if (list.is_tree) return read_tree(app);
  list.total = app.queries.count(record_query(list));
  if (list.first >= static_cast<std::size_t>(list.total)) list.first = 0;
  read_window(app, list.first, std::max(list.rows.size(), kWindowRowsMin));
}

void show_record_rows(AppContext& app, std::size_t first, std::size_t count) {
  const RecordListState& list = app.state.records;
  if (!list.type || list.is_tree) return;
  const auto total = static_cast<std::size_t>(std::max<std::int64_t>(list.total, 0));
  const std::size_t end = std::min(first + count, total);
  if (first >= list.first && end <= list.first + list.rows.size()) return;
  const std::size_t window = std::max(3 * count, kWindowRowsMin);
  const std::size_t margin = (window - std::min(count, window)) / 2;
  read_window(app, first > margin ? first - margin : 0, window);
}

std::string link_table_in(const RecordDraft& draft, const RecordType& type, const Field& link) {
  if (link.link_kind.empty()) return std::string(link.link_table);
  const FieldParse kind =
      parse_field(type.get_field(link.link_kind), draft_text(draft, link.link_kind));
  const auto* code = std::get_if<std::string>(&kind.value);
  return code ? *code : std::string();
}

bool is_chosen_by(const Field& link, std::string_view box) {
  return !link.link_kind.empty() && link.link_kind == box;
}

void read_link_options(AppContext& app) {
  ENSURE(app.state.record_editor && app.state.record_editor->link_search, "a combobox is open");
  RecordEditorState& editor = *app.state.record_editor;
  LinkSearch& search = *editor.link_search;
  const Field& field = editor.type->get_field(search.field);
  const std::string table = link_table_in(editor.draft, *editor.type, field);
  search.options.clear();
  const RecordType* type = record_catalogue().find(std::string_view(table));
  if (!type) return;
  if (table == "customer") {  // found as everywhere: by name, phone, GSTIN, with small slips
    SearchQuery query;
    query.text = search.typed ? search.text : "";
    query.max = kLinkOptionsMax;
    for (const CustomerHit& hit : app.search.find(query))
      search.options.push_back({hit.id, hit.name});
    return;
  }
  RecordQuery query;
  query.type = type;
  query.text = search.typed ? search.text : "";
  query.max = kLinkOptionsMax;
  const Field* is_group = type->find_field("is_group");
  const bool is_parent = table == editor.type->table() && is_tree(*editor.type);
  if (is_group && (is_parent || field.leaf_only))
    query.only = FieldValue{is_group->number, std::int64_t{is_parent ? 1 : 0}};
  for (const RecordLine& line : app.queries.find(query))
    search.options.push_back({line.row.id, app.queries.title_of(line.row)});
}

void read_related(AppContext& app) {
  app.state.related.clear();
  const auto owner = open_record(app.state);
  if (!owner) return;
  if (is_party(owner->table)) add_linked(app, *owner);
  add_belongings(app, *owner);
}

}  // namespace cm
