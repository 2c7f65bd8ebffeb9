// Prepared statements, kept ready. SQL text is always a constant or made from the field tables,
// never from input.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "shared/record/field.h"
#include "shared/record/value.h"
#include "shared/record/version.h"
#include "shared/store/database.h"

struct sqlite3;
struct sqlite3_stmt;

namespace cm {

// Turns an SQLite result code into the Failure that the user is told about.
[[noreturn]] void throw_database_failure(sqlite3* connection, int code);

// The statements of one connection by their text. A statement in use is not handed out twice.
class StatementCache {
 public:
  explicit StatementCache(sqlite3* connection) : connection_(connection) {}
  ~StatementCache();
  StatementCache(const StatementCache&) = delete;
  StatementCache& operator=(const StatementCache&) = delete;
  void clear();  // none may be in use

 private:
  friend class Statement;
  struct Entry {
    sqlite3_stmt* statement = nullptr;
    bool in_use = false;
  };
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  sqlite3* connection_;
  std::unordered_map<std::string, Entry, TextHash, std::equal_to<>> entries_;
};

// One run of a prepared statement. Parameters and columns are bound and read in order, by type.
// Values are copied at once. SQLite's errors come out as Failures; a column that is not of the type
// asked for is DatabaseUnreadable.
class Statement {
 public:
  Statement(Database& database, std::string_view sql);
  ~Statement();
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  // Parameters 1, 2, 3, … in the order of the arguments.
  template <class... Values>
  Statement& bind(const Values&... values) {
    (bind_next(values), ...);
    return *this;
  }
  Statement& bind_blob(std::string_view bytes);  // the next parameter

  bool step();   // true: a row stands ready
  void run();    // to the end, rows ignored
  void reset();  // to be bound and run again

  // Columns count from 0.
  bool is_null(int column) const;
  std::int64_t integer(int column) const;
  std::string_view text(int column) const;  // empty for NULL; valid until the next step
  std::string_view blob(int column) const;  // likewise
  Uuid uuid(int column) const;
  Value value(int column, FieldKind kind) const;  // Blank for NULL

 private:
  void bind_next(std::int64_t value);
  void bind_next(std::string_view value);
  void bind_next(const Uuid& value);
  void bind_next(const Value& value);
  void bind_next(DeviceId value) { bind_next(static_cast<std::int64_t>(value.number)); }
  template <std::integral I>
  void bind_next(I value) {
    bind_next(static_cast<std::int64_t>(value));
  }
  void bind_next(const std::string& value) { bind_next(std::string_view(value)); }
  void bind_next(const char* value) { bind_next(std::string_view(value)); }
  template <class T>
  void bind_next(const std::optional<T>& value) {
    if (value)
      bind_next(*value);
    else
      bind_null();
  }
  void bind_null();
  void check_bound(int code);

  sqlite3* connection_;
  sqlite3_stmt* statement_ = nullptr;
  StatementCache::Entry* entry_ = nullptr;  // null: prepared for this one run
  int next_ = 1;
};

// For statements without results that are not worth keeping (PRAGMA, DDL).
void run_sql(Database& database, const std::string& sql);

}  // namespace cm
