// What people type and whom it finds first, among some thousand others.
#include <doctest/doctest.h>

#include <set>

#include "shared/domain/sample_customers.h"
#include "shared/store/search.h"
#include "shared/store/search_text.h"
#include "shared/store/statement.h"
#include "tests/unit/store/store_fixture.h"

using namespace cm;
using namespace cm::test;

namespace {

// The two customers of the seeds and 2,000 made-up ones; built once, only read.
struct SearchWorld {
  TempDir folder;
  ManualClock clock{1'800'000'000'000};
  Device device{folder.file("search.db"), "asha", clock, 21};
  CustomerSearch search{*device.database};
  RecordId sai = device.add_customer({{"name", "Sai Engineering Works"},
                                      {"gstin", "27AABCS1234F1Z5"},
                                      {"pan", "AABCS1234F"},
                                      {"email", "accounts@saiengineering.example.com"},
                                      {"phone", "98765 43210"},
                                      {"contact_person", "Rajesh Patil"},
                                      {"billing_address", "Plot 45, MIDC Phase II"},
                                      {"billing_city", "Pimpri-Chinchwad"},
                                      {"billing_state", "Maharashtra"},
                                      {"billing_pincode", "411026"}});
  RecordId anita = device.add_customer({{"name", "Anita Sharma"},
                                        {"customer_type", "Individual"},
                                        {"phone", "9123456789"},
                                        {"email", "anita.sharma@example.com"},
                                        {"billing_city", "Jaipur"},
                                        {"billing_state", "Rajasthan"},
                                        {"billing_pincode", "302001"},
                                        {"billing_address", "12, Green Park Colony"}});
  RecordId accent = device.add_customer({{"name", "Café Śrī Krishna & Sons"}});
  RecordId hindi = device.add_customer({{"name", "शर्मा ट्रेडर्स"}});

  SearchWorld() {
    SampleCustomers samples(5);
    std::vector<Change> all;
    for (int i = 0; i < 2000; ++i) {
      for (Change& change :
           changes_of(check_draft(samples.next(), nullptr), nullptr, clock, device.random)) {
        all.push_back(std::move(change));
      }
    }
    device.replica.commit(all, ChangeSource::Import, "asha");
  }
  std::vector<CustomerHit> find(const std::string& text, std::size_t max = 20) const {
    SearchQuery query;
    query.text = text;
    query.max = max;
    return search.find(query);
  }
};

const SearchWorld& world() {
  static const SearchWorld built;
  return built;
}

}  // namespace

TEST_CASE("search: words are folded and cut the same way for text and question") {
  CHECK(search_words("M/s. Śrī-Sai  Works™ (India)") ==
        std::vector<std::string>{"m", "s", "sri", "sai", "works", "india"});
  CHECK(squash_text("98765 43210") == "9876543210");
  CHECK(squash_text(" 27-AABCS 1234f1z5 ") == "27aabcs1234f1z5");
  CHECK(search_words("\"*()-- \n").empty());
}

TEST_CASE("search: each of these finds its customer first") {
  struct Case {
    const char* text;
    bool sai;  // else Anita
  };
  constexpr Case cases[] = {
      {"Sai Engineering Works", true},
      {"sai eng", true},
      {"SAI", true},
      {"saieng", true},
      {"saiengineering", true},
      {"sai  engineering", true},
      {"sai-engineering", true},
      {"works sai", true},
      {"Sai Enginering", true},
      {"Sai Engineeering Wrks", true},
      {"27AABCS1234F1Z5", true},
      {"27aabcs1234f1z5", true},
      {"27 AABCS 1234 F1Z5", true},
      {"aabcs1234", true},
      {"AABCS1234F", true},
      {"9876543210", true},
      {"98765 43210", true},
      {"98765-43210", true},
      {"6543210", true},
      {"accounts@saiengineering.example.com", true},
      {"saiengineering.example", true},
      {"sai pimpri", true},
      {"sai 411026", true},
      {"rajesh patil sai", true},
      {"pimpri chinchwad", true},
      {"Anita Sharma", false},
      {"anita sh", false},
      {"anitasharma", false},
      {"Anitha Sharma", false},
      {"Anita Shrama", false},
      {"anita jaipur", false},
      {"9123456789", false},
      {"91234 56789", false},
      {"anita.sharma@example.com", false},
      {"sharma anita", false},
      {"nita sharma", false},
  };
  for (const Case& each : cases) {
    CAPTURE(each.text);
    const auto hits = world().find(each.text);
    REQUIRE_FALSE(hits.empty());
    CHECK(hits.front().id == (each.sai ? world().sai : world().anita));
  }
}

TEST_CASE("search: accents, ampersands and other scripts") {
  for (const char* text : {"cafe sri", "Café", "krishna sons cafe", "CAFÉ ŚRĪ"}) {
    CAPTURE(text);
    const auto hits = world().find(text);
    REQUIRE_FALSE(hits.empty());
    CHECK(hits.front().id == world().accent);
  }
  const auto hits = world().find("शर्मा");
  REQUIRE_FALSE(hits.empty());
  CHECK(hits.front().id == world().hindi);
}

TEST_CASE("search: one letter finds names that begin with it, in order of name") {
  const auto hits = world().find("s");
  REQUIRE(hits.size() == 20);
  std::string previous;
  for (const CustomerHit& hit : hits) {
    const std::string key = squash_text(hit.name);
    CHECK(key.front() == 's');
    CHECK(previous <= key);
    previous = key;
  }
}

