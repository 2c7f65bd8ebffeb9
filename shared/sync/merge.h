// The merge rule for one unit of one row (sync.md 4.4). Pure: the same operations in any order that
// respects causality give the same winner and the same open losers. PROTOCOL.md has the proof
// sketch.
//
// The state is a function of the set of operations alone: the winner is the greatest operation by
// (rank, effective time, dot); a loser stays open unless another operation was built on it, or a
// greater operation carries the same value. Since an operation is raised strictly above its base
// and inherits its base's rank, the winner has never been built upon.
#pragma once

#include "shared/record/field.h"
#include "shared/record/version.h"
#include "shared/sync/effective_time.h"

namespace cm {

// The version of a unit's value: who wrote it and how it compares with concurrent ones.
struct Version {
  Dot dot;
  EffectiveTime eff;
  FieldRank rank = FieldRank::Plain;
  friend bool operator==(const Version&, const Version&) = default;
};

// Strict order among versions: rank, then effective time, then dot.
bool outranks(const Version& a, const Version& b);

// The version of an operation built on `base` (null = built on nothing): raised and with rank
// inherited.
Version version_on(const Dot& dot, EffectiveTime clamped, FieldRank author_rank,
                   const Version* base);

enum class MergeOutcome {
  FastForward,  // the author saw the current value: applied, no clock looked at
  SameValue,    // concurrent, but the same value: the greater version stands, no conflict
  Won,          // concurrent: applied, the value it beat becomes a loser
  Lost,         // concurrent: kept as a loser, the current value stands
};

// `current` null = the unit was never written.
MergeOutcome merge_unit(const Version* current, const Dot& op_base, const Version& op,
                        bool same_value);

}  // namespace cm
