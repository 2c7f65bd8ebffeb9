#include "shared/store/transaction.h"

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

#include "shared/store/statement.h"

namespace cm {
namespace {

// Without exceptions, for destructors. After a full disk SQLite has often rolled back by itself.
void roll_back(Database& database) noexcept {
  sqlite3* connection = database.sqlite().getHandle();
  if (!sqlite3_get_autocommit(connection))
    sqlite3_exec(connection, "ROLLBACK", nullptr, nullptr, nullptr);
}

}  // namespace

Transaction::Transaction(Database& database) : database_(database) {
  Statement(database, "BEGIN IMMEDIATE").run();
}

Transaction::~Transaction() {
  if (open_) roll_back(database_);
}

void Transaction::commit() {
  commit_quietly();
  ++database_.revision_;
}

void Transaction::commit_quietly() {
  Statement(database_, "COMMIT").run();  // throws: still open, so the destructor rolls back
  open_ = false;
}

Savepoint::Savepoint(Database& database) : database_(database) {
  Statement(database, "SAVEPOINT part").run();
}

Savepoint::~Savepoint() {
  if (!open_) return;
  sqlite3_exec(database_.sqlite().getHandle(), "ROLLBACK TO part; RELEASE part", nullptr, nullptr,
               nullptr);
}

void Savepoint::keep() {
  Statement(database_, "RELEASE part").run();
  open_ = false;
}

ReadTransaction::ReadTransaction(Database& database) : database_(database) {
  Statement(database, "BEGIN").run();
}

ReadTransaction::~ReadTransaction() {
  roll_back(database_);
}

}  // namespace cm
