#include "shared/store/record_directory_store.h"

#include "shared/store/record_table.h"
#include "shared/store/statement.h"

namespace cm {

std::optional<Row> RecordDirectoryStore::find(const RecordType& type, const RecordId& id) const {
  return records_.find(type, id);
}

std::vector<Row> RecordDirectoryStore::list_by(const RecordType& type, std::string_view field,
                                               const Value& value) const {
  return records_.list_by(type, field, value);
}

std::int64_t RecordDirectoryStore::count_by(const RecordType& type, std::string_view field,
                                            const Value& value, std::int64_t max) const {
  return records_.count_by(type, field, value, max);
}

std::vector<Row> RecordDirectoryStore::list_called(const RecordType& type, std::string_view field,
                                                   std::string_view text) const {
  const RecordTable table(database_, type);
  std::string rest = "WHERE ";
  rest.append(type.get_field(field).name);
  rest += " = ? COLLATE NOCASE AND deleted = 0 ORDER BY created_ms, id";
  Statement statement(database_, table.select_sql(rest));
  statement.bind(text);
  std::vector<Row> rows;
  while (statement.step()) rows.push_back(std::move(table.read(statement).row));
  return rows;
}

}  // namespace cm
