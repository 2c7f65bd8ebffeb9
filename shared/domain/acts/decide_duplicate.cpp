#include "shared/domain/acts/decide_duplicate.h"

#include <algorithm>
#include <string>

#include "shared/base/ensure.h"
#include "shared/base/stable_hash.h"

namespace cm {

RecordId duplicate_decision_id(const RecordId& one, const RecordId& other) {
  const auto [a, b] = std::minmax(one, other);
  return uuid_of_text("duplicate_decision:" + a.text() + ":" + b.text());
}

Change decide_duplicate(const RecordId& one, const RecordId& other, DuplicateVerdict decision, std::string_view reason,
                        const Row* standing) {
  ENSURE(one != other, "a customer is no duplicate of itself");
  const auto [a, b] = std::minmax(one, other);
  DuplicateDecision decided{DuplicateDecisionId(duplicate_decision_id(one, other))};
  decided.customer_a = CustomerId(a);
  decided.customer_b = CustomerId(b);
  decided.decision = decision;
  decided.reason = reason;
  Change change = diff_rows(standing, to_row(decided));
  // A put that names the hidden state's version brings the row back (PROTOCOL.md).
  if (standing && standing->deleted) {
    const auto hidden = standing->versions.find(FieldNumber{0});
    if (hidden != standing->versions.end()) change.base[FieldNumber{0}] = hidden->second;
  }
  return change;
}

Change forget_duplicate_decision(const Row& standing) {
  Change change(*standing.type, standing.id);
  change.kind = ChangeKind::Delete;
  change.base = standing.versions;
  return change;
}

}  // namespace cm
