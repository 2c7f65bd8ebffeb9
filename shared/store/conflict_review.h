// The review list as people see it: each conflict with both values, who, when, on which device, and
// what the record is called now. The winner is always what stands in the row today.
#pragma once

#include <optional>
#include <vector>

#include "shared/record/change.h"
#include "shared/store/conflict_table.h"

namespace cm {

class ConflictReview {
 public:
  explicit ConflictReview(Database& database) : database_(database) {}

  std::vector<Conflict> list(ConflictState state, std::size_t max) const;
  // What "restore" writes: the loser's values built on what stands today.
  Change restoring(const ConflictEntry& entry) const;

 private:
  Conflict describe(const ConflictEntry& entry) const;
  void describe_winner(Conflict& conflict, const RecordType& type, const Row& row) const;
  void describe_loser(Conflict& conflict, const ConflictEntry& entry, const RecordType* type) const;
  std::string row_name(const Row& row) const;

  Database& database_;
};

}  // namespace cm
