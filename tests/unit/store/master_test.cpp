// The master's write door: idempotence, gaps, merge by field, order of changes, review.
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

TEST_CASE("master: edits of different fields are both kept, without a conflict") {
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

TEST_CASE("master: of two edits of one field the later wins and the other stands in review, in either order of arrival") {
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

TEST_CASE("master: the same value typed twice is no conflict") {
  World world;
  const RecordId id = world.shared_customer();
  world.asha.edit(id, "notes", text("same"));
  world.bela.edit(id, "notes", text("same"));
  world.server.sync(world.asha);
  world.server.sync(world.bela);
  CHECK(world.server.open_conflicts().empty());
}

TEST_CASE("master: the office's word on an office field outranks a later one from the field, on a plain field it does not") {
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

TEST_CASE("master: a unit travels whole: two edits of one street address never mix") {
  World world;
  const RecordId id = world.asha.add_customer(
      {{"name", "Sai"}, {"billing_address", "Plot 45"}, {"billing_city", "Pune"}, {"billing_state", "Maharashtra"},
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

TEST_CASE("master: an open conflict closes by itself when its author's later edit was built on the loser") {
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

TEST_CASE("master: keeping and restoring decide a conflict once; a restored value is an ordinary edit") {
  World world;
  const RecordId id = world.shared_customer();
  world.asha.edit(id, "notes", text("lost"));
  world.clock.advance_ms(10);
  world.bela.edit(id, "notes", text("won"));
  world.server.sync(world.asha);
  world.server.sync(world.bela);
  const std::string conflict = world.server.open_conflicts().front().id;
  CHECK_FALSE(world.server.master.decide_conflict("c999", ConflictState::Kept, world.server.office()));
  CHECK_FALSE(world.server.master.decide_conflict("nonsense", ConflictState::Kept, world.server.office()));
  CHECK_FALSE(world.server.master.decide_conflict(conflict, ConflictState::Open, world.server.office()));
  REQUIRE(world.server.master.decide_conflict(conflict, ConflictState::Restored, world.server.office()));
  CHECK_FALSE(world.server.master.decide_conflict(conflict, ConflictState::Kept, world.server.office()));
  world.server.sync(world.asha);
  world.server.sync(world.bela);
  CHECK(world.asha.value(id, "notes") == text("lost"));
  CHECK(world.bela.value(id, "notes") == text("lost"));
  CHECK(world.server.open_conflicts().empty());
  const auto history = History(*world.server.database).list(id);
  CHECK(history.back().user == "meera");
  CHECK(history.back().operation.source == ChangeSource::ConflictDecision);
}

TEST_CASE("master: an edit and a delete that did not know of each other go to review, in either order") {
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
    REQUIRE(world.server.master.decide_conflict(conflicts.front().id, ConflictState::Restored, world.server.office()));
    world.server.sync(world.asha);
    CHECK_FALSE(world.asha.records.find(customer_type(), id)->deleted);
    CHECK(world.asha.value(id, "notes") == text("still buys"));
  }
}

TEST_CASE("master: a push that is sent again is answered from what is stored and changes nothing") {
  World world;
  const RecordId id = world.asha.add_customer({{"name", "Once"}, {"phone", "9876543210"}});
  const PushRequest request = world.asha.push_request();
  const Actor actor = world.server.actor_of(world.asha);
  const auto one = world.server.master.push(actor, request);
  const auto two = world.server.master.push(actor, request);
  REQUIRE(two);
  CHECK(two->last == one->last);
  CHECK(two->head == one->head);
  REQUIRE(two->results.size() == one->results.size());
  for (std::size_t i = 0; i < one->results.size(); ++i) {
    CHECK(two->results[i].outcome == one->results[i].outcome);
    CHECK(two->results[i].seq == one->results[i].seq);
  }
  CHECK(world.server.value(id, "code") == text("C-000001"));
  CHECK(number(*world.server.database, "SELECT count(*) FROM customer") == 1);
  CHECK(number(*world.server.database, "SELECT value FROM counter WHERE name = 'customer.code'") == 1);
  CHECK(number(*world.server.database, "SELECT count(*) FROM commit_mark") == 1);

  // Half known, half new.
  world.asha.edit(id, "notes", text("more"));
  const auto three = world.server.master.push(actor, world.asha.push_request());
  REQUIRE(three);
  CHECK(three->results.size() == 4);
  CHECK(three->last == 4);
  CHECK(world.server.value(id, "notes") == text("more"));
}

TEST_CASE("master: conflict ids and denials are told again") {
  World world;
  const RecordId id = world.shared_customer();
  world.asha.edit(id, "notes", text("a"));
  world.clock.advance_ms(5);
  world.bela.edit(id, "notes", text("b"));
  world.bela.edit(id, "credit_days", Value{std::int64_t{9999}});
  world.server.take_from(world.asha);
  const Actor actor = world.server.actor_of(world.bela);
  const auto one = world.server.master.push(actor, world.bela.push_request());
  const auto two = world.server.master.push(actor, world.bela.push_request());
  for (const auto& reply : {one, two}) {
    REQUIRE(reply);
    REQUIRE(reply->results.size() == 2);
    CHECK(reply->results[0].outcome == OpOutcome::Merged);
    CHECK(reply->results[0].conflict_ids == std::vector<std::string>{"c1"});
    CHECK(reply->results[1].outcome == OpOutcome::Denied);
    CHECK(reply->results[1].conflict_ids == std::vector<std::string>{"c2"});
    CHECK(reply->results[1].reason == "Credit Days is outside its range.");
  }
  CHECK(is_blank(world.server.value(id, "credit_days")));
  CHECK(number(*world.server.database, "SELECT count(*) FROM quarantine") == 1);
}

TEST_CASE("master: a gap in the sequence applies nothing and tells the last number") {
  World world;
  world.asha.add_customer({{"name", "One"}});
  world.asha.add_customer({{"name", "Two"}});
  world.asha.add_customer({{"name", "Three"}});
  const Actor actor = world.server.actor_of(world.asha);
  PushRequest request = world.asha.push_request();
  PushRequest later = request;
  later.ops.erase(later.ops.begin());
  auto reply = world.server.master.push(actor, later);
  REQUIRE_FALSE(reply);
  CHECK(reply.error().last == 0);
  PushRequest holed = request;
  holed.ops.erase(holed.ops.begin() + 1);
  CHECK_FALSE(world.server.master.push(actor, holed));
  PushRequest from_zero = request;
  for (Operation& op : from_zero.ops) --op.seq;
  CHECK_FALSE(world.server.master.push(actor, from_zero));
  CHECK(number(*world.server.database, "SELECT count(*) FROM customer") == 0);
  CHECK(world.server.master.push(actor, request));
  CHECK(number(*world.server.database, "SELECT count(*) FROM customer") == 3);
}

TEST_CASE("master: a second copy of a device is refused before it can lose anything") {
  World world;
  world.asha.add_customer({{"name", "Original"}});
  const PushRequest original = world.asha.push_request();
  const Actor actor = world.server.actor_of(world.asha);
  REQUIRE(world.server.master.push(actor, original));
  PushRequest copy = original;
  copy.ops.front().id = Uuid::make_v7(world.clock, world.asha.random);
  CHECK_THROWS_AS(world.server.master.push(actor, copy), Failure);
}

TEST_CASE("master: what breaks a hard limit is denied and kept; the rest of the batch applies") {
  World world;
  const RecordId id = world.shared_customer();
  const Actor actor = world.server.actor_of(world.asha);
  struct Case {
    const char* what;
    std::string table;
    RecordId row;
    std::vector<FieldValue> fields;
    ChangeKind kind;
    std::string why;
  };
  const RecordId fresh = Uuid::make_v7(world.clock, world.asha.random);
  const std::vector<Case> cases = {
      {"unknown table", "spaceship", id, {{1, std::string("x")}}, ChangeKind::Put, "This kind of record is unknown here."},
      {"wrong type", "customer", id, {{16, std::string("lots")}}, ChangeKind::Put, "Credit Limit is not a number."},
      {"number as text", "customer", id, {{21, std::int64_t{5}}}, ChangeKind::Put, "Notes is not a text."},
      {"not a link", "customer", id, {{11, std::string("group")}}, ChangeKind::Put, "Customer Group is not a link."},
      {"too long", "customer", id, {{1, std::string(201, 'n')}}, ChangeKind::Put, "Name is too long."},
      {"required emptied", "customer", id, {{1, Blank{}}}, ChangeKind::Put, "Name must not be empty."},
      {"negative limit", "customer", id, {{16, std::int64_t{-1}}}, ChangeKind::Put, "Credit Limit is outside its range."},
      {"not a boolean", "customer", id, {{22, std::int64_t{7}}}, ChangeKind::Put, "Active is outside its range."},
      {"new without type", "customer", fresh, {{1, std::string("x")}}, ChangeKind::Put,
       "Customer Type is missing in a new record."},
      {"delete of nothing", "customer", fresh, {}, ChangeKind::Delete, "There is no such record to delete."},
  };
  PushRequest request = world.asha.push_request();
  request.sent_ms = world.clock.now_ms();
  DevSeq seq = 1;
  for (const Case& each : cases) {
    Operation op(each.row);
    op.seq = op.commit_seq = ++seq;
    op.table = each.table;
    op.fields = each.fields;
    op.kind = each.kind;
    if (each.table == "spaceship") op.fields = {}, op.unknown = {{1, "\"x\""}};
    request.ops.push_back(op);
  }
  Operation good(id);
  good.seq = good.commit_seq = ++seq;
  good.table = "customer";
  good.fields = {{21, std::string("fine")}};
  request.ops.push_back(good);
  const auto reply = world.server.master.push(actor, request);
  REQUIRE(reply);
  for (std::size_t i = 0; i < cases.size(); ++i) {
    CAPTURE(cases[i].what);
    CHECK(reply->results[i].outcome == OpOutcome::Denied);
    CHECK(reply->results[i].reason == cases[i].why);
  }
  CHECK(reply->results.back().outcome == OpOutcome::Applied);
  CHECK(world.server.value(id, "notes") == text("fine"));
  CHECK(world.server.open_conflicts().size() == cases.size());
  CHECK(world.server.open_conflicts().front().table == "spaceship");
}

TEST_CASE("master: values of fields that it does not know are kept, merged and given on") {
  World world;
  const RecordId id = world.shared_customer();
  const Actor actor = world.server.actor_of(world.bela);
  PushRequest request;
  request.device = actor.device;
  request.sent_ms = world.clock.now_ms();
  Operation op(id);
  op.seq = op.commit_seq = 1;
  op.table = "customer";
  op.unknown = {{99, "{\"z\":[1,2]}"}};
  request.ops = {op};
  REQUIRE(world.server.master.push(actor, request));
  PullRequest pull;
  const auto page = world.server.master.pull(pull);
  REQUIRE(page);
  REQUIRE(page->rows.size() == 1);
  REQUIRE(page->rows.front().unknown.size() == 1);
  CHECK(page->rows.front().unknown.front().json == "{\"z\":[1,2]}");
  CHECK(page->rows.front().versions.at(99) == Dot{actor.device, 1});
}

TEST_CASE("master: codes are given once, in order, and never by a client's retry") {
  World world;
  std::set<std::string> codes;
  for (int i = 0; i < 20; ++i) {
    Device& device = i % 2 == 0 ? world.asha : world.bela;
    const RecordId id = device.add_customer({{"name", "Shop " + std::to_string(i)}});
    const PushRequest request = device.push_request();
    const Actor actor = world.server.actor_of(device);
    REQUIRE(world.server.master.push(actor, request));
    world.server.take_from(device);
    codes.insert(std::get<std::string>(world.server.value(id, "code")));
  }
  CHECK(codes.size() == 20);
  CHECK(*codes.begin() == "C-000001");
  CHECK(*codes.rbegin() == "C-000020");
}

TEST_CASE("master: pages of a pull lose nothing and hold a save's rows together") {
  World world;
  for (int i = 0; i < 40; ++i) {
    world.asha.add_customer({{"name", "Shop " + std::to_string(i)}, {"phone", "98765432" + std::to_string(10 + i)}});
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

TEST_CASE("master: a pull sees a changed row once, as it stands") {
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

TEST_CASE("master: sweeping the change log keeps every row's newest entry") {
  World world;
  const RecordId first = world.shared_customer("First");
  const RecordId second = world.shared_customer("Second");
  run_sql(*world.server.database, "UPDATE counter SET value = 5 WHERE name = 'change_log.sweep_at'");
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

TEST_CASE("master: a cursor that is not of this master's life is told so") {
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
  for (Cursor bad : {Cursor{good.epoch, good.seq + 1, good.salt}, Cursor{good.epoch, good.seq, "00"},
                     Cursor{"other", good.seq, good.salt}, Cursor{good.epoch, -1, good.salt}}) {
    CHECK_FALSE(pull(bad));
  }
  world.server.master.start_new_epoch();
  CHECK_FALSE(pull(good));
}

TEST_CASE("master: after a restore from an older backup the devices bring back what it lost") {
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
    CHECK(device->replica.count_unsent() > 0);  // asks the new master whether it has the newest operation
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

TEST_CASE("master: rows that the restored master never had and nobody sends again leave the devices") {
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

TEST_CASE("master: two primary contacts made apart become one") {
  World world;
  const RecordId id = world.shared_customer();
  for (Device* device : {&world.asha, &world.bela}) {
    const auto sheet = device->records.find_customer_sheet(id);
    QuickDraft draft = draft_of(&*sheet);
    draft.text["contact_person"] = device->user;
    draft.text["phone"] = device == &world.asha ? "9876543210" : "9123456780";
    device->replica.commit(changes_of(check_draft(draft, &*sheet), &*sheet, world.clock, device->random),
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
    for (const Row& contact : contacts) primary += contact.get("is_primary") == Value{std::int64_t{1}};
    CHECK(primary == 1);
    CHECK(device->records.find_customer_sheet(id)->contact->get("name") == text("asha"));
  }
}

TEST_CASE("master: a wrong clock costs order among concurrent edits only, and the future is worth no more than now") {
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

TEST_CASE("master: a full disk refuses the whole push; the device keeps it and sends it again") {
  World world;
  const RecordId id = world.shared_customer();
  for (int i = 0; i < 60; ++i) world.asha.edit(id, "notes", text(std::string(3900, 'a') + std::to_string(i)));
  const std::int64_t pages = number(*world.server.database, "PRAGMA page_count");
  run_sql(*world.server.database, "PRAGMA max_page_count = " + std::to_string(pages));
  CHECK_THROWS_AS(world.server.push(world.asha), Failure);
  CHECK(is_blank(world.server.value(id, "notes")));
  CHECK(number(*world.server.database, "SELECT last_seq FROM device WHERE user = 'asha'") == 1);
  run_sql(*world.server.database, "PRAGMA max_page_count = 1000000");
  world.server.sync(world.asha);
  CHECK(world.server.value(id, "notes") == text(std::string(3900, 'a') + "59"));
}

TEST_CASE("master: the server's own saves go through the same door and reach the devices") {
  World world;
  const RecordId id = world.shared_customer();
  const auto before = world.server.records.find(customer_type(), id);
  Row after = *before;
  after.set("notes", text("imported"));
  world.server.master.commit({diff_rows(&*before, after)}, ChangeSource::Import, world.server.office());
  world.server.sync(world.asha);
  CHECK(world.asha.value(id, "notes") == text("imported"));
  after.set("name", Blank{});
  CHECK_THROWS_AS(world.server.master.commit({diff_rows(&*before, after)}, ChangeSource::Import, world.server.office()),
                  Failure);
  CHECK(world.server.value(id, "name") == text("Sai Engineering Works"));
}
