// What the master says about rows with pending operations, kept apart from the tables that the app
// reads, and the putting of those operations on top. A row without pending operations has no base
// row: its table row is the base.
#pragma once

#include <optional>
#include <vector>

#include "shared/store/history.h"
#include "shared/store/record_table.h"

namespace cm {

class BaseRows {
 public:
  BaseRows(Database& database, DeviceId device) : database_(database), device_(device) {}

  bool has(const RecordId& id) const;
  // Before the first pending operation of a row: keeps what the table holds (null = no such row).
  void keep(const RecordType& type, const RecordId& id, const std::optional<StoredRow>& stored);
  void replace(const StoredRow& base);
  // The master has no such row any more.
  void mark_absent(const RecordType& type, const RecordId& id);
  // Writes the table row: the base with the pending operations on top. Without pending ones the
  // base moves into the table and is no longer kept apart.
  void recompute(const RecordType& type, const RecordId& id);

 private:
  std::optional<StoredRow> find(const RecordType& type, const RecordId& id) const;
  std::vector<HistoryEntry> list_pending(const RecordId& id) const;
  void write(const RecordType& type, const RecordId& id, const StoredRow* base);

  Database& database_;
  DeviceId device_;
};

// The row after an operation of this device's own.
void apply_on_top(StoredRow& stored, const Operation& operation, const Stamp& stamp);
// Insert or update, by id.
void write_row(RecordTable& table, StoredRow& stored);

}  // namespace cm
