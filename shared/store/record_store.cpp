#include "shared/store/record_store.h"

#include "shared/domain/rules/default_party.h"
#include "shared/store/record_table.h"
#include "shared/store/statement.h"

namespace cm {
namespace {

std::vector<Row> read_rows(const RecordTable& table, Statement& statement) {
  std::vector<Row> rows;
  while (statement.step()) rows.push_back(std::move(table.read(statement).row));
  return rows;
}

std::optional<Row> copy_of(const Row* row) {
  return row ? std::optional(*row) : std::nullopt;
}

}  // namespace

std::optional<Row> RecordStore::find(const RecordType& type, const RecordId& id) const {
  auto stored = RecordTable(database_, type).find(id);
  return stored ? std::optional(std::move(stored->row)) : std::nullopt;
}

std::vector<Row> RecordStore::list_by(const RecordType& type, std::string_view field,
                                      const Value& value) const {
  const RecordTable table(database_, type);
  std::string rest = "WHERE ";
  rest.append(type.get_field(field).name);
  rest += is_blank(value) ? " IS NULL" : " = ?";
  Statement statement(database_,
                      table.select_sql(rest += " AND deleted = 0 ORDER BY created_ms, id"));
  if (!is_blank(value)) statement.bind(value);
  return read_rows(table, statement);
}

std::int64_t RecordStore::count_by(const RecordType& type, std::string_view field,
                                   const Value& value, std::int64_t max) const {
  std::string sql = "SELECT count(*) FROM (SELECT 1 FROM ";
  sql.append(type.table()).append(" WHERE ").append(type.get_field(field).name);
  sql += is_blank(value) ? " IS NULL" : " = ?";
  Statement statement(database_, sql += " AND deleted = 0 LIMIT ?)");
  if (!is_blank(value)) statement.bind(value);
  statement.bind(max).step();
  return statement.integer(0);
}

std::int64_t RecordStore::count(const RecordType& type) const {
  std::string sql = "SELECT count(*) FROM ";
  Statement statement(database_, sql.append(type.table()).append(" WHERE deleted = 0"));
  statement.step();
  return statement.integer(0);
}

std::vector<Row> RecordStore::list_after(const RecordType& type,
                                         const std::optional<RecordId>& after,
                                         std::size_t max) const {
  const RecordTable table(database_, type);
  Statement statement(database_,
                      table.select_sql("WHERE id > ? AND deleted = 0 ORDER BY id LIMIT ?"));
  if (after)
    statement.bind(*after, max);
  else
    statement.bind_blob("").bind(max);
  return read_rows(table, statement);
}

std::vector<Row> RecordStore::list_linked(std::string_view table_name, std::string_view link_table,
                                          const RecordId& party) const {
  const RecordTable table(database_, database_.records().get(table_name));
  std::string rest = "WHERE deleted = 0 AND id IN (SELECT ";
  rest.append(table_name).append(" FROM ").append(link_table);
  rest += " WHERE party = ? AND deleted = 0) ORDER BY created_ms, id";
  Statement statement(database_, table.select_sql(rest));
  statement.bind(party);
  return read_rows(table, statement);
}

std::vector<Row> RecordStore::list_addresses_of(const RecordId& party) const {
  return list_linked("address", "address_link", party);
}

std::vector<Row> RecordStore::list_contacts_of(const RecordId& party) const {
  return list_linked("contact", "contact_link", party);
}

void RecordStore::add_shared_links(CustomerSheet& sheet, const std::optional<Row>& part,
                                   std::string_view link_table) const {
  if (!part) return;
  const RecordType& links = database_.records().get(link_table);
  std::vector<Row> ours;
  bool others = false;
  for (Row& link : list_by(links, part->type->table(), Value{part->id})) {
    const bool own = link.get("party") == Value{sheet.customer.id};
    others = others || !own;
    if (own) ours.push_back(std::move(link));
  }
  if (others) sheet.shared_links[part->id] = std::move(ours);
}

CustomerSheet RecordStore::sheet_of(Row customer) const {
  const std::vector<Row> contacts = list_contacts_of(customer.id);
  const std::vector<Row> addresses = list_addresses_of(customer.id);
  CustomerSheet sheet{std::move(customer),
                      copy_of(choose_default(DefaultOf::PrimaryContact, contacts)),
                      copy_of(choose_default(DefaultOf::BillingAddress, addresses)),
                      copy_of(choose_default(DefaultOf::ShippingAddress, addresses))};
  add_shared_links(sheet, sheet.contact, "contact_link");
  add_shared_links(sheet, sheet.billing, "address_link");
  if (!sheet.shares_address()) add_shared_links(sheet, sheet.shipping, "address_link");
  return sheet;
}

std::optional<CustomerSheet> RecordStore::find_customer_sheet(const RecordId& customer) const {
  auto row = find(database_.records().get("customer"), customer);
  return row ? std::optional(sheet_of(std::move(*row))) : std::nullopt;
}

}  // namespace cm
