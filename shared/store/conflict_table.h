// The master's review list: overwritten concurrent values and refused operations.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/base/clock.h"
#include "shared/record/row.h"
#include "shared/store/database.h"
#include "shared/sync/messages.h"

namespace cm {

struct ConflictEntry {
  std::int64_t n = 0;
  RecordTypeNumber type = 0;  // 0: of a table that is unknown here
  RecordId row;
  FieldNumber lead = 0;
  Dot loser;
  Dot cause;  // the operation whose arrival opened it
  ConflictKind kind = ConflictKind::Concurrent;
  ConflictState state = ConflictState::Open;
  UnixMs opened_ms = 0;

  explicit ConflictEntry(const RecordId& of) : row(of) {}
};

class ConflictTable {
 public:
  explicit ConflictTable(Database& database) : database_(database) {}

  std::string open(const ConflictEntry& entry);  // its id, "c77"
  bool has_open(const RecordId& row) const;
  // Losers of one unit that are still open (not the Denied ones, which never stood in the row).
  std::vector<Dot> list_open_losers(const RecordId& row, FieldNumber lead) const;
  void close(const RecordId& row, FieldNumber lead, const Dot& loser, UnixMs now_ms);  // AutoClosed
  std::vector<std::string> ids_caused_by(const Dot& operation) const;
  std::optional<ConflictEntry> find(const std::string& id) const;
  std::vector<ConflictEntry> list(ConflictState state, std::size_t max) const;  // oldest first
  std::int64_t count(ConflictState state) const;
  void decide(std::int64_t n, ConflictState state, const std::string& by, UnixMs now_ms);

  struct Refused {
    std::string user;
    UnixMs received_ms = 0;
    std::string reason;
    Operation operation;
  };
  void add_refused(DeviceId device, const Refused& refused);
  std::optional<Refused> find_refused(const Dot& operation) const;

 private:
  Database& database_;
};

}  // namespace cm
