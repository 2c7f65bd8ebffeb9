// The master's write door: idempotence, gaps, hard limits, codes, full disk.
#include <doctest/doctest.h>

#include <map>
#include <set>

#include "shared/base/failure.h"
#include "shared/domain/records/catalogue.h"
#include "shared/store/history.h"
#include "shared/store/statement.h"
#include "shared/sync/protocol_json.h"
#include "tests/unit/store/store_fixture.h"

using namespace cm;
using namespace cm::test;

namespace {

std::int64_t number(Database& database, const std::string& sql) {
  Statement statement(database, sql);
  return statement.step() ? statement.integer(0) : -1;
}

}  // namespace

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
  CHECK(number(*world.server.database, "SELECT value FROM counter WHERE name = 'customer.code'") ==
        1);
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
      {"unknown table",
       "spaceship",
       id,
       {{1, std::string("x")}},
       ChangeKind::Put,
       "This kind of record is unknown here."},
      {"wrong type",
       "customer",
       id,
       {{16, std::string("lots")}},
       ChangeKind::Put,
       "Credit Limit is not a number."},
      {"number as text",
       "customer",
       id,
       {{21, std::int64_t{5}}},
       ChangeKind::Put,
       "Notes is not a text."},
      {"not a link",
       "customer",
       id,
       {{11, std::string("group")}},
       ChangeKind::Put,
       "Customer Group is not a link."},
      {"too long",
       "customer",
       id,
       {{1, std::string(201, 'n')}},
       ChangeKind::Put,
       "Name is too long."},
      {"required emptied",
       "customer",
       id,
       {{1, Blank{}}},
       ChangeKind::Put,
       "Name must not be empty."},
      {"negative limit",
       "customer",
       id,
       {{16, std::int64_t{-1}}},
       ChangeKind::Put,
       "Credit Limit is outside its range."},
      {"not a boolean",
       "customer",
       id,
       {{22, std::int64_t{7}}},
       ChangeKind::Put,
       "Active is outside its range."},
      {"new without type",
       "customer",
       fresh,
       {{1, std::string("x")}},
       ChangeKind::Put,
       "Customer Type is missing in a new record."},
      {"delete of nothing",
       "customer",
       fresh,
       {},
       ChangeKind::Delete,
       "There is no such record to delete."},
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

