// The SQL table of one record type, driven by its field table: the one place that reads and writes
// record rows. Writing needs an open Transaction; the write doors (replica.h, master.h) hold it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "shared/record/row.h"
#include "shared/store/database.h"
#include "shared/store/statement.h"
#include "shared/store/version_pack.h"
#include "shared/sync/messages.h"

namespace cm {

// A row with everything that the store knows about it. Row::versions is filled from `versions`.
struct StoredRow {
  std::int64_t n = 0;  // rowid
  Row row;
  VersionSet versions;
  std::vector<UnknownField> unknown;

  explicit StoredRow(const Row& of) : row(of) {}
};

// What a merge needs before it looks at any value.
struct RowHead {
  std::int64_t n = 0;
  VersionSet versions;
  std::vector<UnknownField> unknown;
  bool deleted = false;
};

// A part of a row to be written: only these fields; `unknown` holds all unknown fields when it is
// set.
struct RowUpdate {
  std::vector<FieldValue> fields;
  std::optional<std::vector<UnknownField>> unknown;
  std::optional<bool> deleted;
  VersionSet versions;
  Stamp changed;
};

class RecordTable {
 public:
  RecordTable(Database& database, const RecordType& type) : database_(database), type_(type) {}

  std::optional<StoredRow> find(const RecordId& id) const;
  std::optional<StoredRow> find_at(std::int64_t n) const;
  std::optional<RowHead> find_head(const RecordId& id) const;
  std::vector<FieldValue> read_fields(std::int64_t n, std::span<const FieldNumber> fields) const;

  std::int64_t insert(const StoredRow& stored);  // gives the rowid
  void replace(const StoredRow& stored);         // all columns of the row at stored.n
  void update(std::int64_t n, const RowUpdate& update);
  void remove(const RecordId& id);

  // "SELECT <all columns> FROM <table> " + rest, and its rows.
  std::string select_sql(std::string_view rest) const;
  StoredRow read(const Statement& statement) const;

  // Unknown fields that this program knows by now go into their columns.
  void adopt_unknown_fields();

 private:
  void bind_row(Statement& statement, const StoredRow& stored) const;
  PackVersions pack() const;

  Database& database_;
  const RecordType& type_;
};

// {"99":…} as kept in `extra`; null when there are none.
std::optional<std::string> encode_unknown(const RecordType& type,
                                          const std::vector<UnknownField>& unknown);
std::vector<UnknownField> decode_unknown(const RecordType& type, std::string_view json);

}  // namespace cm
