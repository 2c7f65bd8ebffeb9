#include "shared/store/record_query.h"

#include "shared/domain/field_text.h"
#include "shared/domain/record_title.h"
#include "shared/store/record_filter.h"
#include "shared/store/record_table.h"
#include "shared/store/statement.h"

namespace cm {
namespace {

constexpr std::string_view kIsUnsent =
    "SELECT 1 FROM outbox WHERE row_id = ? AND acked_head IS NULL LIMIT 1";
constexpr std::string_view kHasConflict = "SELECT 1 FROM conflict WHERE row_id = ? LIMIT 1";

std::string order_by(const RecordCatalogue& records, const RecordQuery& query) {
  return list_order(records, *query.type, query.sort, query.order);
}

bool points_to(const Field& field, const RecordType& type) {
  return field.kind == FieldKind::Link && field.link_table == type.table();
}

}  // namespace

bool RecordQueries::exists(std::string_view sql, const RecordId& id) const {
  Statement statement(database_, sql);
  return statement.bind(id).step();
}

std::vector<RecordLine> RecordQueries::find(const RecordQuery& query) const {
  const RecordTable table(database_, *query.type);
  const RecordFilter filter(database_, query);
  const std::string rest = filter.sql() + order_by(database_.records(), query) + " LIMIT " +
                           filter.parameters().next(0) + " OFFSET " + filter.parameters().next(1);
  std::vector<RecordLine> lines;
  {
    Statement statement(database_, table.select_sql(rest));
    for (const Value& value : filter.parameters().values()) statement.bind(value);
    statement.bind(query.max, query.offset);
    while (statement.step()) lines.push_back({std::move(table.read(statement).row)});
  }
  for (RecordLine& line : lines) line = marked(std::move(line.row));
  return lines;
}

RecordLine RecordQueries::marked(Row row) const {
  RecordLine line{std::move(row)};
  if (database_.kind() != DatabaseKind::Replica) return line;
  line.unsent = exists(kIsUnsent, line.row.id);
  line.has_conflict = exists(kHasConflict, line.row.id);
  return line;
}

std::int64_t RecordQueries::count(const RecordQuery& query) const {
  const RecordFilter filter(database_, query);
  std::string sql = "SELECT count(*) FROM ";
  Statement statement(database_, sql.append(query.type->table()).append(" ").append(filter.sql()));
  for (const Value& value : filter.parameters().values()) statement.bind(value);
  statement.step();
  return statement.integer(0);
}

std::string RecordQueries::title_of(std::string_view table, const RecordId& id) const {
  const RecordType* type = database_.records().find(table);
  if (!type) return {};
  const auto stored = RecordTable(database_, *type).find(id);
  return stored ? title_of(stored->row) : std::string();
}

std::string RecordQueries::title_of(const Row& row) const {
  return record_title(row, [&](const Field& field, const Uuid& id) {
    const RecordType* linked = database_.records().find(link_table_of(row, field));
    const Field* title = linked ? find_title_field(*linked) : nullptr;
    if (!title) return std::string();  // nothing that has its title from others: no endless way
    const auto stored = RecordTable(database_, *linked).find(id);
    return stored ? display_field(*title, stored->row.get(title->number)) : std::string();
  });
}

std::vector<Row> RecordQueries::list_all(const RecordType& type) const {
  RecordQuery query;
  query.type = &type;
  const RecordTable table(database_, type);
  std::vector<Row> rows;
  Statement statement(database_,
                      table.select_sql("WHERE deleted = 0" + order_by(database_.records(), query)));
  while (statement.step()) rows.push_back(std::move(table.read(statement).row));
  return rows;
}

std::vector<Row> RecordQueries::list_links(const RecordType& type, const RecordId& id) const {
  std::vector<Row> links;
  for (const RecordType* link : database_.records().types()) {
    if (!is_link_type(*link)) continue;
    const RecordTable table(database_, *link);
    for (const Field& field : link->fields()) {
      if (!points_to(field, type) && field.name != "party") continue;
      std::string rest = "WHERE deleted = 0 AND ";
      Statement statement(database_,
                          table.select_sql(rest.append(field.name) += " = ? ORDER BY id"));
      statement.bind(id);
      while (statement.step()) links.push_back(std::move(table.read(statement).row));
    }
  }
  return links;
}

}  // namespace cm
