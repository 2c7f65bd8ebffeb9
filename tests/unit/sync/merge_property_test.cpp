// Goal: the state of a unit is a function of the set of its operations, whatever order they arrive
// in. Method: random histories of 5–6 operations (few values, so equal ones occur; two ranks; wild
// clocks) are applied in every causally legal arrival order; winner and open losers must come out
// the same each time, and equal to the definition (judge_unit). Two planted mistakes show that the
// test would see one.
#include <algorithm>
#include <map>
#include <set>

#include <doctest/doctest.h>

#include "shared/base/random.h"
#include "shared/sync/unit_ledger.h"

namespace {

using namespace cm;

struct HistoryOp {
  Dot dot;
  Dot base;
  std::size_t base_index = kNoBase;
  std::size_t previous = kNoBase;  // the same device's operation before it
  EffectiveTime clamped;
  FieldRank rank = FieldRank::Plain;
  std::string value;
  static constexpr std::size_t kNoBase = static_cast<std::size_t>(-1);
};

// An operation may be built on any earlier one: what its author had pulled, or typed himself. A
// device's own operations are made in order, and their clamped times never fall (effective_time.h).
std::vector<HistoryOp> random_history(Random& random) {
  const std::size_t count = 5 + random.below(2);
  std::vector<HistoryOp> ops;
  std::map<std::uint64_t, std::size_t> last_of_device;
  for (std::size_t i = 0; i < count; ++i) {
    HistoryOp op;
    op.dot.device.number = 1 + random.below(3);
    const auto last = last_of_device.find(op.dot.device.number);
    EffectiveTime floor;
    op.dot.seq = 1;
    if (last != last_of_device.end()) {
      op.previous = last->second;
      op.dot.seq = ops[op.previous].dot.seq + 1;
      floor = ops[op.previous].clamped;
    }
    const std::size_t pick = random.below(i + 1);
    if (pick < i) {
      op.base_index = pick;
      op.base = ops[pick].dot;
    }
    op.clamped = std::max(floor, EffectiveTime::from_ms(static_cast<UnixMs>(1 + random.below(4))));
    op.rank = random.below(4) == 0 ? FieldRank::Office : FieldRank::Plain;
    op.value = std::string(1, static_cast<char>('a' + random.below(3)));
    last_of_device[op.dot.device.number] = i;
    ops.push_back(op);
  }
  return ops;
}

enum class Planted { Nothing, RaiseOmitted, RaiseAtLeast, RankInheritanceOmitted };

Version planted_version(const HistoryOp& op, const Version* base, Planted mistake) {
  Version version = version_on(op.dot, op.clamped, op.rank, base);
  if (mistake == Planted::RaiseOmitted) version.eff = op.clamped;
  if (mistake == Planted::RaiseAtLeast && base) version.eff = std::max(op.clamped, base->eff);
  if (mistake == Planted::RankInheritanceOmitted) version.rank = op.rank;
  return version;
}

struct Outcome {
  Dot winner;
  std::set<Dot> open;
  friend bool operator==(const Outcome&, const Outcome&) = default;
};

// The master with a planted mistake: as UnitHistory, but with a version rule of its own.
class BrokenUnit final : public UnitLookup {
 public:
  explicit BrokenUnit(Planted mistake) : mistake_(mistake) {}

  void apply(const HistoryOp& op) {
    const UnitOperation* built_on = find(op.base);
    const UnitOperation incoming{
        planted_version(op, built_on ? &built_on->version : nullptr, mistake_), op.base, op.value};
    const UnitOperation* standing = winner_.is_none() ? nullptr : find(winner_);
    const UnitDecision decision = decide_unit(standing, incoming, *this);
    for (const Dot& dot : decision.closes) open_.erase(dot);
    if (decision.opens == UnitDecision::Opens::StandingValue) open_.insert(winner_);
    if (decision.opens == UnitDecision::Opens::OperationItself) open_.insert(op.dot);
    if (decision.applies) winner_ = op.dot;
    ops_.push_back(incoming);
  }
  Outcome outcome() const { return {winner_, open_}; }

  std::vector<UnitOperation> list_open_losers() const override {
    std::vector<UnitOperation> losers;
    for (const Dot& dot : open_) losers.push_back(*find(dot));
    return losers;
  }
  bool has_greater_with_value(const Version& version, std::string_view value) const override {
    return std::any_of(ops_.begin(), ops_.end(), [&](const UnitOperation& other) {
      return other.value == value && outranks(other.version, version);
    });
  }

