// Filters of the list on the screen, of customers and of any other record: chosen in the panel, said
// as chips, kept in the URL, taken back by Back.
#include <doctest/doctest.h>

#include "client/app/route.h"
#include "shared/domain/acts/first_records.h"
#include "shared/store/record_store.h"
#include "shared/store/replica.h"
#include "tests/unit/client/app/device.h"

namespace cm::test {
namespace {

void create(Device& device, std::string_view name, std::string_view type = "Business") {
  device.act(NewCustomer{});
  device.fill("name", name);
  device.fill("customer_type", type);
  device.act(SaveCustomer{}, CloseEditor{});
}

void with_three(Device& device) {
  device.start_signed_in();
  create(device, "Asha Stores");
  create(device, "Bela Mills", "Individual");
  create(device, "Chand Foods", "Individual");
  device.settle();
}

const FilterBox& box(const Device& device, std::string_view name) {
  REQUIRE(device.state().filter_panel);
  for (const FilterBox& each : device.state().filter_panel->boxes) {
    if (each.name == name) return each;
  }
  FAIL("no such box: " << name);
  throw 0;
}

}  // namespace

TEST_CASE("filter list: the panel narrows the list at once and says so in a chip") {
  Device device;
  with_three(device);
  device.act(OpenFilters{});
  CHECK(box(device, "customer_type").options.size() == 4);  // any, two, none
  device.act(SetFilter{"customer_type", "individual"});
  CHECK(device.state().customers.total == 2);
  REQUIRE(device.state().customers.chips.size() == 1);
  CHECK(device.state().customers.chips[0].words == "Customer Type: Individual");
  device.act(SetFilter{"customer_type", ""});
  CHECK(device.state().customers.total == 3);
  CHECK(device.state().customers.chips.empty());
  device.act(SetFilter{"customer_type", "no such"}, SetFilter{"no_such", "yes"});
  CHECK(device.state().customers.total == 3);
}

TEST_CASE("filter list: the URL follows when the panel closes, and Back leads to the list before") {
  Device device;
  with_three(device);
  const std::size_t before = device.platform->navigations.size();
  device.act(OpenFilters{}, SetFilter{"customer_type", "individual"}, SetFilter{"active", "yes"});
  CHECK(device.platform->navigations.size() == before);
  device.act(CloseFilters{});
  REQUIRE(device.platform->navigations.size() == before + 1);
  CHECK(device.platform->navigations.back().mode == NavigationMode::Push);
  CHECK(device.url() == "/customers?f.customer_type=individual&f.active=yes");
  device.act(SetFilter{"active", ""});  // a chip
  CHECK(device.url() == "/customers?f.customer_type=individual");
  device.app->on_url("/customers");
  CHECK(device.state().customers.total == 3);
  device.app->on_url("/customers?f.customer_type=individual");
  CHECK(device.state().customers.total == 2);
  device.act(OpenFilters{}, CloseFilters{});
  CHECK(device.platform->navigations.size() == before + 2);
}

TEST_CASE("filter list: a link opens the list filtered, and the form leads back to it") {
  Device device;
  with_three(device);
  device.start("/customers?f.customer_type=individual&sort=-name");
  REQUIRE(device.state().customers.rows.size() == 2);
  CHECK(device.state().customers.rows[0].name == "Chand Foods");
  device.act(OpenCustomer{device.state().customers.rows[1].id});
  CHECK(device.box("name") == "Bela Mills");
  device.act(CloseEditor{});
  CHECK(device.url() == "/customers?f.customer_type=individual&sort=-name");
  device.act(OpenScreen{Screen::Sync}, OpenScreen{Screen::Customers});
  CHECK(device.state().customers.total == 2);
  device.act(ClearFilters{});
  CHECK(device.state().customers.total == 3);
  CHECK(device.url() == "/customers?sort=-name");
}

TEST_CASE("filter list: a filter and a search are both met, and the search stays when filters go") {
  Device device;
  with_three(device);
  device.act(SearchCustomers{"a"}, SetFilter{"customer_type", "individual"});
  const auto both = device.state().customers.total;
  device.act(ClearFilters{});
  CHECK(device.state().customers.search_text == "a");
  CHECK(device.state().customers.total > both);
}

TEST_CASE("filter list: a tree's boxes stand below each other, and a filtered tree is a list") {
  Device device;
  device.start_signed_in("asha", "/territory");
  {
    RecordStore records(*device.database);
    Replica replica(*device.database, device.platform->clock(), device.platform->random());
    replica.commit(make_first_records(records), ChangeSource::Server, "server");
  }
  device.start("/territory");
  CHECK(device.state().records.is_tree);
  device.act(OpenFilters{});
  const FilterBox& parent = box(device, "parent");
  REQUIRE(parent.options.size() > 30);
  CHECK(parent.options[1].second == "All Territories");
  CHECK(parent.options[2].second.starts_with("\xC2\xA0"));
  device.act(SetFilter{"is_group", "yes"}, CloseFilters{});
  CHECK_FALSE(device.state().records.is_tree);
  CHECK(device.state().records.total == 1);
  CHECK(device.url() == "/territory?f.is_group=yes");
  device.act(OpenRecords{"contact"});
  CHECK(device.state().records.chips.empty());
  device.act(SetFilter{"is_group", "yes"});  // contacts have no such filter
  CHECK(device.url() == "/contact");
}

TEST_CASE("filter list: leaving the list closes its panel") {
  Device device;
  with_three(device);
  device.act(OpenFilters{}, OpenScreen{Screen::Sync});
  CHECK_FALSE(device.state().filter_panel);
  device.act(OpenFilters{});  // no list is here
  CHECK_FALSE(device.state().filter_panel);
  device.act(SetFilter{"active", "no"}, ClearFilters{}, CloseFilters{});
  CHECK(device.state().customers.filters.empty());
}

}  // namespace cm::test
