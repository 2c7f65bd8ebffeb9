// Goal: whatever the catalogue holds goes all the way by itself: saved on a device, pushed, merged,
// pulled by another device, kept in history, reviewed after a conflict, hidden. A new record type
// is covered by standing in the catalogue.
#include <doctest/doctest.h>

#include "shared/store/history.h"
#include "tests/support/sample_values.h"
#include "tests/unit/store/store_fixture.h"

using namespace cm;
using namespace cm::test;

namespace {

void save(Device& device, const std::optional<Row>& before, const Row& after) {
  device.replica.commit({diff_rows(before ? &*before : nullptr, after)}, ChangeSource::Form,
                        device.user);
}

// A field that stands alone in its unit, or leads it, and takes any value.
const Field& editable_field(const RecordType& of) {
  for (const Field& field : of.fields()) {
    if (!field.server_only && field.kind != FieldKind::Boolean && field.kind != FieldKind::Choice)
      return field;
  }
  throw std::logic_error("no field to edit");
}

Value other_value(const Field& field, const Value& than, Random& random) {
  for (;;) {
    Value value = sample::value_of(field, random);
    if (!(value == than)) return value;
  }
}

std::map<FieldNumber, Value> typed_values(const Row& row) {
  std::map<FieldNumber, Value> values = row.values;
  for (const Field& field : row.type->fields()) {
    if (field.server_only) values.erase(field.number);
  }
  return values;
}

}  // namespace

TEST_CASE("every type: a record with all its fields reaches the master and another device") {
  World world;
  SeededRandom random(2026);
  for (const RecordType* of : record_catalogue().types()) {
    CAPTURE(std::string(of->table()));
    const Row row = sample::row_of(*of, Uuid::make_v7(world.clock, random), random);
    save(world.asha, std::nullopt, row);
    world.server.sync(world.asha);
    world.server.sync(world.bela);
    CHECK(world.asha.replica.count_unsent() == 0);
    for (const RecordStore* records :
         {&world.asha.records, &world.bela.records, &world.server.records}) {
      const auto stored = records->find(*of, row.id);
      REQUIRE(stored);
      CHECK(typed_values(*stored) == row.values);
      CHECK(stored->created.user == "asha");
      CHECK_FALSE(stored->deleted);
    }
    CHECK_FALSE(History(*world.server.database).list(row.id).empty());
  }
  CHECK(world.server.open_conflicts().empty());
}

TEST_CASE("every type: of two edits of one field one stands and the other is in review") {
  for (const RecordType* of : record_catalogue().types()) {
    CAPTURE(std::string(of->table()));
    World world;
    SeededRandom random(7 + of->number());
    const Row row = sample::row_of(*of, Uuid::make_v7(world.clock, random), random);
    save(world.asha, std::nullopt, row);
    world.server.sync(world.asha);
    world.server.sync(world.bela);
    const Field& field = editable_field(*of);
    const Value first = other_value(field, row.get(field.number), random);
    const Value second = other_value(field, first, random);
    world.clock.advance_ms(1000);
    world.asha.edit(row.id, field.name, first, of->table());
    world.clock.advance_ms(1000);
    world.bela.edit(row.id, field.name, second, of->table());
    for (int i = 0; i < 2; ++i) world.server.sync(world.asha), world.server.sync(world.bela);
    CHECK(world.asha.value(row.id, field.name, of->table()) == second);
    CHECK(world.bela.value(row.id, field.name, of->table()) == second);
    const auto conflicts = world.server.open_conflicts();
    REQUIRE(conflicts.size() == 1);
    CHECK(conflicts.front().table == of->table());
    REQUIRE(world.server.master.decide_conflict(conflicts.front().id, ConflictState::Restored,
                                                world.server.office()));
    CHECK(world.server.value(row.id, field.name, of->table()) == first);
  }
}

TEST_CASE("every type: a hidden record is hidden everywhere, and its history stays") {
  for (const RecordType* of : record_catalogue().types()) {
    CAPTURE(std::string(of->table()));
    World world;
    SeededRandom random(99);
    const Row row = sample::row_of(*of, Uuid::make_v7(world.clock, random), random);
    save(world.asha, std::nullopt, row);
    world.server.sync(world.asha);
    world.server.sync(world.bela);
    world.bela.remove(row.id, of->table());
    world.server.sync(world.bela);
    world.server.sync(world.asha);
    for (const RecordStore* records : {&world.asha.records, &world.server.records}) {
      const auto stored = records->find(*of, row.id);
      REQUIRE(stored);
      CHECK(stored->deleted);
      CHECK(records->count(*of) == 0);
    }
    CHECK(History(*world.server.database).list(row.id).size() >= 2);
  }
}

TEST_CASE("every type: an id is of one kind of record for ever") {
  World world;
  const RecordId id = world.shared_customer("Sai");
  SeededRandom random(99);
  save(world.bela, std::nullopt, sample::row_of(type("contact"), id, random));
  const PushReply reply = world.server.push(world.bela);
  REQUIRE(reply.results.size() == 1);
  CHECK(reply.results.front().outcome == OpOutcome::Denied);
  CHECK(reply.results.front().reason == "This id belongs to a record of another kind.");
  CHECK_FALSE(world.server.records.find(type("contact"), id));
}
