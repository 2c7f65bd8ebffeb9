// What one operation does to one unit of one row: which value stands, which conflict opens, which
// close. Pure; the master writes what it decides. Property-tested over every causally legal arrival
// order (tests/unit/sync/merge_property_test.cpp): winner and open losers depend on the set of
// operations only.
//
// How the master uses it, per unit lead of an operation, in one transaction:
//   1. base     = the version that history keeps for (row, lead, op.base[lead]); null when none or
//   unknown.
//   2. incoming = {version_on(op dot, clamped eff, author's rank, base), op.base[lead] or {},
//   canonical value}.
//   3. standing = the row's version and value of the unit; null when it was never written.
//   4. decision = decide_unit(standing, incoming, lookup): lookup is asked only when a value lost.
//   5. history gets (row, lead, incoming.version, value) in any case: losers too are bases and
//   lookups.
//   6. decision.applies → write the value and version to the row.
//   7. decision.opens   → file a conflict; OperationItself: the incoming value lost to the standing
//   one;
//                         StandingValue: the standing value lost to the incoming one.
//   8. decision.closes  → these open conflicts of the unit become AutoClosed, by loser dot.
//   Conflicts that a
//      person decided (Kept, Restored) are never opened again: the decision was made on the same
//      set.
//   9. Conflicts of the unit that stay open show the new winner: read winner values from the row,
//   not a copy.
// An operation outcome is Applied when every unit was a FastForward, else Merged.
//
// The hidden state of a row ("deleted") is a unit as any other, with lead kDeletedUnit and the
// values kDeletedValue / "". See PROTOCOL.md, "Delete".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/record/value.h"
#include "shared/sync/merge.h"

namespace cm {

// Field number 0 is never a field: it carries the version of the row's hidden state.
constexpr FieldNumber kDeletedUnit = 0;
constexpr std::string_view kDeletedValue = "deleted";

// One operation's effect on one unit, as history keeps it. `value` is canonical_values() of the
// unit (protocol_json.h) or any other text that is equal exactly when the values are.
struct UnitOperation {
  Version version;
  Dot base;
  std::string value;
};

// What the decision needs of the past of this unit, besides the standing value.
class UnitLookup {
 public:
  virtual ~UnitLookup() = default;
  // Losers whose conflict is open, with the value that lost. Usually none.
  virtual std::vector<UnitOperation> list_open_losers() const = 0;
  // True when an operation in the unit's history is greater (outranks) and carries the same value.
  virtual bool has_greater_with_value(const Version& version, std::string_view value) const = 0;
};

struct UnitDecision {
  enum class Opens { Nothing, OperationItself, StandingValue };
  MergeOutcome outcome = MergeOutcome::FastForward;
  bool applies = false;  // the row takes the incoming value and version
  Opens opens = Opens::Nothing;
  std::vector<Dot> closes;  // losers whose open conflict becomes AutoClosed, in order of dot
};

// `standing` null = the unit was never written.
UnitDecision decide_unit(const UnitOperation* standing, const UnitOperation& incoming,
                         const UnitLookup& lookup);

// The whole past of one unit in memory: the reference model of the tests and the simulator's
// oracle.
class UnitHistory final : public UnitLookup {
 public:
  // Applies one operation as the master would. Its base's version is looked up here.
  UnitDecision apply(const Dot& dot, EffectiveTime clamped, FieldRank author_rank, const Dot& base,
                     std::string value);

  const UnitOperation* standing() const;  // null when nothing was applied
  std::vector<UnitOperation> list_open_losers() const override;
  bool has_greater_with_value(const Version& version, std::string_view value) const override;
  const UnitOperation* find(const Dot& dot) const;
  bool is_open(const Dot& dot) const;
  const std::vector<UnitOperation>& operations() const { return operations_; }

 private:
  std::vector<UnitOperation> operations_;
  std::optional<std::size_t> standing_;
  std::vector<Dot> open_;
};

// The same from the definition alone, without arrival order: what UnitHistory must agree with.
struct UnitVerdict {
  std::optional<Dot> winner;
  std::vector<Dot> open_losers;  // in order of dot
};
UnitVerdict judge_unit(const std::vector<UnitOperation>& operations);

}  // namespace cm
