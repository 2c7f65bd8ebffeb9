// A customer with all that points to it or belongs to it, as stored.
#pragma once

#include <optional>
#include <vector>

#include "shared/domain/record_lookup.h"

namespace cm {

struct CustomerHolding {
  Row customer;
  std::vector<Row> references;  // of the tables of party_references.h, not deleted
  std::vector<Row> contacts;
  std::vector<Row> addresses;

  explicit CustomerHolding(Row of) : customer(std::move(of)) {}
};

// Nullopt when there is no such customer. Deleted and merged ones too.
std::optional<CustomerHolding> find_customer_holding(const RecordId& customer,
                                                     const RecordLookup& records);

// The rows that point to the customer, not deleted.
std::vector<Row> list_references_to(const RecordId& customer, const RecordLookup& records);

}  // namespace cm
