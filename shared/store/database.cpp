#include "shared/store/database.h"

#include <SQLiteCpp/Backup.h>
#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

#include <cstdio>

#include "shared/base/failure.h"
#include "shared/store/migrate.h"
#include "shared/store/statement.h"

namespace cm {
namespace {

// In the file's header: "CMrp" and "CMms". Stored. Never change.
constexpr std::int64_t kReplicaApplication = 0x434d7270;
constexpr std::int64_t kMasterApplication = 0x434d6d73;
constexpr int kBusyMs = 5000;

std::int64_t application_of(DatabaseKind kind) {
  return kind == DatabaseKind::Replica ? kReplicaApplication : kMasterApplication;
}

std::string_view kind_name(DatabaseKind kind) {
  return kind == DatabaseKind::Replica ? "a device's copy" : "a central master";
}

bool is_memory(const std::string& path) {
  return path.empty() || path == ":memory:";
}

std::int64_t read_number(SQLite::Database& sqlite, const char* pragma) {
  sqlite3_stmt* statement = nullptr;
  int code = sqlite3_prepare_v2(sqlite.getHandle(), pragma, -1, &statement, nullptr);
  if (code == SQLITE_OK) code = sqlite3_step(statement);
  const std::int64_t number = code == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : 0;
  sqlite3_finalize(statement);
  if (code != SQLITE_ROW && code != SQLITE_DONE) throw_database_failure(sqlite.getHandle(), code);
  return number;
}

void run(SQLite::Database& sqlite, const std::string& sql) {
  const int code = sqlite3_exec(sqlite.getHandle(), sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) throw_database_failure(sqlite.getHandle(), code);
}

// Reads only. Throws unless the file is empty or one of ours, of this kind and not newer than this
// program. True when the file is empty.
bool check_ours(SQLite::Database& sqlite, DatabaseKind kind) {
  const std::int64_t application = read_number(sqlite, "PRAGMA application_id");
  const std::int64_t schema = read_number(sqlite, "PRAGMA user_version");
  const std::int64_t pages = read_number(sqlite, "PRAGMA page_count");
  if (pages == 0 && application == 0) return true;
  if (application != kReplicaApplication && application != kMasterApplication) {
    throw Failure(FailureCode::DatabaseUnreadable,
                  "This file is not a Customer Master database. It was left as it is.");
  }
  if (application != application_of(kind)) {
    throw Failure(FailureCode::DatabaseUnreadable,
                  "This file is not " + std::string(kind_name(kind)) +
                      " of the customer list. It was left as it is.");
  }
  if (schema > newest_schema()) {
    throw Failure(FailureCode::DatabaseTooNew,
                  "This database was written by a newer version of Customer Master (its version " +
                      std::to_string(schema) + ", this program knows up to " +
                      std::to_string(newest_schema()) +
                      "). Please update the program. The file was left as it is.");
  }
  return false;
}

std::unique_ptr<SQLite::Database> open_sqlite(const std::string& path, int flags,
                                              const std::string& vfs) {
  try {
    return std::make_unique<SQLite::Database>(path, flags, 0, vfs);
  } catch (const SQLite::Exception& error) {
    const int code = error.getErrorCode();
    if ((code & 0xff) == SQLITE_CANTOPEN) {
      throw Failure(FailureCode::NotFound, "The database file " + path + " could not be opened.");
    }
    throw_database_failure(nullptr, code);
  }
}

// "file:…?immutable=1": SQLite then takes no lock and makes no -wal or -shm file, so that a file
// that is not ours stays untouched to the last byte, and so does its folder.
std::string immutable_uri(const std::string& path) {
  constexpr char kHex[] = "0123456789ABCDEF";
  std::string uri = "file:";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '%' || c == '?' || c == '#' || byte < 0x20) {
      uri += {'%', kHex[byte >> 4], kHex[byte & 15]};
    } else {
      uri += c;
    }
  }
  return uri + "?immutable=1";
}

bool exists(const std::string& path) {
  std::FILE* file = std::fopen(path.c_str(), "rb");
  if (file) std::fclose(file);
  return file != nullptr;
}

