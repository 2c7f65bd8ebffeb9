// Goal: pairs that look like one are found by the keys alone, on a device and on the master, follow every change, and stay
// silent once somebody decided.
#include "shared/store/duplicate_finder.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "shared/domain/acts/decide_duplicate.h"
#include "shared/store/duplicate_index.h"
#include "shared/store/statement.h"
#include "shared/store/transaction.h"
#include "shared/store/upkeep.h"
#include "tests/unit/store/store_fixture.h"

using namespace cm;
using namespace cm::test;

namespace {

// "Sai Engg Works (likely: same mobile, same name)", …
std::string told(const std::vector<FoundDuplicate>& found) {
  std::string text;
  for (const FoundDuplicate& each : found) {
    text.append(each.customer.name).append(" (").append(level_name(each.duplicate.level)).append(": ");
    text.append(reasons_text(each.duplicate.reasons)).append(")\n");
  }
  return text;
}

std::string pairs_of(Database& database) {
  compare_changed_customers(database, 1000);
  std::string text;
  for (const DuplicatePair& pair : DuplicateFinder(database).list_pairs(100)) {
    const auto [first, second] = std::minmax(pair.one.name, pair.other.name);
    text.append(first).append(" = ").append(second).append(", ");
    text.append(level_name(pair.duplicate.level)).append("\n");
  }
  return text;
}

CustomerFacts typed(std::string name, std::string phone) {
  CustomerFacts facts;
  facts.name = std::move(name);
  facts.phones = {std::move(phone)};
  return facts;
}

std::int64_t count(Database& database, std::string_view sql) {
  Statement statement(database, sql);
  statement.step();
  return statement.integer(0);
}

}  // namespace

TEST_CASE("duplicates: what is typed is compared with what the device holds, inactive ones too") {
  World world;
  const RecordId sai = world.asha.add_customer({{"name", "Sai Engineering Works"},
                                                {"phone", "9876543210"},
                                                {"billing_city", "Pune"},
                                                {"billing_pincode", "411026"},
                                                {"billing_state", "Maharashtra"}});
  world.asha.add_customer({{"name", "Om Textiles"}, {"phone", "9123456789"}});
  const DuplicateFinder finder(*world.asha.database);
  const CustomerSummary same = summarize(typed("sai engg. works", "98765 43210"));
  CHECK(told(finder.find_like(same, std::nullopt, 5)) ==
        "Sai Engineering Works (likely: same mobile, same name)\n");
  CHECK(finder.find_like(same, std::nullopt, 5).front().customer.city == "Pune");
  CHECK(finder.find_like(same, sai, 5).empty());  // not of itself
  CHECK(finder.find_like(summarize(typed("Quite Another", "9000000001")), std::nullopt, 5).empty());
  world.asha.edit(sai, "active", std::int64_t{0});
  CHECK(finder.find_like(same, std::nullopt, 5).size() == 1);
  CHECK_FALSE(finder.find_like(same, std::nullopt, 5).front().customer.active);
  CustomerFacts near;
  near.name = "Sai Enginering Works";
  near.cities = {"Poona"};
  CHECK(told(finder.find_like(summarize(near), std::nullopt, 5)) ==
        "Sai Engineering Works (possible: similar name, same city)\n");
}

TEST_CASE("duplicates: the master compares what a push changed, slice by slice, and forgets pairs that are none any more") {
  World world;
  Database& database = *world.server.database;
  world.asha.add_customer({{"name", "Sai Engineering Works"}, {"gstin", "27AABCS1234F1ZR"}});
  world.server.sync(world.asha);
  CHECK(pairs_of(database).empty());
  const RecordId twin =
      world.bela.add_customer({{"name", "Another Name"}, {"gstin", "27AABCS1234F1ZR"}});
  world.bela.add_customer({{"name", "Quite Another"}});
  world.server.sync(world.bela);
  CHECK(DuplicateFinder(database).count_changed() == 2);
  CHECK(compare_changed_customers(database, 1) == 1);
  CHECK(compare_changed_customers(database, 2) == 1);
  CHECK(DuplicateFinder(database).count_changed() == 0);
  const auto pairs = DuplicateFinder(database).list_pairs(10);
  REQUIRE(pairs.size() == 1);
  CHECK(pairs.front().duplicate.level == DuplicateLevel::Strong);
  CHECK(pairs.front().other.code != pairs.front().one.code);
  world.bela.edit(twin, "gstin", text("27AAPFU0939F1ZV"));
  world.bela.edit(twin, "pan", text("AAPFU0939F"));
  world.server.sync(world.bela);
  CHECK(pairs_of(database).empty());
}

