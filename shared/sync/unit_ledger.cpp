#include "shared/sync/unit_ledger.h"

#include <algorithm>

namespace cm {

UnitDecision decide_unit(const UnitOperation* standing, const UnitOperation& incoming,
                         const UnitLookup& lookup) {
  UnitDecision decision;
  const bool same_value = standing != nullptr && standing->value == incoming.value;
  decision.outcome = merge_unit(standing != nullptr ? &standing->version : nullptr, incoming.base,
                                incoming.version, same_value);
  switch (decision.outcome) {
    case MergeOutcome::FastForward:
      decision.applies = true;
      break;
    case MergeOutcome::SameValue:
      decision.applies = outranks(incoming.version, standing->version);
      break;
    case MergeOutcome::Won:
      decision.applies = true;
      // Nothing but the incoming operation is greater than the value that stood, so no look into
      // the past.
      decision.opens = UnitDecision::Opens::StandingValue;
      break;
    case MergeOutcome::Lost:
      if (!lookup.has_greater_with_value(incoming.version, incoming.value)) {
        decision.opens = UnitDecision::Opens::OperationItself;
      }
      break;
  }
  for (const UnitOperation& loser : lookup.list_open_losers()) {
    const bool built_upon = loser.version.dot == incoming.base;
    const bool taken_over =
        loser.value == incoming.value && outranks(incoming.version, loser.version);
    if (built_upon || taken_over) decision.closes.push_back(loser.version.dot);
  }
  std::sort(decision.closes.begin(), decision.closes.end());
  return decision;
}

UnitDecision UnitHistory::apply(const Dot& dot, EffectiveTime clamped, FieldRank author_rank,
                                const Dot& base, std::string value) {
  const UnitOperation* built_on = find(base);
  const Version version =
      version_on(dot, clamped, author_rank, built_on ? &built_on->version : nullptr);
  const UnitOperation incoming{version, base, std::move(value)};
  UnitDecision decision = decide_unit(standing(), incoming, *this);
  for (const Dot& closed : decision.closes)
    open_.erase(std::find(open_.begin(), open_.end(), closed));
  if (decision.opens == UnitDecision::Opens::StandingValue)
    open_.push_back(standing()->version.dot);
  if (decision.opens == UnitDecision::Opens::OperationItself) open_.push_back(dot);
  operations_.push_back(incoming);
  if (decision.applies) standing_ = operations_.size() - 1;
  return decision;
}

const UnitOperation* UnitHistory::standing() const {
  return standing_ ? &operations_[*standing_] : nullptr;
}

std::vector<UnitOperation> UnitHistory::list_open_losers() const {
  std::vector<UnitOperation> losers;
  for (const Dot& dot : open_) losers.push_back(*find(dot));
  return losers;
}

bool UnitHistory::has_greater_with_value(const Version& version, std::string_view value) const {
  return std::any_of(operations_.begin(), operations_.end(), [&](const UnitOperation& other) {
    return other.value == value && outranks(other.version, version);
  });
}

const UnitOperation* UnitHistory::find(const Dot& dot) const {
  if (dot.is_none()) return nullptr;
  const auto found = std::find_if(operations_.begin(), operations_.end(),
                                  [&](const UnitOperation& op) { return op.version.dot == dot; });
  return found == operations_.end() ? nullptr : &*found;
}

bool UnitHistory::is_open(const Dot& dot) const {
  return std::find(open_.begin(), open_.end(), dot) != open_.end();
}

UnitVerdict judge_unit(const std::vector<UnitOperation>& operations) {
  UnitVerdict verdict;
  const auto winner = std::max_element(operations.begin(), operations.end(),
                                       [](const UnitOperation& a, const UnitOperation& b) {
                                         return outranks(b.version, a.version);
                                       });
  if (winner == operations.end()) return verdict;
  verdict.winner = winner->version.dot;
  for (const UnitOperation& op : operations) {
    const bool settled =
        std::any_of(operations.begin(), operations.end(), [&](const UnitOperation& other) {
          return other.base == op.version.dot ||
                 (other.value == op.value && outranks(other.version, op.version));
        });
    if (op.version.dot != *verdict.winner && !settled)
      verdict.open_losers.push_back(op.version.dot);
  }
  std::sort(verdict.open_losers.begin(), verdict.open_losers.end());
  return verdict;
}

}  // namespace cm
