// The list shows a window of what is there, whatever its size.
#include <doctest/doctest.h>

#include "shared/domain/records/catalogue.h"
#include "tests/unit/client/app/device.h"

namespace cm::test {
namespace {

// Customers 0000 … count-1, as a pull brings them.
std::vector<PulledRow> numbered_customers(int count) {
  std::vector<PulledRow> rows;
  for (int i = 0; i < count; ++i) {
    Uuid::Bytes bytes{};
    bytes[0] = 1;
    bytes[14] = static_cast<std::uint8_t>(i >> 8);
    bytes[15] = static_cast<std::uint8_t>(i & 255);
    PulledRow row(Uuid::from_bytes(bytes));
    row.table = "customer";
    const std::string digits = std::to_string(i);
    row.fields = {{1, std::string("Customer ") + std::string(4 - digits.size(), '0') + digits},
                  {2, std::string("business")},
                  {22, std::int64_t{1}}};
    for (const FieldValue& value : row.fields)
      row.versions[value.field] = {DeviceId{7}, static_cast<DevSeq>(i) + 1};
    row.created = row.changed = {"bala", DeviceId{7}, kMorningMs};
    rows.push_back(std::move(row));
  }
  return rows;
}

Device& with_customers(Device& device, int count) {
  device.start_signed_in();
  device.act(SyncNow{});
  device.answer_pull(numbered_customers(count));
  device.settle();
  return device;
}

TEST_CASE("list: pulled customers appear by themselves, in order of name") {
  Device device;
  with_customers(device, 3);
  CHECK(device.state().customers.total == 3);
  REQUIRE(device.state().customers.rows.size() == 3);
  CHECK(device.state().customers.rows[0].name == "Customer 0000");
  CHECK(device.state().customers.rows[2].name == "Customer 0002");
  CHECK_FALSE(device.state().customers.rows[0].unsent);
}

TEST_CASE("list: scrolling brings the rows that are visible, and only a window of them") {
  Device device;
  with_customers(device, 1000);
  const CustomerListState& list = device.state().customers;
  CHECK(list.total == 1000);
  CHECK(list.rows.size() < 200);
  for (const std::size_t first : {0u, 10u, 500u, 980u, 300u, 0u}) {
    CAPTURE(first);
    device.act(ShowRows{first, 20});
    REQUIRE(list.first <= first);
    REQUIRE(first + 20 <= list.first + list.rows.size());
    const std::string digits = std::to_string(first);
    CHECK(list.rows[first - list.first].name ==
          "Customer " + std::string(4 - digits.size(), '0') + digits);
    CHECK(list.rows.size() < 200);
  }
  device.act(ShowRows{5000, 20});  // past the end: nothing there, nothing breaks
  device.act(ShowRows{0, 20});
  CHECK(list.rows[0].name == "Customer 0000");
}

TEST_CASE("list: search narrows it, and the address bar remembers the search") {
  Device device;
  with_customers(device, 50);
  device.act(SearchCustomers{"0042"});
  REQUIRE_FALSE(device.state().customers.rows.empty());
  CHECK(device.state().customers.rows[0].name == "Customer 0042");
  while (device.url() != "/customers?q=0042") device.wake();
  CHECK(device.platform->navigations.back().mode == NavigationMode::Replace);
  device.act(SearchCustomers{""});
  CHECK(device.state().customers.total == 50);
}

TEST_CASE("list: the address bar follows the search when the typing pauses, not at each letter") {
  Device device;
  with_customers(device, 50);
  const std::size_t before = device.platform->navigations.size();
  std::string typed;
  for (const char letter : std::string_view("customer 0042")) {
    device.act(SearchCustomers{typed += letter});
    device.advance_ms(120);
    device.app->on_wake();
  }
  CHECK(device.platform->navigations.size() == before);
  device.advance_ms(500);
  device.app->on_wake();
  CHECK(device.platform->navigations.size() == before + 1);
  CHECK(device.url() == "/customers?q=customer%200042");
}

TEST_CASE("list: leaving in the middle of a search keeps it for the way back") {
  Device device;
  with_customers(device, 5);
  device.act(SearchCustomers{"0003"});
  const std::size_t before = device.platform->navigations.size();
  device.act(OpenScreen{Screen::Sync});
  const auto& steps = device.platform->navigations;
  REQUIRE(steps.size() == before + 2);
  CHECK(steps[before].url == "/customers?q=0003");
  CHECK(steps[before].mode == NavigationMode::Replace);
  CHECK(steps[before + 1].url == "/sync");
  device.advance_ms(5000);
  device.app->on_wake();
  CHECK(device.url() == "/sync");
}

TEST_CASE("list: going back in the middle of a search leaves the place it leads to alone") {
  Device device;
  with_customers(device, 5);
  device.act(OpenScreen{Screen::Sync}, OpenScreen{Screen::Customers}, SearchCustomers{"0003"});
  const std::size_t before = device.platform->navigations.size();
  device.app->on_url("/sync");
  device.advance_ms(5000);
  device.app->on_wake();
  CHECK(device.platform->navigations.size() == before);
  CHECK(device.state().screen == Screen::Sync);
}

TEST_CASE("list: opening a customer selects it, and closing comes back to the same search") {
  Device device;
  with_customers(device, 5);
  device.act(SearchCustomers{"0003"});
  const RecordId id = device.state().customers.rows[0].id;
  device.act(OpenCustomer{id});
  CHECK(device.state().customers.selected == id);
  CHECK(device.url() == "/customers/" + id.text());
  CHECK(device.box("name") == "Customer 0003");
  device.act(CloseEditor{});
  CHECK(device.url() == "/customers?q=0003");
  CHECK_FALSE(device.state().customers.selected);
}

TEST_CASE("list: a customer of another device opens by its link once it was pulled") {
  Device device;
  with_customers(device, 1);
  const RecordId id = device.state().customers.rows[0].id;
  device.start("/customers/" + id.text());
  CHECK(device.box("name") == "Customer 0000");
}

}  // namespace
}  // namespace cm::test
