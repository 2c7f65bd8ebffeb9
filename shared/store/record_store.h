// Reading records. One generic store for every record type, driven by its field table.
#pragma once

#include <optional>
#include <vector>

#include "shared/domain/quick_entry.h"
#include "shared/record/row.h"
#include "shared/store/database.h"

namespace cm {

class RecordStore {
 public:
  explicit RecordStore(Database& database) : database_(database) {}

  std::optional<Row> find(const RecordType& type, const RecordId& id) const;  // deleted rows too
  // Rows, not deleted, whose field equals the value; in order of creation, then id.
  std::vector<Row> list_by(const RecordType& type, std::string_view field, const Value& value) const;
  std::int64_t count(const RecordType& type) const;  // not deleted

  // The customer with its default contact, billing and shipping address (rule default_party).
  std::optional<CustomerSheet> find_customer_sheet(const RecordId& customer) const;
  // All addresses / contacts linked to a party and not deleted.
  std::vector<Row> list_addresses_of(const RecordId& party) const;
  std::vector<Row> list_contacts_of(const RecordId& party) const;

 private:
  Database& database_;
};

}  // namespace cm
