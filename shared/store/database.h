// One SQLite file: opened, checked, migrated. Two kinds of it: a replica (a device) and the master.
#pragma once

#include <memory>
#include <string>

#include "shared/record/record_type.h"

namespace SQLite {
class Database;
}

namespace cm {

enum class DatabaseKind { Replica, Master };

struct OpenOptions {
  DatabaseKind kind = DatabaseKind::Master;
  std::string vfs;     // empty = the platform's own; the browser passes its OPFS VFS
  bool create = true;  // false: a missing file is a Failure
  bool read_only = false;
};

class StatementCache;

// Opens with WAL, synchronous=FULL, foreign keys, trusted_schema=off (exclusive locking where the
// VFS needs it), checks that the file is ours, and migrates it forward, each migration in one
// transaction. Throws Failure: DatabaseUnreadable, DatabaseTooNew (the file is not touched),
// DatabaseBusy, DiskFull, DiskError.
class Database {
 public:
  static std::unique_ptr<Database> open(const std::string& path, const OpenOptions& options,
                                        const RecordCatalogue& records);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  SQLite::Database& sqlite() { return *sqlite_; }
  StatementCache& statements() { return *statements_; }
  const RecordCatalogue& records() const { return records_; }
  DatabaseKind kind() const { return kind_; }
  int schema() const;             // the newest migration applied
  std::int64_t revision() const;  // grows with every committed change: views re-read when it moved
  void check_integrity();         // Failure DatabaseUnreadable when SQLite finds damage
  // A consistent copy while the database is in use (SQLite's backup API); `path` must not exist.
  void backup_to(const std::string& path);

 private:
  Database(std::unique_ptr<SQLite::Database> sqlite, DatabaseKind kind,
           const RecordCatalogue& records);
  friend class Transaction;
  std::unique_ptr<SQLite::Database> sqlite_;
  std::unique_ptr<StatementCache> statements_;
  const RecordCatalogue& records_;
  DatabaseKind kind_;
  std::int64_t revision_ = 0;
};

int newest_schema();

}  // namespace cm
