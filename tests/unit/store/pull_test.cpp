// The order of changes: pages without loss, cursors of another life, restored masters.
#include <doctest/doctest.h>

#include <map>
#include <set>

#include "shared/base/failure.h"
#include "shared/store/history.h"
#include "shared/store/statement.h"
#include "tests/unit/store/store_fixture.h"

using namespace cm;
using namespace cm::test;

namespace {

std::int64_t number(Database& database, const std::string& sql) {
  Statement statement(database, sql);
  return statement.step() ? statement.integer(0) : -1;
}

}  // namespace

TEST_CASE("pull: pages of a pull lose nothing and hold a save's rows together") {
  World world;
  for (int i = 0; i < 40; ++i) {
    world.asha.add_customer(
        {{"name", "Shop " + std::to_string(i)}, {"phone", "98765432" + std::to_string(10 + i)}});
    if (i % 4 == 0) world.server.take_from(world.asha);
  }
  world.server.take_from(world.asha);
  for (const std::size_t rows_max : {1u, 4u, 7u, 50u, 2000u}) {
    CAPTURE(rows_max);
    std::map<std::string, int> seen;
    PullRequest request;
    request.rows_max = rows_max;
    for (int pages = 0; pages < 500; ++pages) {
      const auto reply = world.server.master.pull(request);
      REQUIRE(reply);
      CHECK(reply->rows.size() <= rows_max);
      for (const PulledRow& row : reply->rows) ++seen[row.id.text()];
      CHECK(reply->next.seq >= request.have.seq);
      request.have = reply->next;
      if (!reply->more) break;
      REQUIRE(reply->next.seq > 0);
    }
    CHECK(seen.size() == 120);
    CHECK(request.have.seq == world.server.master.head());
  }
  PullRequest request;
  request.rows_max = 20;
  const auto page = world.server.master.pull(request);
  CHECK(page->rows.size() == 15);  // the first push: 5 … the next one would be cut
}

TEST_CASE("pull: a pull sees a changed row once, as it stands") {
  World world;
  const RecordId id = world.shared_customer();
  for (int i = 0; i < 30; ++i) {
    world.asha.edit(id, "notes", text("note " + std::to_string(i)));
    world.server.sync(world.asha);
  }
  PullRequest request;
  request.have = world.bela.replica.cursor();
  const auto page = world.server.master.pull(request);
  REQUIRE(page);
  REQUIRE(page->rows.size() == 1);
  world.server.give_to(world.bela);
  CHECK(world.bela.value(id, "notes") == text("note 29"));
}

TEST_CASE("pull: sweeping the change log keeps every row's newest entry") {
  World world;
  const RecordId first = world.shared_customer("First");
  const RecordId second = world.shared_customer("Second");
  run_sql(*world.server.database,
          "UPDATE counter SET value = 5 WHERE name = 'change_log.sweep_at'");
  for (int i = 0; i < 10; ++i) {
    world.asha.edit(first, "notes", text("note " + std::to_string(i)));
    world.server.sync(world.asha);
  }
  CHECK(number(*world.server.database, "SELECT count(*) FROM change_log") < 13);
  Device late(world.folder.file("late.db"), "chitra", world.clock, 40);
  world.server.give_to(late, 1);
  CHECK(late.value(first, "notes") == text("note 9"));
  CHECK(late.value(second, "name") == text("Second"));
}

TEST_CASE("pull: a cursor that is not of this master's life is told so") {
  World world;
  world.shared_customer();
  const Cursor good = world.asha.replica.cursor();
  const auto pull = [&](const Cursor& cursor) {
    PullRequest request;
    request.have = cursor;
    return world.server.master.pull(request).has_value();
  };
  CHECK(pull(good));
  CHECK(pull(Cursor{}));
  for (Cursor bad :
       {Cursor{good.epoch, good.seq + 1, good.salt}, Cursor{good.epoch, good.seq, "00"},
        Cursor{"other", good.seq, good.salt}, Cursor{good.epoch, -1, good.salt}}) {
    CHECK_FALSE(pull(bad));
  }
  world.server.master.start_new_epoch();
  CHECK_FALSE(pull(good));
}

TEST_CASE("pull: a restored master writes as a new device, so that no dot is ever made twice") {
  World world;
  world.shared_customer("Kept");
  world.server.database->backup_to(world.folder.file("backup.db"));
  const DeviceId before = world.server.master.device();
  Server restored(world.folder.file("backup.db"), world.clock, 77);
  CHECK(restored.master.device() == before);
  restored.master.start_new_epoch();
  CHECK_FALSE(restored.master.device() == before);
}

TEST_CASE("pull: after a restore from an older backup the devices bring back what it lost") {
  World world;
  const RecordId kept = world.shared_customer("Kept");
  world.server.database->backup_to(world.folder.file("backup.db"));
  const RecordId lost = world.asha.add_customer({{"name", "Lost In The Backup"}});
  world.asha.edit(kept, "notes", text("after the backup"));
  world.server.sync(world.asha);
  world.server.sync(world.bela);
  CHECK(world.asha.replica.count_unsent() == 0);

  Server restored(world.folder.file("backup.db"), world.clock, 77);
  restored.master.start_new_epoch();
  const RecordId fresh = world.bela.add_customer({{"name", "Typed Meanwhile"}});
  for (Device* device : {&world.bela, &world.asha}) {
    PullRequest request;
    request.have = device->replica.cursor();
    REQUIRE_FALSE(restored.master.pull(request));
    device->replica.restart_pull();
    CHECK(device->replica.count_unsent() >
          0);  // asks the new master whether it has the newest operation
    auto reply = restored.master.push(restored.actor_of(*device), device->push_request());
    if (!reply) {
      REQUIRE(device->replica.reopen_operations(reply.error().last));
      reply = restored.master.push(restored.actor_of(*device), device->push_request());
    }
    REQUIRE(reply);
    device->replica.close_operations(*reply);
    restored.give_to(*device);
  }
  restored.sync(world.bela);
  for (Device* device : {&world.asha, &world.bela}) {
    CAPTURE(device->user);
    CHECK(device->value(lost, "name") == text("Lost In The Backup"));
    CHECK(device->value(kept, "notes") == text("after the backup"));
    CHECK(device->value(fresh, "name") == text("Typed Meanwhile"));
    CHECK(device->replica.count_unsent() == 0);
  }
}

TEST_CASE(
    "master: rows that the restored master never had and nobody sends again leave the devices") {
  World world;
  world.shared_customer("Kept");
  world.server.database->backup_to(world.folder.file("backup.db"));
  TempDir elsewhere;
  Device gone(elsewhere.file("gone.db"), "gone", world.clock, 90);
  const RecordId lost = gone.add_customer({{"name", "Only Gone Had Typed It"}});
  world.server.sync(gone);
  world.server.sync(world.asha);
  REQUIRE(world.asha.records.find(customer_type(), lost));
  Server restored(world.folder.file("backup.db"), world.clock, 77);
  restored.master.start_new_epoch();
  world.asha.replica.restart_pull();
  restored.sync(world.asha);
  CHECK_FALSE(world.asha.records.find(customer_type(), lost));
  CHECK(world.asha.records.count(customer_type()) == 1);
}