// Looks into a file of the platform's own file system before it is opened for writing.
void check_file_first(const std::string& path, DatabaseKind kind) {
  std::unique_ptr<SQLite::Database> sqlite;
  try {
    sqlite = std::make_unique<SQLite::Database>(immutable_uri(path),
                                                SQLITE_OPEN_READONLY | SQLITE_OPEN_URI);
  } catch (const SQLite::Exception& error) {
    if ((error.getErrorCode() & 0xff) == SQLITE_CANTOPEN)
      return;  // none yet, or unreadable: the real open says so
    throw_database_failure(nullptr, error.getErrorCode());
  }
  try {
    check_ours(*sqlite, kind);
  } catch (const Failure& failure) {
    // Seen in the middle of another program's checkpoint: the real open, with its log, decides.
    if (failure.code() != FailureCode::DatabaseUnreadable || !exists(path + "-wal")) throw;
  }
}

void set_up_connection(SQLite::Database& sqlite, const OpenOptions& options, bool is_new) {
  sqlite3* connection = sqlite.getHandle();
  if (!options.read_only) {
    // In the header before the switch to WAL, so that the first look at the file always sees it.
    if (is_new)
      run(sqlite, "PRAGMA application_id = " + std::to_string(application_of(options.kind)));
    run(sqlite, "PRAGMA journal_mode = WAL");
  }
  run(sqlite, "PRAGMA synchronous = FULL");
  run(sqlite, "PRAGMA foreign_keys = ON");
  run(sqlite, "PRAGMA cache_size = -32768");
  run(sqlite, "PRAGMA journal_size_limit = 67108864");
  sqlite3_db_config(connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
}

}  // namespace

std::unique_ptr<Database> Database::open(const std::string& path, const OpenOptions& options,
                                         const RecordCatalogue& records) {
  const bool own_file_system = options.vfs.empty();
  if (own_file_system && !is_memory(path)) check_file_first(path, options.kind);

  int flags = options.read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  if (options.create && !options.read_only) flags |= SQLITE_OPEN_CREATE;
  auto sqlite = open_sqlite(path, flags, options.vfs);
  sqlite3* connection = sqlite->getHandle();
  sqlite3_extended_result_codes(connection, 1);
  // Until the file is known to be ours: closing it must not move its write-ahead log into it.
  sqlite3_db_config(connection, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(connection, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  if (own_file_system) sqlite3_busy_timeout(connection, kBusyMs);
  // The browser's files have no shared memory: WAL needs exclusive locking, set before the first
  // read.
  else
    run(*sqlite, "PRAGMA locking_mode = EXCLUSIVE");

  const bool is_new = check_ours(*sqlite, options.kind);
  if (is_new && options.read_only) throw Failure(FailureCode::NotFound, "The database is empty.");
  set_up_connection(*sqlite, options, is_new);
  std::unique_ptr<Database> database(new Database(std::move(sqlite), options.kind, records));
  if (!options.read_only) migrate(*database);
  return database;
}

Database::Database(std::unique_ptr<SQLite::Database> sqlite, DatabaseKind kind,
                   const RecordCatalogue& records)
    : sqlite_(std::move(sqlite)),
      statements_(std::make_unique<StatementCache>(sqlite_->getHandle())),
      records_(records),
      kind_(kind) {}

Database::~Database() = default;

int Database::schema() const {
  return static_cast<int>(read_number(*sqlite_, "PRAGMA user_version"));
}

std::int64_t Database::revision() const {
  return revision_;
}

void Database::check_integrity() {
  Statement statement(*this, "PRAGMA integrity_check(1)");
  if (!statement.step() || statement.text(0) != "ok") {
    throw Failure(FailureCode::DatabaseUnreadable, "The database file is damaged (" +
                                                       std::string(statement.text(0)) +
                                                       "). Restore it from a backup.");
  }
}

void Database::backup_to(const std::string& path) {
  sqlite3* target = nullptr;
  int code = sqlite3_open_v2(path.c_str(), &target, SQLITE_OPEN_READONLY, nullptr);
  sqlite3_close(target);
  if (code == SQLITE_OK)
    throw Failure(FailureCode::Refused, "The file " + path + " exists already.");
  try {
    SQLite::Database copy(path, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    SQLite::Backup backup(copy, *sqlite_);
    code = backup.executeStep(-1);
  } catch (const SQLite::Exception& error) {
    throw_database_failure(nullptr, error.getErrorCode());
  }
  if (code != SQLITE_DONE) throw_database_failure(nullptr, code);
}

}  // namespace cm
