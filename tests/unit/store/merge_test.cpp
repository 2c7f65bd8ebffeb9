// Two devices and a master: what stands after concurrent edits, what is in review, what a decision
// does.
#include <doctest/doctest.h>

#include <map>
#include <set>

#include "shared/base/failure.h"
#include "shared/store/history.h"
#include "shared/store/statement.h"
#include "shared/sync/protocol_json.h"
#include "tests/unit/store/store_fixture.h"

using namespace cm;
using namespace cm::test;

TEST_CASE("merge: edits of different fields are both kept, without a conflict") {
  World world;
  const RecordId id = world.shared_customer();
  world.asha.edit(id, "notes", text("from asha"));
  world.bela.edit(id, "payment_terms", text("from bela"));
  world.server.sync(world.asha);
  world.server.sync(world.bela);
  world.server.sync(world.asha);
  for (Device* device : {&world.asha, &world.bela}) {
    CHECK(device->value(id, "notes") == text("from asha"));
    CHECK(device->value(id, "payment_terms") == text("from bela"));
  }
  CHECK(world.server.open_conflicts().empty());
}

TEST_CASE(
    "master: of two edits of one field the later wins and the other stands in review, in either "
    "order of arrival") {
  for (const bool asha_first : {true, false}) {
    CAPTURE(asha_first);
    World world;
    const RecordId id = world.shared_customer();
    world.asha.edit(id, "notes", text("earlier"));
    world.clock.advance_ms(5000);
    world.bela.edit(id, "notes", text("later"));
    Device& first = asha_first ? world.asha : world.bela;
    Device& second = asha_first ? world.bela : world.asha;
    const PushReply one = world.server.push(first);
    first.replica.close_operations(one);
    CHECK(one.results.front().outcome == OpOutcome::Applied);
    const PushReply two = world.server.push(second);
    second.replica.close_operations(two);
    CHECK(two.results.front().outcome == OpOutcome::Merged);
    REQUIRE(two.results.front().conflict_ids.size() == 1);
    world.server.sync(world.asha);
    world.server.sync(world.bela);
    CHECK(world.asha.value(id, "notes") == text("later"));
    CHECK(world.bela.value(id, "notes") == text("later"));

    const auto conflicts = world.server.open_conflicts();
    REQUIRE(conflicts.size() == 1);
    const Conflict& conflict = conflicts.front();
    CHECK(conflict.id == two.results.front().conflict_ids.front());
    CHECK(conflict.row_name == "Sai Engineering Works");
    CHECK(conflict.lead == 21);
    CHECK(conflict.loser == std::vector<FieldValue>{{21, std::string("earlier")}});
    CHECK(conflict.winner == std::vector<FieldValue>{{21, std::string("later")}});
    CHECK(conflict.loser_stamp.user == "asha");
    CHECK(conflict.winner_stamp.user == "bela");
    CHECK(conflict.loser_stamp.device == world.asha.replica.device());
    CHECK(conflict.winner_stamp.at_ms - conflict.loser_stamp.at_ms == 5000);
  }
}

TEST_CASE("merge: the same value typed twice is no conflict") {
  World world;
  const RecordId id = world.shared_customer();
  world.asha.edit(id, "notes", text("same"));
  world.bela.edit(id, "notes", text("same"));
  world.server.sync(world.asha);
  world.server.sync(world.bela);
  CHECK(world.server.open_conflicts().empty());
}