TEST_CASE("search: query syntax of every kind is plain text") {
  for (const char* text : {"\"", "'", "sai\" OR \"anita", "name:sai", "sai*", "NEAR(sai anita)",
                           "sai AND anita", "sai NOT anita", "^sai", "-sai", "{name}:x", "%", "_",
                           "' OR 1=1 --", "sai\xff", "(", ")", "a\\b", "\"\"\"\""}) {
    CAPTURE(text);
    CHECK_NOTHROW(world().find(text));
    SearchQuery query;
    query.text = text;
    CHECK_NOTHROW(world().search.find_page(query).total);
  }
  const auto not_syntax = world().find("sai OR anita");
  for (const CustomerHit& hit : not_syntax) CHECK_FALSE((hit.id == world().anita));
  CHECK(world().find(std::string(5000, 'x')).empty());
  CHECK(world().find("sai \x01\x02 engineering").front().id == world().sai);
}

TEST_CASE("search: nothing typed lists everyone by name, page by page, without gaps or doubles") {
  for (const char* text : {"", "sharma", "pune", "a", "industries pune"}) {
    CAPTURE(text);
    SearchQuery query;
    query.text = text;
    const std::int64_t count = world().search.find_page(query).total;
    query.max = 37;
    std::set<std::string> seen;
    std::string previous;
    for (query.offset = 0;; query.offset += query.max) {
      const auto page = world().search.find(query);
      const auto with_total = world().search.find_page(query);
      CHECK(with_total.total == count);
      CHECK(std::equal(page.begin(), page.end(), with_total.hits.begin(), with_total.hits.end(),
                       [](const auto& one, const auto& other) { return one.id == other.id; }));
      for (const CustomerHit& hit : page) {
        CHECK(seen.insert(hit.id.text()).second);
        if (query.text.empty()) CHECK(previous <= squash_text(hit.name));
        previous = squash_text(hit.name);
      }
      if (page.size() < query.max) break;
    }
    CHECK(static_cast<std::int64_t>(seen.size()) == count);
    if (query.text.empty()) CHECK(count == 2004);
  }
}

TEST_CASE("search: a hit carries what the list shows") {
  World fresh;
  const RecordId id = fresh.asha.add_customer({{"name", "Sai Engineering Works"},
                                               {"gstin", "27AABCS1234F1ZR"},
                                               {"phone", "9876543210"},
                                               {"billing_address", "Plot 45"},
                                               {"billing_city", "Pune"},
                                               {"billing_state", "Maharashtra"},
                                               {"billing_pincode", "411026"}});
  CustomerSearch search(*fresh.asha.database);
  SearchQuery query;
  query.text = "sai";
  auto hit = search.find(query).at(0);
  CHECK(hit.id == id);
  CHECK(hit.name == "Sai Engineering Works");
  CHECK(hit.customer_type == "business");
  CHECK(hit.gstin == "27AABCS1234F1ZR");
  CHECK(hit.city == "Pune");
  CHECK(hit.phone.find("9876543210") != std::string::npos);
  CHECK(hit.unsent);
  CHECK(hit.active);
  CHECK(hit.code.empty());
  fresh.server.sync(fresh.asha);
  hit = search.find(query).at(0);
  CHECK_FALSE(hit.unsent);
  CHECK(hit.code == "C-000001");
  query.text = "C-000001";
  CHECK(search.find(query).at(0).id == id);
  const RecordId address = fresh.asha.records.list_addresses_of(id).front().id;
  fresh.asha.edit(address, "city", text("Nagpur"), "address");
  hit = search.find(query).at(0);
  CHECK(hit.city == "Nagpur");
  CHECK(hit.unsent);  // its address is
}

TEST_CASE("search: the index follows edits, deletes and pulls") {
  World fresh;
  CustomerSearch asha(*fresh.asha.database), bela(*fresh.bela.database);
  const auto count = [](const CustomerSearch& search, const std::string& text,
                        bool active_only = false) {
    SearchQuery query;
    query.text = text;
    if (active_only) query.rows.filters = {{"active", "yes"}};
    return search.find_page(query).total;
  };
  const RecordId id = fresh.shared_customer("Quartz Minerals");
  CHECK(count(bela, "quartz") == 1);
  fresh.bela.edit(id, "name", text("Zircon Traders"));
  CHECK(count(bela, "quartz") == 0);
  CHECK(count(bela, "zircon") == 1);
  fresh.server.sync(fresh.bela);
  fresh.server.sync(fresh.asha);
  CHECK(count(asha, "zircon") == 1);
  CHECK(count(asha, "uart") == 0);
  fresh.asha.edit(id, "active", Value{std::int64_t{0}});
  CHECK(count(asha, "zircon") == 1);
  CHECK(count(asha, "zircon", true) == 0);
  CHECK(count(asha, "", true) == 0);
  fresh.asha.remove(id);
  fresh.server.sync(fresh.asha);
  fresh.server.sync(fresh.bela);
  for (const CustomerSearch* search : {&asha, &bela}) {
    CHECK(count(*search, "zircon") == 0);
    CHECK(count(*search, "rcon") == 0);
    CHECK(count(*search, "") == 0);
  }
}
