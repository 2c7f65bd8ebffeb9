// Keeps what is derived from customers true to the rows that a transaction touched: the search index of a replica, and the
// keys by which duplicates are found (duplicate_index.h) of both kinds of database.
#pragma once

#include <set>
#include <vector>

#include "shared/record/row.h"
#include "shared/store/database.h"

namespace cm {

// Collects the customers that touched rows belong to (a customer's contacts, addresses and their
// links count), and writes their entries at the end of the transaction. A master has no search index.
class SearchIndex {
 public:
  explicit SearchIndex(Database& database) : database_(database) {}

  void note(const RecordType& type, const RecordId& row);
  // For a row that is about to go from its table: whom it belongs to cannot be asked afterwards.
  void note_before_removal(const RecordType& type, const RecordId& row);
  void write();

 private:
  void resolve(const RecordType& type, const RecordId& row);

  Database& database_;
  std::vector<std::pair<const RecordType*, RecordId>> touched_;
  std::set<RecordId> customers_;
};

// One customer's entries, from its row, contacts and addresses as they are now; removed when it is
// deleted or gone.
void index_customer(Database& database, const RecordId& customer);

}  // namespace cm