TEST_CASE(
    "master: the office's word on an office field outranks a later one from the field, on a plain "
    "field it does not") {
  World world;
  const RecordId id = world.shared_customer();
  world.asha.role = Role::Office;
  world.asha.edit(id, "credit_limit", Value{std::int64_t{100}});
  world.asha.edit(id, "notes", text("office"));
  world.clock.advance_ms(60'000);
  world.bela.edit(id, "credit_limit", Value{std::int64_t{900}});
  world.bela.edit(id, "notes", text("field"));
  world.server.sync(world.bela);
  world.server.sync(world.asha);
  CHECK(world.server.value(id, "credit_limit") == Value{std::int64_t{100}});
  CHECK(world.server.value(id, "notes") == text("field"));
  CHECK(world.server.open_conflicts().size() == 2);
}

TEST_CASE("merge: a unit travels whole: two edits of one street address never mix") {
  World world;
  const RecordId id = world.asha.add_customer({{"name", "Sai"},
                                               {"billing_address", "Plot 45"},
                                               {"billing_city", "Pune"},
                                               {"billing_state", "Maharashtra"},
                                               {"billing_pincode", "411026"}});
  world.server.sync(world.asha);
  world.server.sync(world.bela);
  const RecordId address = world.asha.records.list_addresses_of(id).front().id;
  world.asha.edit(address, "city", text("Nagpur"), "address");
  world.clock.advance_ms(10);
  world.bela.edit(address, "line1", text("Gate 7"), "address");
  world.server.sync(world.asha);
  world.server.sync(world.bela);
  CHECK(world.server.value(address, "city", "address") == text("Pune"));
  CHECK(world.server.value(address, "line1", "address") == text("Gate 7"));
  const auto conflicts = world.server.open_conflicts();
  REQUIRE(conflicts.size() == 1);
  CHECK(conflicts.front().row_name == "Sai");
  CHECK(conflicts.front().loser.size() >= 4);
}

TEST_CASE(
    "master: an open conflict closes by itself when its author's later edit was built on the "
    "loser") {
  World world;
  const RecordId id = world.shared_customer();
  world.asha.edit(id, "notes", text("a1"));
  world.clock.advance_ms(10);
  world.bela.edit(id, "notes", text("b1"));
  world.server.take_from(world.bela);
  world.server.take_from(world.asha);  // a1 loses
  REQUIRE(world.server.open_conflicts().size() == 1);
  world.asha.edit(id, "notes", text("a2"));  // asha has not pulled: built on a1
  world.clock.advance_ms(10);
  world.server.take_from(world.asha);
  const auto conflicts = world.server.open_conflicts();
  REQUIRE(conflicts.size() == 1);  // b1 lost to a2; a1 is closed
  CHECK(conflicts.front().loser == std::vector<FieldValue>{{21, std::string("b1")}});
  CHECK(world.server.master.list_conflicts(ConflictState::AutoClosed, 10).size() == 1);
  CHECK(world.server.value(id, "notes") == text("a2"));
}

TEST_CASE(
    "master: keeping and restoring decide a conflict once; a restored value is an ordinary edit") {
  World world;
  const RecordId id = world.shared_customer();
  world.asha.edit(id, "notes", text("lost"));
  world.clock.advance_ms(10);
  world.bela.edit(id, "notes", text("won"));
  world.server.sync(world.asha);
  world.server.sync(world.bela);
  const std::string conflict = world.server.open_conflicts().front().id;
  CHECK_FALSE(
      world.server.master.decide_conflict("c999", ConflictState::Kept, world.server.office()));
  CHECK_FALSE(
      world.server.master.decide_conflict("nonsense", ConflictState::Kept, world.server.office()));
  CHECK_FALSE(
      world.server.master.decide_conflict(conflict, ConflictState::Open, world.server.office()));
  REQUIRE(world.server.master.decide_conflict(conflict, ConflictState::Restored,
                                              world.server.office()));
  CHECK_FALSE(
      world.server.master.decide_conflict(conflict, ConflictState::Kept, world.server.office()));
  world.server.sync(world.asha);
  world.server.sync(world.bela);
  CHECK(world.asha.value(id, "notes") == text("lost"));
  CHECK(world.bela.value(id, "notes") == text("lost"));
  CHECK(world.server.open_conflicts().empty());
  const auto history = History(*world.server.database).list(id);
  CHECK(history.back().user == "meera");
  CHECK(history.back().operation.source == ChangeSource::ConflictDecision);
}

TEST_CASE(
    "master: an edit and a delete that did not know of each other go to review, in either order") {
  for (const bool delete_first : {true, false}) {
    CAPTURE(delete_first);
    World world;
    const RecordId id = world.shared_customer();
    world.asha.remove(id);
    world.bela.edit(id, "notes", text("still buys"));
    Device& first = delete_first ? world.asha : world.bela;
    Device& second = delete_first ? world.bela : world.asha;
    world.server.sync(first);
    world.server.sync(second);
    world.server.sync(first);
    CHECK(world.server.records.find(customer_type(), id)->deleted);
    CHECK(world.bela.records.find(customer_type(), id)->deleted);
    const auto conflicts = world.server.open_conflicts();
    REQUIRE(conflicts.size() == 1);
    CHECK(conflicts.front().kind == ConflictKind::AfterDelete);
    CHECK(conflicts.front().loser_stamp.user == "bela");
    REQUIRE(world.server.master.decide_conflict(conflicts.front().id, ConflictState::Restored,
                                                world.server.office()));
    world.server.sync(world.asha);
    CHECK_FALSE(world.asha.records.find(customer_type(), id)->deleted);
    CHECK(world.asha.value(id, "notes") == text("still buys"));
  }
}

TEST_CASE("merge: two primary contacts made apart become one") {
  World world;
  const RecordId id = world.shared_customer();
  for (Device* device : {&world.asha, &world.bela}) {
    const auto sheet = device->records.find_customer_sheet(id);
    QuickDraft draft = draft_of(&*sheet);
    draft.text["contact_person"] = device->user;
    draft.text["phone"] = device == &world.asha ? "9876543210" : "9123456780";
    device->replica.commit(
        changes_of(check_draft(draft, &*sheet), &*sheet, world.clock, device->random),
        ChangeSource::Form, device->user);
    world.clock.advance_ms(100);
  }
  world.server.sync(world.asha);
  world.server.sync(world.bela);
  world.server.sync(world.asha);
  for (Device* device : {&world.asha, &world.bela}) {
    const auto contacts = device->records.list_contacts_of(id);
    REQUIRE(contacts.size() == 2);
    int primary = 0;
    for (const Row& contact : contacts)
      primary += contact.get("is_primary") == Value{std::int64_t{1}};
    CHECK(primary == 1);
    CHECK(device->records.find_customer_sheet(id)->contact->get("name") == text("asha"));
  }
}

TEST_CASE(
    "master: a wrong clock costs order among concurrent edits only, and the future is worth no "
    "more than now") {
  World world;
  const RecordId id = world.shared_customer();
  ManualClock wild(world.clock.now_ms());
  Device fast(world.folder.file("fast.db"), "fast", wild, 50);
  world.server.give_to(fast);
  wild.set_ms(world.clock.now_ms() + 365LL * 24 * 3600 * 1000);
  fast.edit(id, "notes", text("from next year"));
  const auto request = fast.push_request();
  world.server.master.push(world.server.actor_of(fast), request);
  world.clock.advance_ms(1000);
  world.bela.edit(id, "notes", text("an honest later edit"));
  world.server.sync(world.bela);
  CHECK(world.server.value(id, "notes") == text("an honest later edit"));
  CHECK(world.server.open_conflicts().size() == 1);
}

TEST_CASE("merge: the review list of every kind travels as a message") {
  World world;
  const RecordId id = world.shared_customer();
  const RecordId other = world.shared_customer("Other");
  world.asha.edit(id, "notes", text("a"));
  world.asha.remove(other);
  world.clock.advance_ms(5);
  world.bela.edit(id, "notes", text("b"));
  world.bela.edit(other, "notes", text("c"));
  world.bela.add_customer({{"name", "Denied"}});
  world.server.take_from(world.asha);
  const auto reply = world.server.master.push(world.server.actor_of(world.bela),
                                              world.bela.push_request(),
                                              objecting_to(3, "Not permitted."));
  REQUIRE(reply);
  const auto conflicts = world.server.open_conflicts();
  REQUIRE(conflicts.size() == 3);
  const auto decoded =
      decode_conflicts(record_catalogue(), encode_conflicts(record_catalogue(), conflicts));
  REQUIRE(decoded);
  REQUIRE(decoded->size() == 3);
  CHECK(decoded->at(0).kind == ConflictKind::Concurrent);
  CHECK(decoded->at(1).kind == ConflictKind::AfterDelete);
  CHECK(decoded->at(2).kind == ConflictKind::Denied);
  for (std::size_t i = 0; i < 3; ++i) CHECK(decoded->at(i).loser == conflicts[i].loser);
}

TEST_CASE("merge: a denied operation can be accepted by the office") {
  World world;
  const RecordId id = world.bela.add_customer({{"name", "Accepted Later"}});
  const auto reply = world.server.master.push(world.server.actor_of(world.bela),
                                              world.bela.push_request(),
                                              objecting_to(1, "Not permitted."));
  REQUIRE(reply);
  world.bela.replica.close_operations(*reply);
  const std::string conflict = reply->results.front().conflict_ids.front();
  REQUIRE(world.server.master.decide_conflict(conflict, ConflictState::Restored,
                                              world.server.office()));
  world.server.sync(world.bela);
  CHECK(world.bela.value(id, "name") == text("Accepted Later"));
  CHECK(world.bela.value(id, "code") == text("C-000001"));
}
