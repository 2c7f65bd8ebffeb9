// Lists of any record: what is found by which words, in which order, in which window; and what
// uses a record. By the field tables alone.
#include "shared/store/record_query.h"

#include <doctest/doctest.h>

#include "shared/domain/record_title.h"
#include "shared/domain/records/new_record.h"
#include "tests/unit/store/store_fixture.h"

namespace cm::test {
namespace {

struct Desk {
  TempDir dir;
  ManualClock clock{1'795'000'000'000};
  Device device{dir.file("replica.db"), "asha", clock, 1};
  RecordQueries queries{*device.database};

  RecordId add(std::string_view table,
               std::initializer_list<std::pair<std::string_view, Value>> values) {
    clock.advance_ms(1);
    Row row = make_record(type(table), Uuid::make_v7(clock, device.random));
    for (const auto& [field, value] : values) row.set(field, value);
    device.replica.commit({diff_rows(nullptr, row)}, ChangeSource::Form, "asha");
    return row.id;
  }
  RecordQuery ask(std::string_view table, std::string text = {}) const {
    RecordQuery query;
    query.type = &type(table);
    query.text = std::move(text);
    return query;
  }
  std::vector<std::string> titles(const RecordQuery& query) const {
    std::vector<std::string> all;
    for (const RecordLine& line : queries.find(query)) all.push_back(queries.title_of(line.row));
    return all;
  }
};

using Titles = std::vector<std::string>;

struct Contacts : Desk {
  RecordId ravi = add("contact", {{"name", std::string("Ravi Kulkarni")},
                                  {"designation", std::string("Buyer 100%")},
                                  {"phone", std::string("+919876543210")}});
  RecordId asha = add(
      "contact", {{"name", std::string("asha Menon")}, {"email", std::string("asha@example.com")}});
  RecordId desk = add("contact", {{"phone", std::string("+912025551234")}});
};

}  // namespace

TEST_CASE("record query: a new record starts as its struct does") {
  Desk desk;
  const Row address = make_record(type("address"), Uuid::make_v7(desk.clock, desk.device.random));
  CHECK(address.get("country") == Value(std::string("India")));
  CHECK(address.get("active") == Value(std::int64_t{1}));
  CHECK(is_blank(address.get("city")));
}

TEST_CASE("record query: lists by title, capitals or not, those without one last") {
  Contacts desk;
  CHECK(desk.titles(desk.ask("contact")) == Titles{"asha Menon", "Ravi Kulkarni", "020 2555 1234"});
  RecordQuery query = desk.ask("contact");
  query.order = SortOrder::Descending;
  CHECK(desk.titles(query) == Titles{"Ravi Kulkarni", "asha Menon", "020 2555 1234"});
  query.sort = "email";
  CHECK(desk.titles(query).front() == "asha Menon");
}

TEST_CASE("record query: each word must stand in some field, and nothing typed is SQL") {
  Contacts desk;
  const std::pair<const char*, Titles> cases[] = {
      {"ravi", {"Ravi Kulkarni"}},
      {"KULK buyer", {"Ravi Kulkarni"}},
      {"98765 43210", {"Ravi Kulkarni"}},
      {"ravi asha", {}},
      {"example.com", {"asha Menon"}},
      {"100%", {"Ravi Kulkarni"}},
      {"%", {"Ravi Kulkarni"}},
      {"_", {}},
      {"' OR 1=1 --", {}},
      {"\\", {}},
      {"   ", {"asha Menon", "Ravi Kulkarni", "020 2555 1234"}},
  };
  for (const auto& [text, expected] : cases) {
    CAPTURE(text);
    CHECK(desk.titles(desk.ask("contact", text)) == expected);
    CHECK(desk.queries.count(desk.ask("contact", text)) ==
          static_cast<std::int64_t>(expected.size()));
  }
}

TEST_CASE("record query: choices and states are found by the words that are shown") {
  Desk desk;
  desk.add("address", {{"title", std::string("Godown")},
                       {"address_type", std::string("warehouse")},
                       {"state", std::string("27")}});
  desk.add("address", {{"title", std::string("Head office")},
                       {"address_type", std::string("office")},
                       {"state", std::string("08")}});
  CHECK(desk.titles(desk.ask("address", "maharash")) == Titles{"Godown"});
  CHECK(desk.titles(desk.ask("address", "WAREHOUSE")) == Titles{"Godown"});
  CHECK(desk.titles(desk.ask("address", "office rajasthan")) == Titles{"Head office"});
}

TEST_CASE("record query: windows join without gaps, deleted rows are nowhere") {
  Desk desk;
  for (int i = 0; i < 25; ++i) desk.add("contact", {{"name", "Person " + std::to_string(100 + i)}});
  RecordQuery query = desk.ask("contact");
  query.max = 10;
  Titles all;
  for (; query.offset < 30; query.offset += 10) {
    for (const std::string& title : desk.titles(query)) all.push_back(title);
  }
  CHECK(all.size() == 25);
  CHECK(std::is_sorted(all.begin(), all.end()));
  desk.device.remove(desk.queries.find(desk.ask("contact")).front().row.id, "contact");
  CHECK(desk.queries.count(desk.ask("contact")) == 24);
  CHECK(desk.titles(desk.ask("contact", "person 100")).empty());
}

TEST_CASE("record query: says what is not sent, and narrows to one value of a field") {
  Contacts desk;
  CHECK(desk.queries.find(desk.ask("contact")).front().unsent);
  RecordQuery query = desk.ask("contact");
  query.only =
      FieldValue{type("contact").get_field("designation").number, std::string("Buyer 100%")};
  CHECK(desk.titles(query) == Titles{"Ravi Kulkarni"});
  query.only->value = Blank{};
  CHECK(desk.queries.count(query) == 2);
}

TEST_CASE("record query: a record without a name is called by what stands in it or what it joins") {
  Contacts desk;
  const RecordId customer = desk.device.add_customer({{"name", "Sai Engineering Works"}});
  const RecordId link = desk.add(
      "contact_link",
      {{"contact", desk.ravi}, {"party_kind", std::string("customer")}, {"party", customer}});
  CHECK(desk.queries.title_of("contact", desk.desk) == "020 2555 1234");
  CHECK(desk.queries.title_of("contact_link", link) ==
        "Ravi Kulkarni \xC2\xB7 Sai Engineering Works");
  CHECK(desk.queries.title_of("contact", customer).empty());
  CHECK(desk.queries.title_of("no_such_table", customer).empty());
}

TEST_CASE("record query: lists the links between a contact and its parties, from both sides") {
  Contacts desk;
  const RecordId customer = desk.device.add_customer({{"name", "Sai Engineering Works"}});
  desk.add("contact_link",
           {{"contact", desk.ravi}, {"party_kind", std::string("customer")}, {"party", customer}});
  CHECK(desk.queries.list_links(type("contact"), desk.ravi).size() == 1);
  CHECK(desk.queries.list_links(type("customer"), customer).size() == 1);
  CHECK(desk.queries.list_links(type("contact"), desk.asha).empty());
}

}  // namespace cm::test
