// BEGIN IMMEDIATE … COMMIT: rolled back by the destructor unless commit() returned.
#pragma once

#include "shared/store/database.h"

namespace cm {

// Only code that holds a Transaction can write. Does not nest. SQLite's errors come out as
// Failures.
class [[nodiscard]] Transaction {
 public:
  explicit Transaction(Database& database);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  // Durable on return. Failure: nothing of the transaction was kept.
  void commit();
  // The same without moving Database::revision(): for what no view of records shows.
  void commit_quietly();
  Database& database() { return database_; }

 private:
  Database& database_;
  bool open_ = true;
};

// A part of a transaction that can be undone by itself: undone by the destructor unless keep() returned.
class [[nodiscard]] Savepoint {
 public:
  explicit Savepoint(Database& database);
  ~Savepoint();
  Savepoint(const Savepoint&) = delete;
  Savepoint& operator=(const Savepoint&) = delete;
  void keep();

 private:
  Database& database_;
  bool open_ = true;
};

// BEGIN … ROLLBACK: several reads that see one moment.
class [[nodiscard]] ReadTransaction {
 public:
  explicit ReadTransaction(Database& database);
  ~ReadTransaction();
  ReadTransaction(const ReadTransaction&) = delete;
  ReadTransaction& operator=(const ReadTransaction&) = delete;

 private:
  Database& database_;
};

}  // namespace cm
