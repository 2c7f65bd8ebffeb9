// Order, columns and saved views of a list: for each person and type, kept over a restart.
#include <doctest/doctest.h>

#include "client/app/list_settings.h"
#include "client/app/list_settings_json.h"
#include "tests/unit/client/app/device.h"

namespace cm::test {
namespace {

void create(Device& device, std::string_view name, std::string_view type) {
  device.act(NewCustomer{});
  device.fill("name", name);
  device.fill("customer_type", type);
  device.act(SaveCustomer{}, CloseEditor{});
}

void with_three(Device& device) {
  device.start_signed_in();
  create(device, "Asha Stores", "Business");
  create(device, "Bela Mills", "Individual");
  create(device, "Chand Foods", "Individual");
  device.settle();
}

using Names = std::vector<std::string>;

Names rows(const Device& device) {
  Names names;
  for (const CustomerRow& row : device.state().customers.rows) names.push_back(row.name);
  return names;
}

Names columns(const ListState& list) {
  Names names;
  for (const Field* field : list.columns) names.emplace_back(field->name);
  return names;
}

void save_view(Device& device, std::string name) {
  device.act(OpenViews{}, EditViewName{std::move(name)}, SaveView{}, CloseViews{});
}

Names views(const Device& device) {
  Names names;
  for (const SavedView& saved : device.state().customers.saved_views) names.push_back(saved.name);
  return names;
}

}  // namespace

TEST_CASE("list settings: a column's title sorts, then the other way, then not; the URL says so") {
  Device device;
  with_three(device);
  device.act(SortList{"customer_type"});
  CHECK(device.url() == "/customers?sort=customer_type");
  CHECK(rows(device).front() == "Asha Stores");
  device.act(SortList{"customer_type"});
  CHECK(device.url() == "/customers?sort=-customer_type");
  CHECK(rows(device) == Names{"Bela Mills", "Chand Foods", "Asha Stores"});
  device.act(SortList{"customer_type"});
  CHECK(device.url() == "/customers");
  device.act(SortList{"no_such_field"});
  CHECK(device.url() == "/customers");
}

TEST_CASE("list settings: columns are chosen in the table's order, the name always stays") {
  Device device;
  with_three(device);
  CHECK(columns(device.state().customers) ==
        Names{"name", "code", "customer_type", "gstin", "phone", "city"});
  device.act(OpenColumns{}, ToggleColumn{"credit_days"}, ToggleColumn{"code"}, ToggleColumn{"name"},
             ToggleColumn{"phone"}, ToggleColumn{"gstin"}, CloseColumns{});
  CHECK(columns(device.state().customers) == Names{"name", "customer_type", "city", "credit_days"});
  REQUIRE(device.state().customers.rows[0].cells.size() == 4);
  CHECK(device.state().customers.rows[1].cells[1] == "Individual");
  device.start("/customers");
  CHECK(columns(device.state().customers) == Names{"name", "customer_type", "city", "credit_days"});
  CHECK(device.state().customers.rows[0].cells.size() == 4);
  device.act(ResetColumns{}, SetCompactRows{true});
  device.start("/customers");
  CHECK(columns(device.state().customers).size() == 6);
  CHECK(device.state().customers.compact);
  device.act(OpenRecords{"contact"}, ToggleColumn{"designation"});
  CHECK_FALSE(device.state().records.compact);
  const Names contact = columns(device.state().records);
  device.act(OpenRecords{"address"}, OpenRecords{"contact"});
  CHECK(columns(device.state().records) == contact);
}

TEST_CASE("list settings: a saved view brings back search, filters, order and columns") {
  Device device;
  with_three(device);
  device.act(SetFilter{"customer_type", "individual"}, SortList{"name"}, SortList{"name"},
             ToggleColumn{"code"});
  save_view(device, "  Individuals,  last first ");
  CHECK(views(device) == Names{"Individuals, last first"});
  device.act(ClearFilters{}, SortList{"name"}, ResetColumns{});
  CHECK(rows(device).size() == 3);
  device.start("/customers");
  device.act(OpenViews{}, ShowView{"Individuals, last first"});
  CHECK_FALSE(device.state().view_panel);
  CHECK(rows(device) == Names{"Chand Foods", "Bela Mills"});
  CHECK(device.url() == "/customers?f.customer_type=individual&sort=-name");
  CHECK(device.platform->navigations.back().mode == NavigationMode::Push);
  CHECK(columns(device.state().customers).size() == 5);
  REQUIRE(find_current_view(device.state().customers) != nullptr);
  device.act(SortList{"name"});
  CHECK(find_current_view(device.state().customers) == nullptr);
}

TEST_CASE("list settings: views are overwritten by name, renamed and deleted") {
  Device device;
  with_three(device);
  save_view(device, "Zebra");
  save_view(device, "apple");
  CHECK(views(device) == Names{"apple", "Zebra"});
  device.act(SetFilter{"active", "yes"});
  save_view(device, "ZEBRA");
  CHECK(views(device) == Names{"apple", "ZEBRA"});
  CHECK(device.state().customers.saved_views[1].view.filters.size() == 1);
  device.act(OpenViews{}, RenameView{"ZEBRA"}, EditViewName{"Apple"}, SaveView{});
  CHECK(device.state().view_panel->problem == "There is another view of this name.");
  device.act(EditViewName{" "}, SaveView{});
  CHECK(device.state().view_panel->problem == "Give the view a name.");
  device.act(EditViewName{std::string(61, 'x')}, SaveView{});
  CHECK(device.state().view_panel->problem == "A name has at most 60 characters.");
  device.act(EditViewName{"Active ones"}, SaveView{}, DeleteView{"apple"});
  CHECK(views(device) == Names{"Active ones"});
  CHECK(device.state().customers.saved_views[0].view.filters.size() == 1);
  device.start("/customers");
  CHECK(views(device) == Names{"Active ones"});
}

TEST_CASE("list settings: one person's columns and views are not another's") {
  Device device;
  with_three(device);
  save_view(device, "Mine");
  device.act(ToggleColumn{"code"});
  device.start_signed_in("bala");
  CHECK(views(device).empty());
  CHECK(columns(device.state().customers).size() == 6);
}

TEST_CASE("list settings: come back from their text; what cannot be read is left out") {
  ListSettings settings;
  settings.chosen_columns = {"name", "city"};
  settings.compact = true;
  settings.saved_views = {{"Pune \"A\" \xE0\xA4\xB6", {"pune", {{"active", "yes"}}, "city",
                           SortOrder::Descending}, {"name"}}};
  const ListSettings back = decode_list_settings(encode_list_settings(settings));
  CHECK(back.chosen_columns == settings.chosen_columns);
  CHECK(back.compact);
  REQUIRE(back.saved_views.size() == 1);
  CHECK(back.saved_views[0].name == settings.saved_views[0].name);
  CHECK(back.saved_views[0].view == settings.saved_views[0].view);
  CHECK(back.saved_views[0].columns == settings.saved_views[0].columns);
  for (const char* text : {"", "[]", "null", "{", "{\"views\":3}", "{\"views\":[3,{}]}", "\xff"}) {
    CAPTURE(text);
    CHECK(decode_list_settings(text).saved_views.empty());
  }
  CHECK(decode_list_settings("{\"columns\":[\"a\"],\"views\":[{}]}").chosen_columns ==
        std::vector<std::string>{"a"});
}

}  // namespace cm::test
