// Goal: the merge rule for one unit, case by case (sync.md 4.4). Order-independence is in
// merge_property_test.
#include <doctest/doctest.h>

#include "shared/sync/unit_ledger.h"

namespace {

using namespace cm;

const Dot kAsha1{{1}, 1};
const Dot kAsha2{{1}, 2};
const Dot kBela1{{2}, 1};
const Dot kBela2{{2}, 2};
const Dot kNone;

EffectiveTime at(UnixMs ms) {
  return EffectiveTime::from_ms(ms);
}

TEST_CASE("merge: rank, then effective time, then dot decide") {
  const Version plain_late{kAsha1, at(20), FieldRank::Plain};
  const Version office_early{kBela1, at(10), FieldRank::Office};
  const Version plain_late_other{kBela1, at(20), FieldRank::Plain};
  CHECK(outranks(office_early, plain_late));
  CHECK(outranks(plain_late, Version{kBela1, at(19), FieldRank::Plain}));
  CHECK(outranks(plain_late_other, plain_late));
  CHECK_FALSE(outranks(plain_late, plain_late));
}

TEST_CASE("merge: an edit is raised strictly above its base and inherits its rank") {
  const Version base{kAsha1, at(100), FieldRank::Office};
  const Version slow_clock = version_on(kBela1, at(5), FieldRank::Plain, &base);
  CHECK(slow_clock.eff == at(100).next());
  CHECK(slow_clock.rank == FieldRank::Office);
  CHECK(outranks(slow_clock, base));
  const Version later = version_on(kBela1, at(200), FieldRank::Plain, &base);
  CHECK(later.eff == at(200));
  CHECK(version_on(kBela1, at(5), FieldRank::Plain, nullptr) ==
        Version{kBela1, at(5), FieldRank::Plain});
}

TEST_CASE("merge: an edit of the standing value is applied whatever the clocks say") {
  UnitHistory unit;
  unit.apply(kAsha1, at(100), FieldRank::Plain, kNone, "Pune");
  const UnitDecision decision = unit.apply(kBela1, at(1), FieldRank::Plain, kAsha1, "Nashik");
  CHECK(decision.outcome == MergeOutcome::FastForward);
  CHECK(unit.standing()->value == "Nashik");
  CHECK(unit.list_open_losers().empty());
}

TEST_CASE("merge: of two concurrent edits the later wins and the other is kept open") {
  for (const bool asha_first : {true, false}) {
    CAPTURE(asha_first);
    UnitHistory unit;
    if (asha_first) unit.apply(kAsha1, at(10), FieldRank::Plain, kNone, "Pune");
    const UnitDecision bela = unit.apply(kBela1, at(20), FieldRank::Plain, kNone, "Nashik");
    if (!asha_first) {
      const UnitDecision asha = unit.apply(kAsha1, at(10), FieldRank::Plain, kNone, "Pune");
      CHECK(asha.outcome == MergeOutcome::Lost);
      CHECK(asha.opens == UnitDecision::Opens::OperationItself);
      CHECK_FALSE(asha.applies);
    } else {
      CHECK(bela.outcome == MergeOutcome::Won);
      CHECK(bela.opens == UnitDecision::Opens::StandingValue);
    }
    CHECK(unit.standing()->value == "Nashik");
    CHECK(unit.is_open(kAsha1));
  }
}

TEST_CASE("merge: the same value twice is no conflict") {
  UnitHistory unit;
  unit.apply(kAsha1, at(10), FieldRank::Plain, kNone, "Pune");
  const UnitDecision decision = unit.apply(kBela1, at(20), FieldRank::Plain, kNone, "Pune");
  CHECK(decision.outcome == MergeOutcome::SameValue);
  CHECK(decision.applies);
  CHECK(unit.standing()->version.dot == kBela1);
  CHECK(unit.list_open_losers().empty());
}

TEST_CASE("merge: the author's later edit closes his own open loser") {
  UnitHistory unit;
  unit.apply(kBela1, at(20), FieldRank::Plain, kNone, "Nashik");
  unit.apply(kAsha1, at(10), FieldRank::Plain, kNone, "Pune");
  REQUIRE(unit.is_open(kAsha1));
  const UnitDecision decision = unit.apply(kAsha2, at(15), FieldRank::Plain, kAsha1, "Mumbai");
  CHECK(decision.closes == std::vector<Dot>{kAsha1});
  CHECK_FALSE(unit.is_open(kAsha1));
  CHECK(unit.is_open(kAsha2));
}

TEST_CASE("merge: a greater edit to a loser's value closes it") {
  UnitHistory unit;
  unit.apply(kBela1, at(20), FieldRank::Plain, kNone, "Nashik");
  unit.apply(kAsha1, at(10), FieldRank::Plain, kNone, "Pune");
  const UnitDecision decision = unit.apply(kBela2, at(30), FieldRank::Plain, kBela1, "Pune");
  CHECK(decision.outcome == MergeOutcome::FastForward);
  CHECK(decision.closes == std::vector<Dot>{kAsha1});
}

TEST_CASE("merge: a loser whose value a greater edit had already is not opened") {
  UnitHistory unit;
  unit.apply(kBela1, at(20), FieldRank::Plain, kNone, "Pune");
  unit.apply(kBela2, at(30), FieldRank::Plain, kBela1, "Nashik");
  const UnitDecision decision = unit.apply(kAsha1, at(10), FieldRank::Plain, kNone, "Pune");
  CHECK(decision.outcome == MergeOutcome::Lost);
  CHECK(decision.opens == UnitDecision::Opens::Nothing);
  CHECK(unit.list_open_losers().empty());
}

TEST_CASE("merge: the office outranks a later edit from the field") {
  UnitHistory unit;
  unit.apply(kBela1, at(10), FieldRank::Office, kNone, "27AABCS1234F1ZR");
  const UnitDecision decision =
      unit.apply(kAsha1, at(99), FieldRank::Plain, kNone, "27AABCS1234F1Z5");
  CHECK(decision.outcome == MergeOutcome::Lost);
  CHECK(unit.standing()->version.dot == kBela1);
}

}  // namespace
