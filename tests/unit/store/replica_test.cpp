// The write door of a device and its meeting with the master: what is on screen, what is unsent,
// what survives.
#include <doctest/doctest.h>

#include "shared/base/failure.h"
#include "shared/store/history.h"
#include "shared/store/statement.h"
#include "tests/unit/store/store_fixture.h"

using namespace cm;
using namespace cm::test;

TEST_CASE("replica: a device number is made once, fits 53 bits and stays") {
  TempDir folder;
  ManualClock clock(1000);
  DeviceId first;
  {
    Device device(folder.file("a.db"), "asha", clock, 1);
    first = device.replica.device();
    CHECK(first.number > 0);
    CHECK(first.number < (std::uint64_t{1} << 53));
  }
  CHECK(Device(folder.file("a.db"), "asha", clock, 99).replica.device() == first);
  CHECK(Device(folder.file("b.db"), "asha", clock, 2).replica.device() != first);
}

TEST_CASE("replica: a save writes row, history and outbox together and survives closing") {
  TempDir folder;
  ManualClock clock(5000);
  RecordId id = Uuid::from_bytes({});
  {
    Device device(folder.file("a.db"), "asha", clock, 1);
    id = device.add_customer(
        {{"name", "Sai Engineering Works"}, {"phone", "9876543210"}, {"notes", "rings"}});
    device.edit(id, "notes", text("rings twice"));
  }
  Device device(folder.file("a.db"), "asha", clock, 1);
  CHECK(device.value(id, "notes") == text("rings twice"));
  const auto row = device.records.find(customer_type(), id);
  CHECK(row->created.user == "asha");
  CHECK(row->created.at_ms == 5000);
  const auto ops = device.replica.list_unsent(500);
  REQUIRE(ops.size() == 4);  // customer, contact, link, notes
  CHECK(ops.front().seq == 1);
  CHECK(ops.back().seq == 4);
  CHECK(ops[2].commit_seq == 1);
  CHECK(ops.back().commit_seq == 4);
  CHECK(ops.back().base == std::map<FieldNumber, Dot>{{21, {device.replica.device(), 1}}});
  CHECK(device.replica.has_unsent(id));
  CHECK(History(*device.database).list(id).size() == 2);
}

TEST_CASE("replica: an empty change is nothing") {
  TempDir folder;
  ManualClock clock(5000);
  Device device(folder.file("a.db"), "asha", clock, 1);
  const RecordId id = device.add_customer({{"name", "Sai"}});
  const auto unsent = device.replica.count_unsent();
  const auto revision = device.database->revision();
  const auto row = device.records.find(customer_type(), id);
  device.replica.commit({diff_rows(&*row, *row)}, ChangeSource::Form, "asha");
  CHECK(device.replica.count_unsent() == unsent);
  CHECK(device.database->revision() == revision);
}

TEST_CASE("replica: with a full disk the save is refused whole and the earlier ones stay") {
  TempDir folder;
  ManualClock clock(5000);
  Device device(folder.file("a.db"), "asha", clock, 1);
  const RecordId id = device.add_customer({{"name", "Sai"}, {"notes", "first"}});
  const auto before = device.replica.list_unsent(500).size();
  Statement pages(*device.database, "PRAGMA page_count");
  pages.step();
  const std::int64_t used = pages.integer(0);
  pages.reset();
  run_sql(*device.database, "PRAGMA max_page_count = " + std::to_string(used));
  bool refused = false;
  try {
    for (int i = 0; i < 50; ++i)
      device.edit(id, "notes", text(std::string(3900, 'x') + std::to_string(i)));
  } catch (const Failure& failure) {
    refused = true;
    CHECK(failure.code() == FailureCode::DiskFull);
  }
  REQUIRE(refused);
  const auto ops = device.replica.list_unsent(500);
  const auto row = device.records.find(customer_type(), id);
  CHECK(row->versions.at(21) == Dot{device.replica.device(), ops.back().seq});
  CHECK(ops.size() >= before);
  CHECK(History(*device.database).list(id).back().operation.seq == ops.back().seq);
  device.database->check_integrity();
  run_sql(*device.database, "PRAGMA max_page_count = 1000000");
  device.edit(id, "notes", text("space again"));
  CHECK(device.value(id, "notes") == text("space again"));
}

