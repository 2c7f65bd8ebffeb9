// Reading records. One generic store for every record type, driven by its field table.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "shared/domain/quick_entry.h"
#include "shared/domain/record_lookup.h"
#include "shared/record/row.h"
#include "shared/store/database.h"

namespace cm {

// Rows carry the fields that this program knows; ones it does not know stay in the database
// untouched.
class RecordStore : public RecordLookup {
 public:
  explicit RecordStore(Database& database) : database_(database) {}

  std::optional<Row> find(const RecordType& type, const RecordId& id) const override;
  std::vector<Row> list_by(const RecordType& type, std::string_view field,
                           const Value& value) const override;
  std::int64_t count_by(const RecordType& type, std::string_view field, const Value& value,
                        std::int64_t max) const override;
  std::int64_t count(const RecordType& type) const;  // not deleted
  // A page of all rows, not deleted, in order of id (which is the order of creation): those after
  // `after`.
  std::vector<Row> list_after(const RecordType& type, const std::optional<RecordId>& after,
                              std::size_t max) const;

  // The customer with its default contact, billing and shipping address (rule default_party).
  // Deleted ones too.
  std::optional<CustomerSheet> find_customer_sheet(const RecordId& customer) const;
  CustomerSheet sheet_of(Row customer) const;
  // All addresses / contacts linked to a party and not deleted.
  std::vector<Row> list_addresses_of(const RecordId& party) const;
  std::vector<Row> list_contacts_of(const RecordId& party) const;

 private:
  void add_shared_links(CustomerSheet& sheet, const std::optional<Row>& part,
                        std::string_view link_table) const;
  std::vector<Row> list_linked(std::string_view table, std::string_view link_table,
                               const RecordId& party) const;

  Database& database_;
};

}  // namespace cm
