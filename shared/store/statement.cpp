#include "shared/store/statement.h"

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

#include "shared/base/ensure.h"
#include "shared/base/failure.h"

namespace cm {

void throw_database_failure(sqlite3* connection, int code) {
  const std::string detail = connection ? sqlite3_errmsg(connection) : sqlite3_errstr(code);
  switch (code & 0xff) {
    case SQLITE_FULL:
      throw Failure(FailureCode::DiskFull,
                    "There is no space left on the disk. Nothing of this change was kept.");
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
      throw Failure(FailureCode::DatabaseUnreadable,
                    "The database file is damaged and cannot be read (" + detail + ").");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      throw Failure(FailureCode::DatabaseBusy, "The database is in use by another program or tab.");
    case SQLITE_CANTOPEN:
    case SQLITE_IOERR:
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_NOMEM:
      throw Failure(FailureCode::DiskError,
                    "The database file could not be read or written (" + detail + ").");
    default:
      throw Failure(FailureCode::DatabaseUnreadable,
                    "The database refused the change (" + detail + ").");
  }
}

StatementCache::~StatementCache() {
  clear();
}

void StatementCache::clear() {
  for (auto& [sql, entry] : entries_) {
    ENSURE(!entry.in_use, "a statement must not outlive its database");
    sqlite3_finalize(entry.statement);
  }
  entries_.clear();
}

namespace {

sqlite3_stmt* prepare(sqlite3* connection, std::string_view sql, unsigned flags) {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(connection, sql.data(), static_cast<int>(sql.size()), flags,
                                      &statement, nullptr);
  if (code != SQLITE_OK) throw_database_failure(connection, code);
  return statement;
}

}  // namespace

Statement::Statement(Database& database, std::string_view sql)
    : connection_(database.sqlite().getHandle()) {
  auto& entries = database.statements().entries_;
  auto found = entries.find(sql);
  if (found == entries.end()) {
    sqlite3_stmt* prepared = prepare(connection_, sql, SQLITE_PREPARE_PERSISTENT);
    found = entries.emplace(std::string(sql), StatementCache::Entry{prepared, false}).first;
  }
  if (found->second.in_use) {
    statement_ = prepare(connection_, sql, 0);
    return;
  }
  entry_ = &found->second;
  entry_->in_use = true;
  statement_ = entry_->statement;
}

Statement::~Statement() {
  if (!entry_) {
    sqlite3_finalize(statement_);
    return;
  }
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
  entry_->in_use = false;
}

void Statement::check_bound(int code) {
  if (code != SQLITE_OK) throw_database_failure(connection_, code);
}

Statement& Statement::bind_blob(std::string_view bytes) {
  check_bound(sqlite3_bind_blob64(statement_, next_++, bytes.data() ? bytes.data() : "",
                                  bytes.size(), SQLITE_TRANSIENT));
  return *this;
}

void Statement::bind_next(std::int64_t value) {
  check_bound(sqlite3_bind_int64(statement_, next_++, value));
}

void Statement::bind_next(std::string_view value) {
  check_bound(sqlite3_bind_text64(statement_, next_++, value.data() ? value.data() : "",
                                  value.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bind_next(const Uuid& value) {
  bind_blob(value.blob());
}

void Statement::bind_null() {
  check_bound(sqlite3_bind_null(statement_, next_++));
}

void Statement::bind_next(const Value& value) {
  if (const auto* number = std::get_if<std::int64_t>(&value)) return bind_next(*number);
  if (const auto* text = std::get_if<std::string>(&value))
    return bind_next(std::string_view(*text));
  if (const auto* uuid = std::get_if<Uuid>(&value)) return bind_next(*uuid);
  bind_null();
}

bool Statement::step() {
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) throw_database_failure(connection_, code);
  return false;
}

void Statement::run() {
  while (step()) {
  }
}

void Statement::reset() {
  sqlite3_reset(statement_);
  next_ = 1;
}

bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

std::int64_t Statement::integer(int column) const {
  return sqlite3_column_int64(statement_, column);
}

std::string_view Statement::text(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  return bytes ? std::string_view(
                     bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)))
               : std::string_view();
}

std::string_view Statement::blob(int column) const {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
  return bytes ? std::string_view(
                     bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)))
               : std::string_view();
}

Uuid Statement::uuid(int column) const {
  const auto uuid = Uuid::from_blob(blob(column));
  if (!uuid)
    throw Failure(FailureCode::DatabaseUnreadable, "The database holds an id that cannot be read.");
  return *uuid;
}

Value Statement::value(int column, FieldKind kind) const {
  if (is_null(column)) return Blank{};
  switch (kind) {
    case FieldKind::Boolean:
    case FieldKind::Integer:
    case FieldKind::Money:
    case FieldKind::Percent:
    case FieldKind::Timestamp:
      return integer(column);
    case FieldKind::Link:
      return uuid(column);
    default:
      return std::string(text(column));
  }
}

void run_sql(Database& database, const std::string& sql) {
  sqlite3* connection = database.sqlite().getHandle();
  const int code = sqlite3_exec(connection, sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) throw_database_failure(connection, code);
}

}  // namespace cm
