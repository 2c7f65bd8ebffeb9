// Goal: at every width, what a list shows is chosen by press and by key: its filters in a panel, each
// taken out by its chip. Method: states made by hand, pressed by role and name.
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/ui/list_samples.h"
#include "tests/ui/record_samples.h"
#include "tests/ui/ui_harness.h"

namespace cm {

TEST_CASE("list tools: Filters opens the panel, in lists of customers and of any record") {
  for (const PageSize& size : kPageSizes) {
    CAPTURE(size.w);
    for (const AppState& state : {samples::customers(60), samples::record_list("supplier", 9)}) {
      Page page(size);
      page.show(state);
      CHECK(find_action<OpenFilters>(page.press(state, NodeRole::Button, "Filters")) != nullptr);
      CHECK(page.find(NodeRole::Button, "Clear filters") == nullptr);
    }
  }
}

TEST_CASE("list tools: each filter is a chip that takes it out, and all go at once") {
  const AppState state = samples::customers_filtered();
  for (const PageSize& size : kPageSizes) {
    CAPTURE(size.w);
    Page page(size);
    page.show(state);
    page.get(NodeRole::Button, "Filters \xC2\xB7 4");
    const auto out = find_action<SetFilter>(page.press(
        state, NodeRole::Button, "Customer Group: Wholesale and Institutions, remove filter"));
    REQUIRE(out != nullptr);
    CHECK(out->name == "customer_group");
    CHECK(out->value.empty());
    CHECK(find_action<ClearFilters>(page.press(state, NodeRole::Button, "Clear filters")) !=
          nullptr);
    const auto texts = page.list(NodeRole::Text);
    CHECK(std::any_of(texts.begin(), texts.end(),
                      [](const Node* node) { return node->name == "42 customers found"; }));
  }
}

TEST_CASE("list tools: the panel has a box for each filter; choosing filters, Escape closes") {
  const AppState state = samples::filter_panel();
  for (const PageSize& size : kPageSizes) {
    CAPTURE(size.w);
    Page page(size);
    page.show(state);
    CHECK(page.get(NodeRole::Dialog, "Filters").modal);
    for (const FilterBox& box : state.filter_panel->boxes)
      CHECK(page.get(NodeRole::Combobox, box.label).input->options == box.options);
    CHECK(page.get(NodeRole::Combobox, "Customer Type").value == "business");
    REQUIRE(page.focused() != nullptr);
    CHECK(page.focused()->name == state.filter_panel->boxes.front().label);
    const auto set =
        find_action<SetFilter>(page.type(state, NodeRole::Combobox, "On Hold", "yes"));
    REQUIRE(set != nullptr);
    CHECK(set->name == "on_hold");
    CHECK(set->value == "yes");
    CHECK(find_action<CloseFilters>(page.press(state, NodeRole::Button, "Show 42 rows")) !=
          nullptr);
    CHECK(find_action<CloseFilters>(page.key(state, "Escape")) != nullptr);
  }
}

TEST_CASE("list tools: when nothing meets the filters, the list says so, and they can be cleared") {
  const AppState state = samples::nothing_meets();
  for (const PageSize& size : kPageSizes) {
    Page page(size);
    page.show(state);
    page.get(NodeRole::Heading, "No customer meets these filters");
    CHECK(find_action<ClearFilters>(page.press(state, NodeRole::Button, "Clear filters")) !=
          nullptr);
  }
}

TEST_CASE("list tools: a column's title sorts by it and says how it is sorted") {
  const AppState state = samples::customers_with_columns();
  Page page;
  page.show(state);
  CHECK(page.get(NodeRole::Button, "Credit Limit").description == "Sorted, largest first");
  const auto sort = find_action<SortList>(page.press(state, NodeRole::Button, "Code"));
  REQUIRE(sort != nullptr);
  CHECK(sort->field == "code");
  page.get(NodeRole::Cell, "\xE2\x82\xB9 12,34,567.00");
  CHECK(page.find(NodeRole::ColumnHeader, "City") == nullptr);
  CHECK(page.get(NodeRole::Row, "Aarav Steel Traders").rect.h == 32);
}

TEST_CASE("list tools: columns are chosen in a table, by boxes to tick") {
  Page page;
  const AppState list = samples::customers_with_columns();
  page.show(list);
  CHECK(find_action<OpenColumns>(page.press(list, NodeRole::Button, "Columns")) != nullptr);
  const AppState state = samples::column_panel();
  page.show(state);
  CHECK(page.get(NodeRole::Checkbox, "Name").disabled);
  CHECK(page.get(NodeRole::Checkbox, "Credit Limit").value == "true");
  CHECK(page.get(NodeRole::Checkbox, "Phone").value == "false");
  const auto toggle = find_action<ToggleColumn>(page.press(state, NodeRole::Checkbox, "Phone"));
  REQUIRE(toggle != nullptr);
  CHECK(toggle->field == "phone");
  const auto compact =
      find_action<SetCompactRows>(page.press(state, NodeRole::Checkbox, "Compact rows"));
  REQUIRE(compact != nullptr);
  CHECK_FALSE(compact->compact);
  CHECK(find_action<ResetColumns>(page.press(state, NodeRole::Button, "Usual columns")) != nullptr);
  CHECK(find_action<CloseColumns>(page.press(state, NodeRole::Button, "Done")) != nullptr);
  Page phone(kPhone);  // cards have no columns
  phone.show(list);
  CHECK(phone.find(NodeRole::Button, "Columns") == nullptr);
}

TEST_CASE("list tools: views are shown, saved, renamed and deleted by name") {
  const AppState state = samples::view_panel();
  for (const PageSize& size : kPageSizes) {
    CAPTURE(size.w);
    Page page(size);
    page.show(state);
    const auto show =
        find_action<ShowView>(page.press(state, NodeRole::Button, "Show Credit review"));
    REQUIRE(show != nullptr);
    CHECK(show->name == "Credit review");
    CHECK(page.get(NodeRole::Button, "Show Wholesale in Pune without shipping address").description ==
          "Shown now");
    CHECK(find_action<RenameView>(page.press(state, NodeRole::Button, "Rename Credit review")) !=
          nullptr);
    CHECK(find_action<DeleteView>(page.press(state, NodeRole::Button, "Delete Credit review")) !=
          nullptr);
    const auto name =
        find_action<EditViewName>(page.type(state, NodeRole::TextField, "Save what is shown as", "X"));
    REQUIRE(name != nullptr);
    CHECK(name->text == "X");
    CHECK(find_action<SaveView>(page.press(state, NodeRole::Button, "Overwrite view")) != nullptr);
    const AppState renaming = samples::view_panel_renaming();
    page.show(renaming);
    page.get(NodeRole::TextField, "New name of Credit review");
    CHECK(find_action<SaveView>(page.press(renaming, NodeRole::Button, "Rename view")) != nullptr);
    CHECK(find_action<CloseViews>(page.key(renaming, "Escape")) != nullptr);
  }
}

TEST_CASE("select: Space, Shift with arrows, Ctrl+A and Escape; a box for each row and for all") {
  AppState state = samples::customers(60);
  Page page;
  page.show(state);
  const auto box =
      find_action<MarkRow>(page.press(state, NodeRole::Checkbox, "Select Anita Sharma"));
  REQUIRE(box != nullptr);
  CHECK(box->id == state.customers.rows[1].id);
  CHECK(box->place == 1);
  CHECK(find_action<MarkAll>(page.press(state, NodeRole::Checkbox, "Select all rows")) != nullptr);
  page.focus(NodeRole::Row, "Anita Sharma");
  page.show(state);
  const auto space = find_action<MarkRow>(page.key(state, " "));
  REQUIRE(space != nullptr);
  CHECK(space->place == 1);
  CHECK(find_action<OpenCustomer>(page.key(state, " ")) == nullptr);
  CHECK(find_action<MarkAll>(page.key(state, "a", true)) != nullptr);
  page.ui().handle(KeyPressed{"ArrowDown", false, true, false, 0});
  const auto range = find_action<MarkTo>(page.show(state).actions);
  REQUIRE(range != nullptr);
  CHECK(range->from == 1);
  CHECK(range->to == 2);
  CHECK(page.focused()->row_index == 4);
  state.customers.marked = {state.customers.rows[1].id};
  page.show(state);
  CHECK(page.get(NodeRole::Row, "Anita Sharma").selected);
  CHECK(page.get(NodeRole::Checkbox, "Select Anita Sharma").value == "true");
  CHECK(find_action<ClearMarks>(page.key(state, "Escape")) != nullptr);
  CHECK(find_action<OpenBulkEdit>(page.press(state, NodeRole::Button, "Edit 1 selected")) !=
        nullptr);
}

TEST_CASE("bulk edit: is offered in tables to who may change, of customers and of any record") {
  Page page;
  for (const AppState& state : {samples::customers(60), samples::record_list("supplier", 9)}) {
    page.show(state);
    CHECK(find_action<OpenBulkEdit>(page.press(state, NodeRole::Button, "Bulk edit")) != nullptr);
    page.get(NodeRole::Checkbox, "Select all rows");
    page.show(samples::as_role(state, "auditor"));
    CHECK(page.find(NodeRole::Button, "Bulk edit") == nullptr);
  }
}

TEST_CASE("bulk edit: the dialog says what would change, what not and why, and asks for a reason") {
  const AppState state = samples::bulk_edit_checked();
  for (const PageSize& size : kPageSizes) {
    CAPTURE(size.w);
    Page page(size);
    page.show(state);
    page.get(NodeRole::Dialog, "Edit the selected 12 rows");
    page.get(NodeRole::Text, "7 rows would change.");
    page.get(NodeRole::Text, "4 rows cannot be changed:");
    page.get(NodeRole::Text,
             "Name: a customer has a name. (3 rows: Anita Sharma, Sai Engineering Works, \xE2\x80\xA6)");
    const auto field =
        find_action<ChooseBulkField>(page.type(state, NodeRole::Combobox, "Field", "customer_type"));
    REQUIRE(field != nullptr);
    CHECK(field->field == "customer_type");
    CHECK(find_action<EditBulkValue>(page.type(state, NodeRole::TextField, "New value", "60")) !=
          nullptr);
    CHECK(find_action<EditBulkReason>(page.type(state, NodeRole::TextField, "Reason", "seen")) !=
          nullptr);
    CHECK(find_action<ApplyBulkEdit>(page.press(state, NodeRole::Button, "Change 7 rows")) !=
          nullptr);
    const AppState running = samples::bulk_edit_running();
    page.show(running);
    page.get(NodeRole::Text, "Changing: 5 of 12 rows");
    CHECK(find_action<CloseBulkEdit>(page.press(running, NodeRole::Button, "Stop")) != nullptr);
    const AppState done = samples::toast_with_undo();
    page.show(done);
    CHECK(find_action<UndoBulkEdit>(page.press(done, NodeRole::Button, "Undo")) != nullptr);
  }
}

}  // namespace cm
