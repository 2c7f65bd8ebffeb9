// Goal: two devices that move rows of a tree without knowing of each other never close a cycle on
// the master, nothing that was moved is lost, and all end with the same tree.
#include <doctest/doctest.h>

#include "shared/base/failure.h"
#include "shared/domain/acts/first_records.h"
#include "shared/domain/known_ids.h"
#include "shared/domain/records/territory.h"
#include "shared/domain/rules/tree.h"
#include "shared/store/upkeep.h"
#include "tests/unit/store/store_fixture.h"

using namespace cm;
using namespace cm::test;

namespace {

struct Trees : World {
  Trees() {
    make_missing_first_records(*server.database, server.master);
    exchange();
  }
  RecordId add(Device& device, std::string name, const RecordId& parent) {
    Territory made(TerritoryId(Uuid::make_v7(clock, device.random)));
    made.name = std::move(name);
    made.parent = TerritoryId(parent);
    made.is_group = true;
    device.replica.commit({diff_rows(nullptr, to_row(made))}, ChangeSource::Form, device.user);
    clock.advance_ms(1000);
    return made.id.uuid();
  }
  void move(Device& device, const RecordId& row, const RecordId& parent) {
    device.edit(row, "parent", parent, "territory");
    clock.advance_ms(1000);
  }
  // Everything everywhere.
  void exchange() {
    server.take_from(asha), server.take_from(bela);
    server.give_to(asha), server.give_to(bela);
  }
  std::vector<Row> rows(const RecordStore& records) const {
    return records.list_after(type("territory"), std::nullopt, 1000);
  }
  bool has_cycle(const RecordStore& records) const {
    for (const Row& row : rows(records)) {
      const auto* parent = std::get_if<Uuid>(&row.get("parent"));
      if (parent && makes_cycle(*row.type, row.id, *parent, records)) return true;
    }
    return false;
  }
  Value parent(const RecordStore& records, const RecordId& id) const {
    return records.find(type("territory"), id)->get("parent");
  }
};

const RecordId kRoot = root_territory().uuid();

}  // namespace

TEST_CASE(
    "tree: A below B and B below A, typed offline: the first stands, the second is in review") {
  Trees trees;
  const RecordId a = trees.add(trees.asha, "A", kRoot), b = trees.add(trees.asha, "B", kRoot);
  trees.exchange();
  trees.move(trees.asha, a, b);
  trees.move(trees.bela, b, a);
  trees.server.take_from(trees.asha);
  const PushReply refused = trees.server.push(trees.bela);
  trees.bela.replica.close_operations(refused);
  CHECK(refused.results.front().outcome == OpOutcome::Denied);
  CHECK(refused.results.front().reason ==
        "A stands below B and cannot also stand above it. Choose another parent.");
  trees.exchange();
  for (const RecordStore* records :
       {&trees.asha.records, &trees.bela.records, &trees.server.records}) {
    CHECK(trees.parent(*records, a) == Value{b});
    CHECK(trees.parent(*records, b) == Value{kRoot});
    CHECK_FALSE(trees.has_cycle(*records));
  }
  const auto conflicts = trees.server.open_conflicts();
  REQUIRE(conflicts.size() == 1);
  CHECK(conflicts.front().kind == ConflictKind::Denied);
  CHECK(conflicts.front().row_name == "B");
  // Restoring would close the cycle: it is refused, and possible once A stands elsewhere.
  CHECK_THROWS_AS(trees.server.master.decide_conflict(conflicts.front().id, ConflictState::Restored,
                                                      trees.server.office()),
                  Failure);
  trees.move(trees.asha, a, kRoot);
  trees.exchange();
  CHECK(trees.server.master.decide_conflict(conflicts.front().id, ConflictState::Restored,
                                            trees.server.office()));
  CHECK(trees.parent(trees.server.records, b) == Value{a});
}

TEST_CASE(
    "tree: whatever two devices move offline, the master has no cycle and all have its tree") {
  std::int64_t refused = 0;
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    CAPTURE(seed);
    Trees trees;
    SeededRandom random(seed);
    std::vector<RecordId> nodes{kRoot};
    for (int i = 0; i < 6; ++i)
      nodes.push_back(trees.add(trees.asha, std::string(1, static_cast<char>('A' + i)),
                                nodes[random.below(nodes.size())]));
    trees.exchange();
    for (int step = 0; step < 60; ++step) {
      Device& device = random.below(2) == 0 ? trees.asha : trees.bela;
      const RecordId row = nodes[random.below(nodes.size())];
      const RecordId parent = nodes[random.below(nodes.size())];
      // As the form does: what is wrong on this device is not saved.
      if (!makes_cycle(type("territory"), row, parent, device.records))
        trees.move(device, row, parent);
      if (random.below(5) == 0) trees.server.sync(device);
      CHECK_FALSE(trees.has_cycle(trees.server.records));
      CHECK(order_tree(trees.rows(device.records)).size() == trees.rows(device.records).size());
    }
    trees.exchange();
    for (const RecordId& node : nodes) {
      const Value parent = trees.parent(trees.server.records, node);
      CHECK(trees.parent(trees.asha.records, node) == parent);
      CHECK(trees.parent(trees.bela.records, node) == parent);
    }
    CHECK_FALSE(trees.has_cycle(trees.asha.records));
    for (const Conflict& conflict : trees.server.open_conflicts())
      refused += conflict.kind == ConflictKind::Denied ? 1 : 0;
  }
  CHECK(refused > 0);
}

TEST_CASE("tree: a row in use is not hidden on the master; the refusal is in review") {
  Trees trees;
  const RecordId a = trees.add(trees.asha, "A", kRoot);
  trees.exchange();
  trees.add(trees.asha, "A1", a);
  trees.bela.remove(a, "territory");
  trees.exchange();
  CHECK_FALSE(trees.server.records.find(type("territory"), a)->deleted);
  CHECK_FALSE(trees.bela.records.find(type("territory"), a)->deleted);
  REQUIRE(trees.server.open_conflicts().size() == 1);
  CHECK(trees.server.open_conflicts().front().kind == ConflictKind::Denied);
}
