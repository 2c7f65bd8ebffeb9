// Goal: the customer list finds, opens and adds customers by press and by key, at every width, and
// stays small however long it is. Method: states made by hand, pressed by role and name.
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/ui/sample_states.h"
#include "tests/ui/ui_harness.h"

namespace cm {
namespace {

std::vector<const Node*> data_rows(const Page& page) {
  std::vector<const Node*> rows = page.list(NodeRole::Row);
  rows.erase(
      std::remove_if(rows.begin(), rows.end(), [](const Node* row) { return row->row_index == 1; }),
      rows.end());
  return rows;
}

const Node& tab_stop(const Page& page) {
  const auto rows = data_rows(page);
  CHECK(std::count_if(rows.begin(), rows.end(), [](const Node* row) { return row->current; }) == 1);
  return **std::find_if(rows.begin(), rows.end(), [](const Node* row) { return row->current; });
}

}  // namespace

TEST_CASE("list: New Customer stands at every width, and N makes one") {
  const AppState state = samples::customers(60);
  for (const PageSize& size : kPageSizes) {
    Page page(size);
    page.show(state);
    CHECK(find_action<NewCustomer>(page.press(state, NodeRole::Button, "New Customer")) != nullptr);
    CHECK(find_action<NewCustomer>(page.key(state, "n")) != nullptr);
  }
}

TEST_CASE("list: typing searches, and / leads to the box") {
  const AppState state = samples::customers(60);
  for (const PageSize& size : kPageSizes) {
    Page page(size);
    page.show(state);
    const auto search = find_action<SearchCustomers>(
        page.type(state, NodeRole::TextField, "Search customers", "pune"));
    REQUIRE(search != nullptr);
    CHECK(search->text == "pune");
    CHECK(page.key(state, "/").empty());
    REQUIRE(page.focused() != nullptr);
    CHECK(page.focused()->name == "Search customers");
  }
}

TEST_CASE("list: a search text that the app sets is newer than what was typed") {
  AppState state = samples::customers(60);
  Page page;
  page.show(state);
  const std::uint32_t before = page.get(NodeRole::TextField, "Search customers").revision;
  page.type(state, NodeRole::TextField, "Search customers", "pune");
  state.customers.search_text = "pune";
  page.show(state);
  CHECK(page.get(NodeRole::TextField, "Search customers").revision == before);
  state.customers.search_text = "";
  page.show(state);
  CHECK(page.get(NodeRole::TextField, "Search customers").revision == before + 1);
}

TEST_CASE("list: a row opens its customer, as a card and in the grid") {
  const AppState state = samples::customers(60);
  for (const PageSize& size : kPageSizes) {
    Page page(size);
    page.show(state);
    const NodeRole role = size.w < 1200 ? NodeRole::Link : NodeRole::Row;
    const auto open = find_action<OpenCustomer>(page.press(state, role, "Chennai Auto Components"));
    REQUIRE(open != nullptr);
    CHECK(open->id == state.customers.rows[3].id);
  }
}

TEST_CASE("grid: has the columns' titles, counts all rows and says each cell") {
  const AppState state = samples::customers(100000);
  Page page;
  page.show(state);
  std::vector<std::string> titles;
  for (const Node* title : page.list(NodeRole::ColumnHeader)) titles.push_back(title->name);
  CHECK(titles ==
        std::vector<std::string>{"Name", "Code", "Customer Type", "GSTIN", "Phone", "City", "Status"});
  const Node& grid = page.get(NodeRole::Grid, "Customers");
  CHECK(grid.row_count == 100001);
  CHECK(grid.column_count == 7);
  CHECK(data_rows(page)[0]->row_index == 2);
  CHECK(data_rows(page)[0]->test_id == "customer." + state.customers.rows[0].id.text());
  for (const char* cell : {"27AAPFU0939F1ZV", "98765 43210", "CUST-1001", "Active · Not sent",
                           "Active · Conflict", "On hold", "Inactive"}) {
    page.get(NodeRole::Cell, cell);
  }
}

TEST_CASE("grid: rows scrolled to are asked for once, and stand at their place") {
  AppState state = samples::customers(100000);
  Page page;
  CHECK(page.show(state).actions.empty());
  page.scroll("Customers", 50000 * 40.0f);
  const Actions asked = page.show(state).actions;
  const auto rows = find_action<ShowRows>(asked);
  REQUIRE(rows != nullptr);
  CHECK(rows->first <= 50000);
  CHECK(rows->first + rows->count >= 50022);
  CHECK(rows->count < 200);
  CHECK(page.show(state).actions.empty());
  CHECK(data_rows(page).empty());
  const auto loaded = samples::customers(60).customers.rows;
  state.customers.first = 49990;
  state.customers.rows = loaded;
  page.show(state);
  REQUIRE(!data_rows(page).empty());
  const Node& top = *data_rows(page)[0];
  REQUIRE(top.row_index >= 49990 + 2);
  CHECK(top.row_index < 50000);
  CHECK(top.name == loaded[static_cast<std::size_t>(top.row_index) - 2 - 49990].name);
  CHECK(top.rect.y == static_cast<float>(top.row_index - 2) * 40.0f);
}

TEST_CASE("grid: scrolling changes no row that stays") {
  const AppState state = samples::customers(60);
  Page page;
  page.show(state);
  page.scroll("Customers", 100);
  const FrameResult scrolled = page.frame(state);
  for (const Node& node : scrolled.semantics.updated)
    CHECK(node.rect.y >= 800);  // only what came in below
}

TEST_CASE("grid: one tab stop, moved by the arrows, kept in view") {
  const AppState state = samples::customers(60);
  Page page;
  page.show(state);
  CHECK(tab_stop(page).row_index == 2);
  page.focus(NodeRole::Row, "Aarav Steel Traders");
  page.show(state);
  page.key(state, "ArrowDown");
  CHECK(tab_stop(page).name == "Anita Sharma");
  CHECK(page.focused()->name == "Anita Sharma");
  page.key(state, "ArrowUp");
  page.key(state, "ArrowUp");
  CHECK(tab_stop(page).row_index == 2);
  page.key(state, "End");
  CHECK(tab_stop(page).row_index == 61);
  CHECK(page.focused()->row_index == 61);
  page.key(state, "PageUp");
  CHECK(tab_stop(page).row_index < 61);
  page.key(state, "Home");
  CHECK(tab_stop(page).row_index == 2);
}

TEST_CASE("grid: Enter opens the row that has the focus; keys elsewhere move nothing") {
  const AppState state = samples::customers(60);
  Page page;
  page.show(state);
  page.key(state, "ArrowDown");
  CHECK(tab_stop(page).row_index == 2);
  page.focus(NodeRole::Row, "Sai Engineering Works");
  const auto open = find_action<OpenCustomer>(page.key(state, "Enter"));
  REQUIRE(open != nullptr);
  CHECK(open->id == state.customers.rows[6].id);
}

TEST_CASE("list: after the form is closed the focus is on the customer's row") {
  AppState state = samples::existing_customer();
  state.editor->id = state.customers.rows[6].id;
  Page page;
  page.show(state);
  state.editor.reset();
  page.show(state);
  REQUIRE(page.focused() != nullptr);
  CHECK(page.focused()->name == "Sai Engineering Works");
  CHECK(page.focused()->role == NodeRole::Row);
}

TEST_CASE("list: nothing found offers to clear the search; nothing there offers to sync") {
  AppState state = samples::no_customers();
  for (const PageSize& size : kPageSizes) {
    Page page(size);
    page.show(state);
    CHECK(find_action<SyncNow>(page.press(state, NodeRole::Button, "Sync now")) != nullptr);
    AppState searched = state;
    searched.customers.search_text = "zzz";
    page.show(searched);
    page.get(NodeRole::Heading, "No customer matches “zzz”");
    const auto cleared =
        find_action<SearchCustomers>(page.press(searched, NodeRole::Button, "Clear search"));
    REQUIRE(cleared != nullptr);
    CHECK(cleared->text.empty());
  }
}

TEST_CASE("list: names in other scripts are shown by the DOM, Latin ones by the canvas") {
  for (const PageSize& size : kPageSizes) {
    Page page(size);
    page.show(samples::hindi_names());
    const bool cards = size.w < 1200;
    const NodeRole role = cards ? NodeRole::Text : NodeRole::Cell;
    const Node& hindi = page.get(role, "श्री विकल्प क्षत्रिय ट्रेडर्स");
    REQUIRE(hindi.shown.has_value());
    CHECK(hindi.shown->weight == 700);
    CHECK(!page.get(cards ? NodeRole::Link : NodeRole::Cell, "Anita Sharma").shown.has_value());
    if (cards) CHECK(page.find(NodeRole::Text, "Anita Sharma") == nullptr);  // said once
  }
}

}  // namespace cm