 private:
  const UnitOperation* find(const Dot& dot) const {
    const auto found = std::find_if(ops_.begin(), ops_.end(),
                                    [&](const UnitOperation& op) { return op.version.dot == dot; });
    return found == ops_.end() ? nullptr : &*found;
  }
  Planted mistake_;
  std::vector<UnitOperation> ops_;
  Dot winner_;
  std::set<Dot> open_;
};

Outcome outcome_of(const std::vector<HistoryOp>& ops, const std::vector<std::size_t>& order) {
  UnitHistory unit;
  for (const std::size_t i : order)
    unit.apply(ops[i].dot, ops[i].clamped, ops[i].rank, ops[i].base, ops[i].value);
  Outcome outcome{unit.standing()->version.dot, {}};
  for (const UnitOperation& loser : unit.list_open_losers()) outcome.open.insert(loser.version.dot);
  const UnitVerdict verdict = judge_unit(unit.operations());
  CHECK(verdict.winner == outcome.winner);
  CHECK(std::set<Dot>(verdict.open_losers.begin(), verdict.open_losers.end()) == outcome.open);
  return outcome;
}

// Calls `visit` with every order in which a base and a device's earlier operations come first.
template <class Visit>
void for_each_legal_order(const std::vector<HistoryOp>& ops, std::vector<std::size_t>& order,
                          Visit visit) {
  if (order.size() == ops.size()) {
    visit(order);
    return;
  }
  const auto arrived = [&](std::size_t i) {
    return i == HistoryOp::kNoBase || std::find(order.begin(), order.end(), i) != order.end();
  };
  for (std::size_t i = 0; i < ops.size(); ++i) {
    if (arrived(i) || !arrived(ops[i].base_index) || !arrived(ops[i].previous)) continue;
    order.push_back(i);
    for_each_legal_order(ops, order, visit);
    order.pop_back();
  }
}

// True when two legal orders end differently.
template <class Run>
bool depends_on_order(const std::vector<HistoryOp>& ops, Run run) {
  std::optional<Outcome> first;
  bool differs = false;
  std::vector<std::size_t> order;
  for_each_legal_order(ops, order, [&](const std::vector<std::size_t>& legal) {
    if (differs) return;
    const Outcome outcome = run(ops, legal);
    if (!first) first = outcome;
    differs = outcome != *first;
  });
  return differs;
}

int count_dependent(Planted mistake, int histories, std::uint64_t seed) {
  SeededRandom random(seed);
  int dependent = 0;
  for (int i = 0; i < histories; ++i) {
    const auto ops = random_history(random);
    dependent += depends_on_order(ops, [&](const auto& history, const auto& order) {
      BrokenUnit unit(mistake);
      for (const std::size_t k : order) unit.apply(history[k]);
      return unit.outcome();
    });
  }
  return dependent;
}

constexpr int kHistories = 3000;
constexpr std::uint64_t kSeed = 20250601;

TEST_CASE("merge: winner and open losers do not depend on the arrival order") {
  SeededRandom random(kSeed);
  for (int i = 0; i < kHistories; ++i) {
    CAPTURE(i);
    const auto ops = random_history(random);
    CHECK_FALSE(depends_on_order(ops, outcome_of));
  }
}

TEST_CASE("merge: the property test's own model without a mistake agrees too") {
  CHECK(count_dependent(Planted::Nothing, 500, kSeed) == 0);
}

TEST_CASE("merge: the property test sees that effective times are not raised above their base") {
  const int dependent = count_dependent(Planted::RaiseOmitted, kHistories, kSeed);
  MESSAGE(dependent << " of " << kHistories << " histories depend on the arrival order");
  CHECK(dependent > 0);
}

TEST_CASE(
    "merge: the property test sees that effective times are raised to, but not above, their base") {
  const int dependent = count_dependent(Planted::RaiseAtLeast, kHistories, kSeed);
  MESSAGE(dependent << " of " << kHistories << " histories depend on the arrival order");
  CHECK(dependent > 0);
}

TEST_CASE("merge: the property test sees that rank is not inherited from the base") {
  const int dependent = count_dependent(Planted::RankInheritanceOmitted, kHistories, kSeed);
  MESSAGE(dependent << " of " << kHistories << " histories depend on the arrival order");
  CHECK(dependent > 0);
}

TEST_CASE("merge: histories without a single conflict are not all that was tried") {
  SeededRandom random(kSeed);
  int with_losers = 0;
  for (int i = 0; i < 200; ++i) {
    const auto ops = random_history(random);
    std::vector<std::size_t> order(ops.size());
    for (std::size_t k = 0; k < ops.size(); ++k) order[k] = k;
    with_losers += !outcome_of(ops, order).open.empty();
  }
  CHECK(with_losers > 20);
}

}  // namespace