TEST_CASE("duplicates: a phone taken off, a walk-in, a deleted and a merged customer are out of it") {
  World world;
  Device& asha = world.asha;
  Database& database = *asha.database;
  const RecordId one = asha.add_customer({{"name", "Om Textiles"}, {"phone", "9876543210"}});
  const RecordId two = asha.add_customer({{"name", "Galaxy Paints"}, {"phone", "9876543210"}});
  const std::string pair = "Galaxy Paints = Om Textiles, possible\n";
  CHECK(pairs_of(database) == pair);
  const RecordId contact = asha.records.list_contacts_of(two).front().id;
  asha.edit(contact, "phone", Blank{}, "contact");
  CHECK(pairs_of(database) == "");
  asha.edit(contact, "phone", text("+919876543210"), "contact");
  CHECK(pairs_of(database) == pair);
  asha.edit(two, "walk_in", std::int64_t{1});
  CHECK(pairs_of(database) == "");
  asha.edit(two, "walk_in", std::int64_t{0});
  asha.edit(two, "merged_into", one);
  CHECK(pairs_of(database) == "");
  asha.edit(two, "merged_into", Blank{});
  CHECK(pairs_of(database) == pair);
  asha.remove(two);
  CHECK(pairs_of(database) == "");
  const std::string held = "SELECT count(*) FROM duplicate_entry";
  CHECK(count(database, held) == 1);
}

TEST_CASE("duplicates: a number that very many share is a placeholder and names nobody") {
  World world;
  for (int i = 0; i < 55; ++i)
    world.asha.add_customer({{"name", "Firm " + std::string(1 + i % 26, 'a') + std::to_string(i)}, {"phone", "9999999999"}});
  CHECK(DuplicateFinder(*world.asha.database)
            .find_like(summarize(typed("Another", "9999999999")), std::nullopt, 5)
            .empty());
}

TEST_CASE("duplicates: two devices that decide about a pair write one record, and the pair is silent everywhere") {
  World world;
  const RecordId one = world.asha.add_customer({{"name", "Om Textiles"}, {"phone", "9876543210"}});
  const RecordId two = world.asha.add_customer({{"name", "Galaxy Paints"}, {"phone", "9876543210"}});
  world.server.sync(world.asha);
  world.server.sync(world.bela);
  const std::string pair = "Galaxy Paints = Om Textiles, possible\n";
  CHECK(pairs_of(*world.asha.database) == pair);
  CHECK(pairs_of(*world.bela.database) == pair);

  world.asha.replica.commit(
      {decide_duplicate(one, two, DuplicateVerdict::NotADuplicate, "one owner", nullptr)},
      ChangeSource::Form, "asha");
  world.bela.replica.commit(
      {decide_duplicate(two, one, DuplicateVerdict::NotADuplicate, "one owner", nullptr)},
      ChangeSource::Form, "bela");
  CHECK(pairs_of(*world.asha.database) == "");
  world.server.sync(world.asha);
  world.server.sync(world.bela);
  CHECK(world.server.records.count(type("duplicate_decision")) == 1);
  CHECK(world.server.open_conflicts().empty());
  CHECK(DuplicateFinder(*world.server.database).list_pairs(10).empty());
  const DuplicateFinder finder(*world.bela.database);
  CHECK(finder.find_like(summarize(typed("Galaxy Paints", "9876543210")), two, 5).empty());

  // Taken back, the pair is there again, and can be decided again.
  const RecordId decision = duplicate_decision_id(one, two);
  world.server.sync(world.asha);
  world.asha.replica.commit(
      {forget_duplicate_decision(*world.asha.records.find(type("duplicate_decision"), decision))},
      ChangeSource::Form, "asha");
  CHECK(pairs_of(*world.asha.database) == pair);
  const auto standing = world.asha.records.find(type("duplicate_decision"), decision);
  world.asha.replica.commit(
      {decide_duplicate(one, two, DuplicateVerdict::Branch, "", &*standing)}, ChangeSource::Form, "asha");
  CHECK(pairs_of(*world.asha.database) == "");
  world.server.sync(world.asha);
  CHECK(world.server.value(decision, "decision", "duplicate_decision") == text("branch"));
}

TEST_CASE("duplicates: an edit that changes nothing compared leaves nothing to compare; a rebuild finds the same") {
  World world;
  const RecordId one = world.shared_customer();
  world.asha.add_customer({{"name", "Sai Engg Works"}, {"phone", "9876543210"}});
  world.asha.edit(one, "notes", text("pays late"));
  world.server.sync(world.asha);
  Database& database = *world.server.database;
  const auto keys = "SELECT count(*) * 1000 + sum(key % 997) FROM duplicate_key";
  const std::int64_t before = count(database, keys);
  compare_changed_customers(database, 1000);
  world.asha.edit(one, "notes", text("pays in time"));
  world.server.take_from(world.asha);
  CHECK(DuplicateFinder(database).count_changed() == 0);
  Transaction transaction(database);
  Statement(database, "DELETE FROM duplicate_key").run();
  Statement(database, "DELETE FROM duplicate_entry").run();
  index_missing_duplicate_keys(database);
  CHECK(count(database, keys) == before);
  CHECK(DuplicateFinder(database).count_changed() == 2);
}
