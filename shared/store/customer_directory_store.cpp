#include "shared/store/customer_directory_store.h"

#include "shared/store/record_table.h"
#include "shared/store/statement.h"

namespace cm {

std::optional<CustomerSheet> CustomerDirectoryStore::find_by_id(const RecordId& id) const {
  auto sheet = records_.find_customer_sheet(id);
  const bool gone =
      sheet && (sheet->customer.deleted || !is_blank(sheet->customer.get("merged_into")));
  return gone ? std::nullopt : std::move(sheet);
}

std::optional<CustomerSheet> CustomerDirectoryStore::find_by_code(std::string_view code) const {
  auto sheets = list_where("code = ?", code);
  return sheets.empty() ? std::nullopt : std::optional(std::move(sheets.front()));
}

std::vector<CustomerSheet> CustomerDirectoryStore::find_by_gstin(std::string_view gstin) const {
  return list_where("gstin = ?", gstin);
}

std::vector<CustomerSheet> CustomerDirectoryStore::find_by_name_key(std::string_view key) const {
  return list_where("name_key = ?", key);
}

std::vector<CustomerSheet> CustomerDirectoryStore::list_where(std::string_view condition,
                                                              std::string_view value) const {
  const RecordTable table(database_, database_.records().get("customer"));
  std::string rest = "WHERE ";
  rest.append(condition) += " AND deleted = 0 AND merged_into IS NULL ORDER BY created_ms, id";
  std::vector<Row> customers;
  {
    Statement statement(database_, table.select_sql(rest));
    statement.bind(value);
    while (statement.step()) customers.push_back(std::move(table.read(statement).row));
  }
  std::vector<CustomerSheet> sheets;
  for (Row& customer : customers) sheets.push_back(records_.sheet_of(std::move(customer)));
  return sheets;
}

}  // namespace cm