TEST_CASE("replica: the outbox is sacred: not even SQL deletes an unacknowledged operation") {
  TempDir folder;
  ManualClock clock(5000);
  Device device(folder.file("a.db"), "asha", clock, 1);
  device.add_customer({{"name", "Sai"}});
  CHECK_THROWS_AS(run_sql(*device.database, "DELETE FROM outbox"), Failure);
  CHECK_THROWS_AS(run_sql(*device.database, "DELETE FROM history"), Failure);
  CHECK(device.replica.count_unsent() == 1);
}

TEST_CASE("replica: only answered operations are closed") {
  World world;
  world.asha.add_customer({{"name", "One"}});
  world.asha.add_customer({{"name", "Two"}});
  PushReply reply = world.server.push(world.asha);
  reply.results.pop_back();
  world.asha.replica.close_operations(reply);
  const auto left = world.asha.replica.list_unsent(500);
  REQUIRE(left.size() == 1);
  CHECK(left.front().seq == 2);
}

TEST_CASE("replica: unsent operations come whole saves together, as far as they fit") {
  TempDir folder;
  ManualClock clock(5000);
  Device device(folder.file("a.db"), "asha", clock, 1);
  for (int i = 0; i < 3; ++i) {
    device.add_customer(
        {{"name", "Shop " + std::to_string(i)}, {"phone", "987654321" + std::to_string(i)}});
  }
  CHECK(device.replica.count_unsent() == 9);
  CHECK(device.replica.count_unsent_saves() == 3);
  CHECK(device.replica.list_unsent(500).size() == 9);
  CHECK(device.replica.list_unsent(7).size() == 6);  // two saves of three
  CHECK(device.replica.list_unsent(6).size() == 6);
  CHECK(device.replica.list_unsent(2).size() == 2);  // one save does not fit: it is cut
  device.replica.commit({}, ChangeSource::Form, "asha");
  for (int i = 0; i < 400; ++i) {
    device.add_customer({{"name", "Big " + std::to_string(i)}, {"notes", std::string(3900, 'n')}});
  }
  std::size_t bytes = 0;
  for (const Operation& op : device.replica.list_unsent(500)) {
    for (const FieldValue& value : op.fields) {
      const auto* text = std::get_if<std::string>(&value.value);
      bytes += text ? text->size() : 0;
    }
  }
  CHECK(bytes > 500'000);
  CHECK(bytes <= MessageLimits::push_bytes_max);
}

TEST_CASE("replica: a pulled row keeps the device's own unsent edits on top") {
  World world;
  const RecordId id = world.shared_customer();
  world.asha.edit(id, "notes", text("asha's note"));
  world.bela.edit(id, "website", text("sai.example.com"));
  world.bela.edit(id, "trade_name", text("Sai"));
  world.server.sync(world.bela);
  world.server.give_to(world.asha);  // asha has not pushed
  CHECK(world.asha.value(id, "notes") == text("asha's note"));
  CHECK(world.asha.value(id, "website") == text("sai.example.com"));
  CHECK(world.asha.replica.count_unsent() == 1);
  world.server.sync(world.asha);
  world.server.sync(world.bela);
  CHECK(world.bela.value(id, "notes") == text("asha's note"));
  CHECK(world.asha.value(id, "trade_name") == text("Sai"));
}

TEST_CASE("replica: an acknowledged edit stays on screen until the pull brings it back") {
  World world;
  const RecordId id = world.shared_customer();
  world.bela.edit(id, "website", text("first.example.com"));
  world.server.sync(world.bela);
  PullRequest request;
  request.have = world.asha.replica.cursor();
  const auto page_without_edit = world.server.master.pull(request);

  world.asha.edit(id, "notes", text("mine"));
  world.server.take_from(world.asha);
  CHECK(world.asha.replica.count_unsent() == 0);
  CHECK_FALSE(world.asha.replica.has_unsent(id));
  CHECK(world.asha.value(id, "notes") == text("mine"));
  // A page that was cut before the edit was taken rewrites the base; the edit is not in it and must
  // not vanish.
  world.asha.replica.apply_page(*page_without_edit);
  CHECK(world.asha.value(id, "notes") == text("mine"));
  CHECK(world.asha.value(id, "website") == text("first.example.com"));
  world.server.give_to(world.asha);
  CHECK(world.asha.value(id, "notes") == text("mine"));
  Statement left(*world.asha.database,
                 "SELECT (SELECT count(*) FROM outbox) + (SELECT count(*) FROM base_row)");
  left.step();
  CHECK(left.integer(0) == 0);
}

TEST_CASE("replica: a new customer made offline gets its number with the first sync") {
  World world;
  const RecordId id =
      world.asha.add_customer({{"name", "Anita Sharma"}, {"customer_type", "Individual"}});
  CHECK(is_blank(world.asha.value(id, "code")));
  world.server.sync(world.asha);
  CHECK(world.asha.value(id, "code") == text("C-000001"));
  world.server.sync(world.bela);
  CHECK(world.bela.value(id, "name") == text("Anita Sharma"));
  CHECK(world.bela.value(id, "code") == text("C-000001"));
}

TEST_CASE("replica: a refused new record leaves the screen and stays in review") {
  World world;
  world.asha.role = Role::Auditor;
  const RecordId id = world.asha.add_customer({{"name", "Not Mine To Make"}});
  const auto reply =
      world.server.master.push(world.server.actor_of(world.asha), world.asha.push_request(),
                               objecting_to(1, "This role changes nothing."));
  REQUIRE(reply);
  CHECK(reply->results.front().outcome == OpOutcome::Denied);
  world.asha.replica.close_operations(*reply);
  CHECK(world.asha.value(id, "name") == text("Not Mine To Make"));
  world.server.give_to(world.asha);
  CHECK(world.asha.records.find(customer_type(), id) == std::nullopt);
  const auto conflicts = world.server.open_conflicts();
  REQUIRE(conflicts.size() == 1);
  CHECK(conflicts.front().kind == ConflictKind::Denied);
  CHECK_FALSE(conflicts.front().reason.empty());
  CHECK(conflicts.front().loser_stamp.user == "asha");
}

TEST_CASE("replica: unknown fields and unknown tables of a newer server are kept or passed by") {
  World world;
  PullReply page;
  PulledRow row(Uuid::make_v7(world.clock, world.asha.random));
  row.table = "customer";
  row.fields = {{1, std::string("Future Ltd")}, {2, std::string("business")}};
  row.unknown = {{99, "[1,{\"a\":2}]"}};
  row.versions = {{1, {DeviceId{5}, 1}}, {2, {DeviceId{5}, 1}}, {99, {DeviceId{5}, 1}}};
  row.created = row.changed = {"carol", DeviceId{5}, 1};
  PulledRow other(Uuid::make_v7(world.clock, world.asha.random));
  other.table = "spaceship";
  page.rows = {row, other};
  page.next = {"e", 2, "s"};
  page.head = 2;
  world.asha.replica.apply_page(page);
  CHECK(world.asha.value(row.id, "name") == text("Future Ltd"));
  world.asha.edit(row.id, "notes", text("edited by an older program"));
  Statement extra(*world.asha.database, "SELECT extra FROM customer");
  REQUIRE(extra.step());
  CHECK(extra.text(0) == "{\"99\":[1,{\"a\":2}]}");
  CHECK(world.asha.replica.cursor().seq == 2);
}

TEST_CASE("replica: settings and conflicts are kept; settings do not make views read again") {
  World world;
  auto& replica = world.asha.replica;
  const auto revision = world.asha.database->revision();
  CHECK(replica.find_setting("draft:new") == std::nullopt);
  replica.save_setting("draft:new", "half a na");
  replica.save_setting("draft:new", "half a name");
  CHECK(replica.find_setting("draft:new") == "half a name");
  replica.remove_setting("draft:new");
  CHECK(replica.find_setting("draft:new") == std::nullopt);
  CHECK(world.asha.database->revision() == revision);

  const RecordId id = world.shared_customer();
  Conflict conflict(id);
  conflict.id = "c1";
  conflict.table = "customer";
  conflict.lead = 21;
  conflict.loser = {{21, std::string("lost")}};
  conflict.winner = {{21, std::string("won")}};
  conflict.winner_dot = {DeviceId{3}, 4};
  conflict.loser_dot = {DeviceId{4}, 5};
  conflict.winner_stamp = {"bela", DeviceId{3}, 10};
  conflict.loser_stamp = {"asha", DeviceId{4}, 9};
  replica.replace_conflicts({conflict});
  REQUIRE(replica.list_conflicts().size() == 1);
  CHECK(replica.list_conflicts().front().loser == conflict.loser);
  replica.replace_conflicts({});
  CHECK(replica.list_conflicts().empty());
}
