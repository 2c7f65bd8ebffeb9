// How exchange asks what stands in the master, for any record type, without knowing a database.
#pragma once

#include <string_view>
#include <vector>

#include "shared/domain/exchange/customer_directory.h"
#include "shared/domain/record_lookup.h"

namespace cm {

class RecordDirectory : public RecordLookup {
 public:
  // Rows, not hidden, whose text is this one without regard to the case of A–Z; in order of
  // creation.
  virtual std::vector<Row> list_called(const RecordType& type, std::string_view field,
                                       std::string_view text) const = 0;
};

// Both must outlive who gets them.
struct Directories {
  const CustomerDirectory& customers;
  const RecordDirectory& records;
};

}  // namespace cm
