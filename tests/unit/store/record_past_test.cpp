// What history tells of a record: who changed what, from which value to which, and what did not count.
#include "shared/store/record_past.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>

#include "shared/domain/field_text.h"
#include "tests/unit/store/store_fixture.h"

using namespace cm;
using namespace cm::test;

namespace {

Value text(const char* words) {
  return std::string(words);
}

// "asha customer: Name = Sai", "bela customer: Name Sai > Om", with "!" before what did not count.
std::string told(const PastChange& change) {
  const RecordType& of = type(change.table);
  std::string words = change.stamp.user + " " + change.table + ":";
  if (change.kind == ChangeKind::Delete) words += " deleted";
  for (const FieldValue& value : change.after) {
    const Field& field = *of.find_field(value.field);
    const auto lost = std::find(change.lost.begin(), change.lost.end(), value.field);
    words += lost == change.lost.end() ? " " : " !";
    words.append(field.label);
    for (const FieldValue& before : change.before) {
      if (before.field == value.field && !is_blank(before.value))
        words += " " + display_field(field, before.value) + " >";
    }
    words += " " + display_field(field, value.value);
  }
  return words;
}

std::vector<std::string> past_of(Database& database, const RecordId& row) {
  std::vector<std::string> words;
  for (const PastChange& change : list_past(database, row, 100)) words.push_back(told(change));
  return words;
}

bool has(const std::vector<std::string>& words, const std::string& wanted) {
  return std::find(words.begin(), words.end(), wanted) != words.end();
}

}  // namespace

TEST_CASE("past: the master tells each change with the value before, newest first, parts of a customer too") {
  World world;
  const RecordId id = world.asha.add_customer({{"name", "Sai"}, {"phone", "9876543210"}});
  world.server.sync(world.asha);
  world.server.sync(world.bela);
  world.clock.advance_ms(60'000);
  world.bela.edit(id, "name", text("Om"));
  world.server.sync(world.bela);
  world.server.sync(world.asha);
  world.clock.advance_ms(60'000);
  world.asha.edit(id, "notes", text("pays late"));
  world.server.sync(world.asha);
  const auto words = past_of(*world.server.database, id);
  REQUIRE(words.size() >= 3);
  CHECK(words[0] == "asha customer: Notes pays late");
  CHECK(words[1] == "bela customer: Name Sai > Om");
  const std::string all = std::accumulate(words.begin(), words.end(), std::string());
  CAPTURE(all);
  CHECK(all.find("server customer:") != std::string::npos);
  CHECK(all.find(" C-000001") != std::string::npos);
  CHECK(all.find("asha contact:") != std::string::npos);
  CHECK(list_past(*world.server.database, id, 2).size() == 2);
  CHECK(list_past(*world.server.database, Uuid::from_bytes({}), 10).empty());
}

TEST_CASE("past: of two edits that did not know of each other, the one that lost is marked") {
  World world;
  const RecordId id = world.shared_customer("Sai");
  world.clock.advance_ms(60'000);
  world.asha.edit(id, "notes", text("from asha"));
  world.clock.advance_ms(60'000);
  world.bela.edit(id, "notes", text("from bela"));
  world.server.sync(world.bela);
  world.server.sync(world.asha);  // older: it loses, though it comes later
  const auto words = past_of(*world.server.database, id);
  REQUIRE(words.size() >= 2);
  CHECK(words[0] == "bela customer: Notes from asha > from bela");
  CHECK(words[1] == "asha customer: Notes from asha");
  world.server.sync(world.bela);
  CHECK(world.server.value(id, "notes") == text("from bela"));
}

TEST_CASE("past: a device tells its own changes, and knows no value before the first") {
  World world;
  const RecordId id = world.shared_customer("Sai");
  world.bela.edit(id, "name", text("Om"));
  world.bela.edit(id, "name", text("Om Textiles"));
  const auto words = past_of(*world.bela.database, id);
  REQUIRE(words.size() == 2);
  CHECK(has(words, "bela customer: Name Om"));
  CHECK(has(words, "bela customer: Name Om > Om Textiles"));
  const auto changes = list_past(*world.bela.database, id, 10);
  CHECK(std::any_of(changes.begin(), changes.end(),
                    [](const PastChange& change) { return change.before.empty(); }));
  CHECK(changes.front().device_name == "This device");
}
