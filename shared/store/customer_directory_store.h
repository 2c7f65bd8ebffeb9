// How the importer looks into this database: the CustomerDirectory of shared/domain/exchange over
// RecordStore.
#pragma once

#include "shared/domain/exchange/customer_directory.h"
#include "shared/store/record_store.h"

namespace cm {

class CustomerDirectoryStore final : public CustomerDirectory {
 public:
  explicit CustomerDirectoryStore(Database& database) : database_(database), records_(database) {}

  std::optional<CustomerSheet> find_by_id(const RecordId& id) const override;
  std::optional<CustomerSheet> find_by_code(std::string_view code) const override;
  std::vector<CustomerSheet> find_by_gstin(std::string_view gstin) const override;
  std::vector<CustomerSheet> find_by_name_key(std::string_view key) const override;

 private:
  std::vector<CustomerSheet> list_where(std::string_view condition, std::string_view value) const;

  Database& database_;
  RecordStore records_;
};

}  // namespace cm
