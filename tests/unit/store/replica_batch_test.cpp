// Goal: an import's rows are saved a slice at a time, and each is a save of its own all the same.
#include <doctest/doctest.h>

#include "shared/domain/records/new_record.h"
#include "tests/unit/store/store_fixture.h"

using namespace cm;
using namespace cm::test;

TEST_CASE("replica: a batch is one transaction of several saves, each a group of its own") {
  World world;
  const std::int64_t revision = world.asha.database->revision();
  {
    Replica::Batch undone(world.asha.replica);
    Row row = make_record(type("item"), Uuid::make_v7(world.clock, world.asha.random));
    row.set("code", std::string("X"));
    undone.add({diff_rows(nullptr, row)}, ChangeSource::Import, "asha");
    CHECK(world.asha.records.find(type("item"), row.id));
  }
  CHECK(world.asha.replica.count_unsent() == 0);
  CHECK(world.asha.database->revision() == revision);
  Replica::Batch batch(world.asha.replica);
  const auto save = [&](const std::string& name) {
    QuickDraft draft = draft_of(nullptr);
    draft.text = {{"name", name}, {"customer_type", "Business"}, {"phone", "9876543210"}};
    batch.add(changes_of(check_draft(draft, nullptr), nullptr, world.clock, world.asha.random),
              ChangeSource::Import, "asha");
  };
  save("One");
  save("Two");
  batch.add({}, ChangeSource::Import, "asha");
  batch.commit();
  const auto ops = world.asha.replica.list_unsent(100);
  REQUIRE(ops.size() == 6);  // customer, contact, link, twice
  CHECK(ops[2].commit_seq == 1);
  CHECK(ops[3].commit_seq == 4);
  CHECK(ops[5].seq == 6);
  CHECK(ops[0].source == ChangeSource::Import);
  world.server.sync(world.asha);
  world.server.sync(world.bela);
  CHECK(world.bela.records.count(customer_type()) == 2);
}
