// BEGIN IMMEDIATE … COMMIT: rolled back by the destructor unless commit() returned.
#pragma once

#include "shared/store/database.h"

namespace cm {

// Only code that holds a Transaction can write. Does not nest. SQLite's errors come out as Failures.
class [[nodiscard]] Transaction {
 public:
  explicit Transaction(Database& database);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  void commit();
  Database& database() { return database_; }

 private:
  Database& database_;
  bool open_ = true;
};

}  // namespace cm
