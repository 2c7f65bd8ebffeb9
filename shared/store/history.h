// The history of every operation: what was written, when, by whom, built on what. It serves the
// history shown to people, the merge's look into the past, and on a device the sending (and, after
// a restore, sending again) of its operations.
#pragma once

#include <optional>
#include <vector>

#include "shared/store/database.h"
#include "shared/store/version_pack.h"
#include "shared/sync/messages.h"

namespace cm {

struct HistoryEntry {
  DeviceId device;
  Operation operation;  // as it was sent; `table` is filled from the record type
  const RecordType* type = nullptr;
  std::string user;
  VersionSet units;  // the master: effective time and rank per unit; a device: empty
  std::optional<UnixMs> received_ms;  // the master's clock when it came; a device: none
  OpOutcome outcome = OpOutcome::Applied;

  explicit HistoryEntry(Operation of) : operation(std::move(of)) {}
  Dot dot() const { return {device, operation.seq}; }
  // When it counts as made: the effective time on the master, the author's own clock on a device.
  EffectiveTime made() const;
  UnixMs made_ms() const { return made().ms(); }
};

// What is noted about an operation besides itself.
struct HistoryNote {
  DeviceId device;
  const RecordType* type = nullptr;
  std::string user;
  VersionSet units;  // the master only, as the next two
  std::optional<UnixMs> received_ms;
  OpOutcome outcome = OpOutcome::Applied;
};

class History {
 public:
  explicit History(Database& database) : database_(database) {}

  void append(const Operation& operation, const HistoryNote& note);
  std::optional<HistoryEntry> find(const Dot& dot) const;
  // The version that an operation gave to a unit; nullopt when unknown here.
  std::optional<Version> find_version(const Dot& dot, FieldNumber lead) const;
  // What kind of record the row is; null: never written, or a kind unknown here.
  const RecordType* find_type(const RecordId& row) const;
  // All operations on a row, oldest first (by made(), then dot).
  std::vector<HistoryEntry> list(const RecordId& row) const;

  // "SELECT <columns> FROM history " + rest (alias h), and its rows.
  static std::string select_sql(std::string_view rest);
  HistoryEntry read(const class Statement& statement) const;

 private:
  Database& database_;
};

}  // namespace cm
