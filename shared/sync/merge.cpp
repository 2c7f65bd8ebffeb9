#include "shared/sync/merge.h"

#include <algorithm>

namespace cm {

bool outranks(const Version& a, const Version& b) {
  if (a.rank != b.rank) return a.rank > b.rank;
  if (a.eff != b.eff) return a.eff > b.eff;
  return a.dot > b.dot;
}

Version version_on(const Dot& dot, EffectiveTime clamped, FieldRank author_rank,
                   const Version* base) {
  Version version{dot, clamped, author_rank};
  if (base == nullptr) return version;
  // Strictly above: with "at least", equal times fall back to the dot, and then arrival order
  // decides.
  version.eff = std::max(clamped, base->eff.next());
  version.rank = std::max(author_rank, base->rank);
  return version;
}

MergeOutcome merge_unit(const Version* current, const Dot& op_base, const Version& op,
                        bool same_value) {
  if (current == nullptr || op_base == current->dot) return MergeOutcome::FastForward;
  if (same_value) return MergeOutcome::SameValue;
  return outranks(op, *current) ? MergeOutcome::Won : MergeOutcome::Lost;
}

}  // namespace cm
