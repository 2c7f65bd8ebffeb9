// What the filters of lists let through: of customers with and without a search text, of any record,
// and that a filter never hides what the whole search would have found.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "shared/domain/known_ids.h"
#include "shared/domain/records/new_record.h"
#include "shared/domain/sample_customers.h"
#include "shared/store/record_query.h"
#include "shared/store/search.h"
#include "tests/unit/store/store_fixture.h"

namespace cm::test {
namespace {

using Names = std::vector<std::string>;

struct Office {
  TempDir dir;
  ManualClock clock{1'795'000'000'000};
  Device device{dir.file("replica.db"), "asha", clock, 1};
  RecordQueries queries{*device.database};
  CustomerSearch search{*device.database};

  RecordId add(std::string_view table,
               std::initializer_list<std::pair<std::string_view, Value>> values,
               std::optional<RecordId> id = {}) {
    clock.advance_ms(1);
    Row row = make_record(type(table), id ? *id : Uuid::make_v7(clock, device.random));
    for (const auto& [field, value] : values) row.set(field, value);
    device.replica.commit({diff_rows(nullptr, row)}, ChangeSource::Form, "asha");
    return row.id;
  }
  SearchQuery ask(FilterValues filters, std::string words = {}) const {
    SearchQuery query;
    query.text = std::move(words);
    query.rows.filters = std::move(filters);
    query.max = 100;
    return query;
  }
  Names names(const SearchQuery& query) const {
    const SearchPage page = search.find_page(query);
    Names all;
    for (const CustomerHit& hit : page.hits) all.push_back(hit.name);
    CHECK(page.total == static_cast<std::int64_t>(all.size()));
    const auto found = search.find(query);
    CHECK(found.size() == all.size());
    return all;
  }
  Names names(std::string name, std::string value, std::string words = {}) const {
    return names(ask({{std::move(name), std::move(value)}}, std::move(words)));
  }
};

// A tree of groups, and four customers of it.
struct Groups : Office {
  RecordId root = add("customer_group", {{"name", text("All")}, {"is_group", Value(std::int64_t{1})}},
                      root_customer_group().uuid());
  RecordId trade = add("customer_group", {{"name", text("Trade")},
                                          {"is_group", Value(std::int64_t{1})},
                                          {"parent", root}});
  RecordId retail = add("customer_group", {{"name", text("Retail")}, {"parent", trade}});
  RecordId wholesale = add("customer_group", {{"name", text("Wholesale")}, {"parent", trade}});
  RecordId fallback = add("customer_group", {{"name", text("Default")}, {"parent", root}},
                          default_customer_group().uuid());
  RecordId asha = device.add_customer({{"name", "Asha Stores"}, {"billing_state", "Maharashtra"},
                                       {"billing_city", "Pune"}});
  RecordId bela = device.add_customer({{"name", "Bela Mills"}, {"gstin", "27AABCS1234F1ZR"},
                                       {"credit_limit", "5000"}});
  RecordId chand = device.add_customer({{"name", "Chand Foods"}, {"customer_type", "Individual"},
                                        {"shipping_city", "Surat"}, {"shipping_state", "Gujarat"}});
  RecordId dev = device.add_customer({{"name", "Dev Traders"}});
  Groups() {
    device.edit(asha, "customer_group", retail);
    device.edit(bela, "customer_group", wholesale);
    device.edit(dev, "active", Value(std::int64_t{0}));
  }
};

}  // namespace

TEST_CASE("list filters: a node of a tree means itself and everything below it") {
  Groups office;
  CHECK(office.names("customer_group", office.retail.text()) == Names{"Asha Stores"});
  CHECK(office.names("customer_group", office.trade.text()) == Names{"Asha Stores", "Bela Mills"});
  CHECK(office.names("customer_group", office.root.text()).size() == 4);
  CHECK(office.names("customer_group", "none") == Names{"Chand Foods", "Dev Traders"});
  // A blank group is the default one.
  CHECK(office.names("customer_group", office.fallback.text()) ==
        Names{"Chand Foods", "Dev Traders"});
}

TEST_CASE("list filters: each ready-made one lets through what it says") {
  Groups office;
  const RecordId manager =
      office.add("sales_person", {{"name", text("Meera")}, {"is_group", Value(std::int64_t{1})}});
  const RecordId rep = office.add("sales_person", {{"name", text("Ravi")}, {"parent", manager}});
  office.add("sales_team_member", {{"customer", office.bela}, {"sales_person", rep}});
  office.device.edit(office.asha, "on_hold", Value(std::int64_t{1}));
  struct Case {
    const char* name;
    std::string value;
    Names expected;
  };
  const Case cases[] = {
      {"sales_person", manager.text(), {"Bela Mills"}},
      {"sales_person", rep.text(), {"Bela Mills"}},
      {"customer_type", "individual", {"Chand Foods"}},
      {"active", "yes", {"Asha Stores", "Bela Mills", "Chand Foods"}},
      {"active", "no", {"Dev Traders"}},
      {"on_hold", "yes", {"Asha Stores"}},
      {"on_hold", "no", {"Bela Mills", "Chand Foods", "Dev Traders"}},
      {"no_gstin", "yes", {"Asha Stores", "Chand Foods", "Dev Traders"}},
      {"no_gstin", "no", {"Bela Mills"}},
      {"not_verified", "yes", {"Bela Mills"}},
      {"not_verified", "no", {}},
      {"no_credit_limit", "no", {"Bela Mills"}},
      {"no_shipping_address", "no", {"Chand Foods"}},
      {"no_shipping_address", "yes", {"Asha Stores", "Bela Mills", "Dev Traders"}},
      {"address_state", "27", {"Asha Stores"}},
      {"address_state", "24", {"Chand Foods"}},
      {"conflict", "yes", {}},
  };
  for (const auto& [name, value, expected] : cases) {
    CAPTURE(name);
    CAPTURE(value);
    CHECK(office.names(name, value) == expected);
  }
}

TEST_CASE("list filters: several must all be met, and a search text as well") {
  Groups office;
  CHECK(office.names(office.ask({{"no_gstin", "yes"}, {"active", "yes"}})) ==
        Names{"Asha Stores", "Chand Foods"});
  CHECK(office.names(office.ask({{"no_gstin", "yes"}, {"active", "yes"}}, "pune")) ==
        Names{"Asha Stores"});
  CHECK(office.names("active", "yes", "dev").empty());
  CHECK(office.names("active", "no", "dev") == Names{"Dev Traders"});
  // Unknown ones do nothing.
  CHECK(office.names("no_such_filter", "yes").size() == 4);
}

TEST_CASE("list filters: not sent follows the outbox, also of a customer's address") {
  World world;
  CustomerSearch search(*world.asha.database);
  const RecordId id = world.asha.add_customer({{"name", "Sai Works"}, {"billing_city", "Pune"}});
  world.server.sync(world.asha);
  SearchQuery query;
  query.rows.filters = {{"not_sent", "yes"}};
  CHECK(search.find_page(query).total == 0);
  const RecordId address = world.asha.records.list_addresses_of(id).front().id;
  world.asha.edit(address, "city", text("Nagpur"), "address");
  CHECK(search.find_page(query).total == 1);
  query.rows.filters = {{"not_sent", "no"}};
  CHECK(search.find_page(query).total == 0);
  world.server.sync(world.asha);
  CHECK(search.find_page(query).total == 1);
}

TEST_CASE("list filters: are met by rows of any record, in their order and number") {
  Groups office;
  RecordQuery query;
  query.type = &type("customer_group");
  query.filters = {{"parent", office.trade.text()}};
  CHECK(office.queries.count(query) == 2);
  query.filters = {{"is_group", "yes"}};
  const auto lines = office.queries.find(query);
  REQUIRE(lines.size() == 2);
  CHECK(lines[1].row.get("name") == text("Trade"));
  query.text = "tra";
  CHECK(office.queries.count(query) == 1);
  query.type = &type("address");
  query.text.clear();
  query.filters = {{"state", "27"}};
  CHECK(office.queries.count(query) == 1);
  query.filters = {{"not_sent", "yes"}};
  CHECK(office.queries.count(query) == 2);
}

// The heart of it: filters are asked before anything is cut off.
TEST_CASE("list filters: with any search text exactly those of its hits that meet the filter, in its order") {
  TempDir dir;
  ManualClock clock{1'795'000'000'000};
  Device device{dir.file("replica.db"), "asha", clock, 3};
  SampleCustomers samples(8);
  std::vector<Change> all;
  for (int i = 0; i < 1500; ++i) {
    for (Change& change :
         changes_of(check_draft(samples.next(), nullptr), nullptr, clock, device.random))
      all.push_back(std::move(change));
  }
  device.replica.commit(all, ChangeSource::Import, "asha");
  const CustomerSearch search(*device.database);
  const auto has_gstin = [](const CustomerHit& hit) { return !hit.gstin.empty(); };
  for (const char* words : {"", "s", "sh", "traders", "pune", "9", "ltd", "zzzz", "shrama", "27a"}) {
    CAPTURE(words);
    SearchQuery query;
    query.text = words;
    query.max = 2000;
    std::vector<RecordId> expected;
    for (const CustomerHit& hit : search.find(query)) {
      if (has_gstin(hit)) expected.push_back(hit.id);
    }
    query.rows.filters = {{"no_gstin", "no"}};
    const SearchPage page = search.find_page(query);
    CHECK(page.total == static_cast<std::int64_t>(page.hits.size()));
    std::vector<RecordId> found;
    for (const CustomerHit& hit : page.hits) found.push_back(hit.id);
    // With few hits a further tier is tried: then there may be more, after them.
    REQUIRE(found.size() >= expected.size());
    if (expected.size() >= 5) CHECK(found.size() == expected.size());
    CHECK(std::set<RecordId>(found.begin(), found.end()).size() == found.size());
    for (const CustomerHit& hit : page.hits) CHECK(has_gstin(hit));
    query.max = 20;
    query.offset = 20;
    const auto second = search.find(query);
    for (std::size_t i = 0; i < second.size(); ++i) CHECK(second[i].id == found[20 + i]);
  }
}

TEST_CASE("list order: customers by any field, by phone and city, both ways, blanks last") {
  Groups office;
  const auto in_order = [&](std::string sort, SortOrder order, std::string words = {}) {
    SearchQuery query = office.ask({}, std::move(words));
    query.rows.sort = std::move(sort);
    query.rows.order = order;
    return office.names(query);
  };
  const auto up = SortOrder::Ascending, down = SortOrder::Descending;
  CHECK(in_order("name", down) == Names{"Dev Traders", "Chand Foods", "Bela Mills", "Asha Stores"});
  CHECK(in_order("customer_group", up) ==
        Names{"Asha Stores", "Bela Mills", "Chand Foods", "Dev Traders"});
  CHECK(in_order("customer_group", down) ==
        Names{"Bela Mills", "Asha Stores", "Chand Foods", "Dev Traders"});
  CHECK(in_order("city", up).front() == "Asha Stores");
  CHECK(in_order("gstin", up).front() == "Bela Mills");
  CHECK(in_order("customer_type", down).front() == "Chand Foods");
  // A search keeps its hits and takes the order.
  CHECK(in_order("name", down, "s") == Names{"Chand Foods", "Asha Stores"});  // Surat, Stores
}

}  // namespace cm::test