TEST_CASE("master: fields that it does not know never outgrow what a device can read") {
  World world;
  const RecordId id = world.shared_customer();
  const Actor actor = world.server.actor_of(world.bela);
  const auto push_unknown = [&](DevSeq seq, FieldNumber first, int count, const std::string& json) {
    PushRequest request;
    request.device = actor.device;
    request.sent_ms = world.clock.now_ms();
    Operation op(id);
    op.seq = op.commit_seq = seq;
    op.table = "customer";
    for (int i = 0; i < count; ++i)
      op.unknown.push_back({static_cast<FieldNumber>(first + i), json});
    request.ops = {op};
    const auto reply = world.server.master.push(actor, request);
    REQUIRE(reply);
    return reply->results.front().outcome;
  };
  CHECK(push_unknown(1, 1000, 100, "1") == OpOutcome::Applied);
  CHECK(push_unknown(2, 2000, 100, "1") == OpOutcome::Denied);  // 200 together
  CHECK(push_unknown(3, 1000, 100, "2") == OpOutcome::Merged);  // the same fields again: no more
  CHECK(push_unknown(4, 1000, 2, '"' + std::string(40'000, 'x') + '"') == OpOutcome::Denied);
  PullRequest pull;
  const auto page = world.server.master.pull(pull);
  REQUIRE(page);
  CHECK(page->rows.front().unknown.size() == 100);
  const auto& records = record_catalogue();
  CHECK(decode_pull_reply(records, encode_pull_reply(records, *page)));
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

TEST_CASE("master: a full disk refuses the whole push; the device keeps it and sends it again") {
  World world;
  const RecordId id = world.shared_customer();
  for (int i = 0; i < 60; ++i)
    world.asha.edit(id, "notes", text(std::string(3900, 'a') + std::to_string(i)));
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
  world.server.master.commit({diff_rows(&*before, after)}, ChangeSource::Import,
                             world.server.office());
  world.server.sync(world.asha);
  CHECK(world.asha.value(id, "notes") == text("imported"));
  after.set("name", Blank{});
  CHECK_THROWS_AS(world.server.master.commit({diff_rows(&*before, after)}, ChangeSource::Import,
                                             world.server.office()),
                  Failure);
  CHECK(world.server.value(id, "name") == text("Sai Engineering Works"));
}

TEST_CASE("master: a part of a merge unit is denied, unless an older program sent it") {
  struct Case {
    std::string_view what;
    std::vector<std::string_view> fields;
    int schema_back;
    std::string_view why;
  };
  for (const Case& each :
       {Case{"one of six", {"gstin"}, 0, "GST Category is missing: it travels together with GSTIN."},
        Case{"one of two", {"hold_until"}, 0,
             "On Hold is missing: it travels together with Hold Until."},
        Case{"an older program", {"gstin"}, 1, ""},
        Case{"a newer program", {"gstin"}, -1,
             "GST Category is missing: it travels together with GSTIN."},
        Case{"a field that stands alone", {"notes"}, 0, ""},
        Case{"a whole unit", {"on_hold", "hold_until", "hold_reason"}, 0, ""}}) {
    CAPTURE(each.what);
    World world;
    const RecordId id = world.shared_customer();
    Operation op(id);
    op.seq = op.commit_seq = 1;
    op.wall_ms = world.clock.now_ms();
    op.table = "customer";
    for (const std::string_view field : each.fields)
      op.fields.push_back({customer_type().get_field(field).number, Blank{}});
    PushRequest request = world.bela.push_request();
    request.schema = world.server.database->schema() - each.schema_back;
    request.ops = {op};
    const auto reply = world.server.master.push(world.server.actor_of(world.bela), request);
    REQUIRE(reply);
    CHECK(reply->results.front().reason == each.why);
    CHECK((reply->results.front().outcome == OpOutcome::Denied) == !each.why.empty());
    CHECK(reply->last == op.seq);
  }
}

TEST_CASE("master: a device claims no source that only the master may name") {
  struct Case {
    ChangeSource source;
    bool taken;
  };
  for (const Case& each :
       {Case{ChangeSource::Form, true}, Case{ChangeSource::Import, true},
        Case{ChangeSource::Merge, true}, Case{ChangeSource::ConflictDecision, false},
        Case{ChangeSource::Server, false}}) {
    CAPTURE(static_cast<int>(each.source));
    World world;
    const RecordId id = world.shared_customer();
    world.bela.edit(id, "notes", text("claimed"));
    PushRequest request = world.bela.push_request();
    for (Operation& op : request.ops) op.source = each.source;
    const auto reply = world.server.master.push(world.server.actor_of(world.bela), request);
    REQUIRE(reply);
    CHECK((reply->results.front().outcome != OpOutcome::Denied) == each.taken);
    CHECK((world.server.value(id, "notes") == text("claimed")) == each.taken);
    CHECK(world.server.open_conflicts().size() == (each.taken ? 0 : 1));
  }
}


TEST_CASE("master: a batch keeps its good saves, drops a refused one whole, and is one transaction") {
  World world;
  Server& server = world.server;
  const auto save_of = [&](const std::string& name, std::int64_t credit_days) {
    Row customer(customer_type(), Uuid::make_v7(world.clock, server.random));
    customer.set("name", text(name));
    customer.set("customer_type", text("business"));
    Row later = customer;
    later.set("credit_days", Value{credit_days});
    return std::vector<Change>{diff_rows(nullptr, customer), diff_rows(&customer, later)};
  };
  {
    Master::Batch batch(server.master);
    batch.add(save_of("First", 10), ChangeSource::Import, server.office());
    CHECK_THROWS_AS(batch.add(save_of("Refused", 9999), ChangeSource::Import, server.office()),
                    Failure);
    batch.add(save_of("Second", 20), ChangeSource::Import, server.office());
    batch.commit();
  }
  CHECK(number(*server.database, "SELECT count(*) FROM customer") == 2);
  CHECK(number(*server.database, "SELECT count(*) FROM customer WHERE name = 'Refused'") == 0);
  CHECK(number(*server.database, "SELECT count(*) FROM quarantine") == 0);
  CHECK(number(*server.database, "SELECT count(*) FROM commit_mark") == 1);
  {
    Master::Batch batch(server.master);
    batch.add(save_of("Undone", 10), ChangeSource::Import, server.office());
  }
  CHECK(number(*server.database, "SELECT count(*) FROM customer") == 2);
}
