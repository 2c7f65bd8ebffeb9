#include "tests/ui/list_samples.h"

#include "client/app/list_columns.h"
#include "shared/domain/records/catalogue.h"
#include "tests/ui/record_samples.h"

namespace cm::samples {
namespace {

const std::string kGroup = "0190a5b0-1234-7abc-8def-0123456789ab";

void set_filters(ListState& list, FilterValues filters) {
  const auto known = list_filters(record_catalogue().get("customer"));
  list.filters = std::move(filters);
  list.chips.clear();
  for (const FilterValue& set : list.filters) {
    const ListFilter& filter = *find_filter(known, set.name);
    list.chips.push_back({set.name, filter_words(filter, set.value, "Wholesale and Institutions")});
  }
}

FilterBox sample_box(const ListFilter& filter) {
  FilterBox box{std::string(filter.name), std::string(filter.label), {{"", "Any"}}, {}};
  if (filter.kind == FilterKind::Link) {
    box.options.emplace_back(kGroup, "Wholesale and Institutions");
    box.hint = filter.name == "sales_partner" ? "The first 500 of 812." : "";
  } else if (filter.kind == FilterKind::YesNo) {
    box.options.emplace_back(kFilterYes, "Yes");
    box.options.emplace_back(kFilterNo, "No");
  } else if (filter.field) {
    for (const Choice& choice : filter.field->choices)
      box.options.emplace_back(choice.code, choice.label);
  }
  return box;
}

}  // namespace

AppState customers_filtered() {
  AppState state = customers(42);
  state.customers.search_text = "pune";
  set_filters(state.customers, {{"customer_group", kGroup},
                                {"customer_type", "business"},
                                {"active", "yes"},
                                {"no_shipping_address", "yes"}});
  return state;
}

AppState nothing_meets() {
  AppState state = no_customers();
  set_filters(state.customers, {{"on_hold", "yes"}});
  return state;
}

AppState filter_panel() {
  AppState state = customers_filtered();
  FilterPanelState panel;
  for (const ListFilter& filter : list_filters(record_catalogue().get("customer")))
    panel.boxes.push_back(sample_box(filter));
  state.filter_panel = std::move(panel);
  return state;
}

AppState customers_with_columns() {
  AppState state = customers(60);
  CustomerListState& list = state.customers;
  list.chosen_columns = {"name", "code", "gstin", "credit_limit", "customer_group"};
  list.columns = columns_named(record_catalogue().get("customer"), list.chosen_columns);
  for (CustomerRow& row : list.rows)
    row.cells = {row.name, row.code, row.gstin, "Wholesale", "\xE2\x82\xB9 12,34,567.00"};
  list.sort = "credit_limit";
  list.order = SortOrder::Descending;
  list.compact = true;
  return state;
}

AppState column_panel() {
  AppState state = customers_with_columns();
  state.column_panel = ColumnPanelState{known_columns(record_catalogue().get("customer"))};
  return state;
}

AppState view_panel() {
  AppState state = customers_filtered();
  ListState& list = state.customers;
  list.saved_views = {{"Credit review", {}, {"name"}},
                      {"Wholesale in Pune without shipping address", list, {}},
                      {"\xE0\xA4\xAA\xE0\xA5\x81\xE0\xA4\xA3\xE0\xA5\x87", {"pune"}, {}}};
  state.view_panel.emplace();
  state.view_panel->name = "Credit review";
  return state;
}

AppState view_panel_renaming() {
  AppState state = view_panel();
  state.view_panel->renaming = "Credit review";
  state.view_panel->problem = "There is another view of this name.";
  return state;
}

AppState bulk_edit_checked() {
  AppState state = customers(60);
  const RecordType& type = record_catalogue().get("customer");
  state.customers.marked = {state.customers.rows[1].id, state.customers.rows[2].id};
  BulkEditState bulk;
  bulk.type = &type;
  bulk.ids.assign(12, state.customers.rows[1].id);
  bulk.only_selected = true;
  bulk.boxes = {{&type.get_field("customer_type"),
                 {{"", "(empty)"}, {"Business", "Business"}, {"Individual", "Individual"}}},
                {&type.get_field("credit_days"), {}}};
  bulk.field = "credit_days";
  bulk.text = "45";
  bulk.step = BulkStep::Checked;
  bulk.to_change = 7;
  bulk.unchanged = 1;
  bulk.refused = {{"Name: a customer has a name.", 3, {"Anita Sharma", "Sai Engineering Works"}},
                  {"This is a long sentence that says why the form cannot be saved as it is now.",
                   1, {"Chennai Auto Components"}}};
  bulk.warned = {{"The check character of the GSTIN is wrong.", 2, {"Sai Engineering Works"}}};
  bulk.reason_needed = true;
  state.bulk_edit = std::move(bulk);
  return state;
}

AppState bulk_edit_running() {
  AppState state = bulk_edit_checked();
  state.bulk_edit->step = BulkStep::Applying;
  state.bulk_edit->done = 5;
  return state;
}

AppState toast_with_undo() {
  AppState state = customers(60);
  state.toast = Toast{"Credit Days changed in 7 rows. It will be sent when the network is back.",
                      false, kNow + 10000, true};
  return state;
}

std::vector<NamedState> all_lists() {
  AppState records = record_list("sales_partner", 12);
  set_filters(records.records, {{"active", "yes"}});
  return {{"customers_filtered", customers_filtered()},
          {"nothing_meets", nothing_meets()},
          {"filter_panel", filter_panel()},
          {"customers_with_columns", customers_with_columns()},
          {"column_panel", column_panel()},
          {"bulk_edit_checked", bulk_edit_checked()},
          {"bulk_edit_running", bulk_edit_running()},
          {"toast_with_undo", toast_with_undo()},
          {"view_panel", view_panel()},
          {"view_panel_renaming", view_panel_renaming()},
          {"records_filtered", records}};
}

}  // namespace cm::samples
