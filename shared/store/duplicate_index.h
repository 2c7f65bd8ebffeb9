// The keys by which a customer's duplicates are found (shared/domain/duplicates), kept true to the rows. On devices and on
// the master alike. Writing needs an open Transaction.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "shared/domain/duplicates/duplicate_keys.h"
#include "shared/record/row.h"
#include "shared/store/database.h"

namespace cm {

// What a comparison looks at, from the customer, its active contacts and addresses as they stand. Nullopt for one that is
// deleted, merged into another, or not there.
std::optional<CustomerFacts> find_customer_facts(Database& database, std::int64_t customer_n);

// Writes the customer's keys where they changed, and then notes that it is to be compared anew.
void index_duplicate_keys(Database& database, const RecordId& customer);
void index_duplicate_keys(Database& database, std::int64_t customer_n);
// Before the row goes from its table.
void remove_duplicate_keys(Database& database, std::int64_t customer_n);
// Of all customers that have none: after a migration.
void index_missing_duplicate_keys(Database& database);

// False: a change of these fields alone changes no key and no comparison.
bool concerns_duplicates(const RecordType& type, std::span<const FieldValue> fields);

}  // namespace cm
