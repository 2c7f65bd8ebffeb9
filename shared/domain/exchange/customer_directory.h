// How the importer asks what stands in the master, without knowing a database.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/domain/quick_entry.h"

namespace cm {

class CustomerDirectory {
 public:
  virtual ~CustomerDirectory() = default;
  // Active and inactive customers alike; deleted and merged ones (merged_into set) never.
  virtual std::optional<CustomerSheet> find_by_id(const RecordId& id) const = 0;
  virtual std::optional<CustomerSheet> find_by_code(std::string_view code) const = 0;
  virtual std::vector<CustomerSheet> find_by_gstin(std::string_view gstin) const = 0;
  // By the name's comparison key (see name_key): customers whose name has the same key.
  virtual std::vector<CustomerSheet> find_by_name_key(std::string_view key) const = 0;
};

// Names that are the same but for case, accents, punctuation and spacing have the same key:
// "SAI Engineering  Works." → "saiengineeringworks".
std::string name_key(std::string_view name);

}  // namespace cm
