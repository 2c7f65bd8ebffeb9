#include "shared/domain/acts/customer_holding.h"

#include "shared/domain/acts/party_references.h"
#include "shared/domain/records/catalogue.h"
#include "shared/domain/records/customer.h"
#include "shared/domain/rules/row_values.h"

namespace cm {
namespace {

// What the links point to, each once.
std::vector<Row> list_linked(const std::vector<Row>& references, std::string_view link_table,
                             std::string_view table, const RecordLookup& records) {
  std::vector<Row> rows;
  for (const Row& link : references) {
    if (link.type->table() != link_table) continue;
    auto row = find_shown(records, record_catalogue().get(table), link_in(link, table));
    if (row) rows.push_back(std::move(*row));
  }
  return rows;
}

}  // namespace

std::vector<Row> list_references_to(const RecordId& customer, const RecordLookup& records) {
  std::vector<Row> rows;
  for (const PartyReference& reference : party_references()) {
    const RecordType& type = record_catalogue().get(reference.table);
    for (Row& row : records.list_by(type, reference.field, customer))
      rows.push_back(std::move(row));
  }
  return rows;
}

std::optional<CustomerHolding> find_customer_holding(const RecordId& customer,
                                                     const RecordLookup& records) {
  auto row = records.find(record_type_of<Customer>(), customer);
  if (!row) return std::nullopt;
  CustomerHolding holding(std::move(*row));
  holding.references = list_references_to(customer, records);
  holding.contacts = list_linked(holding.references, "contact_link", "contact", records);
  holding.addresses = list_linked(holding.references, "address_link", "address", records);
  return holding;
}

}  // namespace cm
