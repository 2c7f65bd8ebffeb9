// Goal: the generic list and form of any record say what stands in the field table and do what
// their buttons say, at every width. Method: states made by hand, pressed by role and name.
#include <doctest/doctest.h>

#include "client/app/places.h"
#include "shared/domain/records/catalogue.h"
#include "tests/ui/record_samples.h"
#include "tests/ui/ui_harness.h"

namespace cm {
namespace {

NodeRole role_of(const Field& field) {
  switch (field.kind) {
    case FieldKind::Boolean:
      return NodeRole::Checkbox;
    case FieldKind::Choice:
    case FieldKind::State:
    case FieldKind::Link:
      return NodeRole::Combobox;
    case FieldKind::LongText:
    case FieldKind::PhoneList:
    case FieldKind::EmailList:
      return NodeRole::TextArea;
    default:
      return NodeRole::TextField;
  }
}

}  // namespace

TEST_CASE("records: every type with a screen has its list, its form and every field on it") {
  for (const Place& place : places()) {
    if (place.table.empty()) continue;
    CAPTURE(place.table);
    for (const PageSize& size : kPageSizes) {
      CAPTURE(size.w);
      Page list(size);
      const AppState rows = samples::record_list(place.table, 60);
      list.show(rows);
      list.get(NodeRole::Heading, place.label);
      list.get(NodeRole::Button, "New " + std::string(type_of(place).label()));
      Page form(size);
      form.show(samples::new_record(place.table));
      for (const Field& field : type_of(place).fields()) {
        if (is_on_form(field)) form.get(role_of(field), field.label);
      }
    }
  }
}

TEST_CASE("records: a row opens its record, New makes one, typing searches") {
  const AppState state = samples::record_list("contact", 60);
  for (const PageSize& size : kPageSizes) {
    Page page(size);
    page.show(state);
    const NodeRole role = size.w < 600 ? NodeRole::Link : NodeRole::Row;
    const auto open = find_action<OpenRecord>(page.press(state, role, "Contact 1003"));
    REQUIRE(open != nullptr);
    CHECK(open->record == RecordRef{"contact", state.records.rows[3].id});
    const auto made = find_action<NewRecord>(page.press(state, NodeRole::Button, "New Contact"));
    REQUIRE(made != nullptr);
    CHECK(made->table == "contact");
    CHECK(find_action<NewRecord>(page.key(state, "n")) != nullptr);
    const auto search = find_action<SearchRecords>(
        page.type(state, NodeRole::TextField, "Search Contacts", "ravi"));
    REQUIRE(search != nullptr);
    CHECK(search->text == "ravi");
  }
}

TEST_CASE("records: the table has the field table's columns, and a title sorts by it") {
  const AppState state = samples::record_list("contact", 60);
  Page page(kDesktop);
  page.show(state);
  page.get(NodeRole::ColumnHeader, "Contact Person");
  page.get(NodeRole::ColumnHeader, "Designation");
  const auto sort = find_action<SortList>(page.press(state, NodeRole::Button, "Designation"));
  REQUIRE(sort != nullptr);
  CHECK(sort->field == "designation");
  page.get(NodeRole::Cell, "Not sent");
  page.get(NodeRole::Cell, "Conflict");
  page.get(NodeRole::Cell, "Inactive");
}

TEST_CASE(
    "records: of a long list only what is seen is drawn, and what is scrolled to is asked for") {
  const AppState state = samples::record_list("address", 100000);
  Page page(kDesktop);
  CHECK(page.show(state).actions.empty());
  CHECK(page.nodes().size() < 900);
  page.scroll("Address", 50000 * 40.0f);
  const Actions asked = page.show(state).actions;
  const auto rows = find_action<ShowRecordRows>(asked);
  REQUIRE(rows != nullptr);
  CHECK(rows->first <= 50000);
  CHECK(page.show(state).actions.empty());
}

TEST_CASE("records: a search without a hit can be cleared") {
  AppState state = samples::record_list("contact", 0);
  state.records.search_text = "zzz";
  for (const PageSize& size : kPageSizes) {
    Page page(size);
    page.show(state);
    const auto search =
        find_action<SearchRecords>(page.press(state, NodeRole::Button, "Clear search"));
    REQUIRE(search != nullptr);
    CHECK(search->text.empty());
  }
}

TEST_CASE("record form: boxes are typed in, ticked and left; Save, Back and Discard do so") {
  const AppState state = samples::record_with_errors();
  for (const PageSize& size : kPageSizes) {
    Page page(size);
    page.show(state);
    const auto edit =
        find_action<EditRecordField>(page.type(state, NodeRole::TextField, "City", "Pune"));
    REQUIRE(edit != nullptr);
    CHECK(edit->field == "city");
    CHECK(edit->text == "Pune");
    const auto left = find_action<LeaveRecordField>(page.leave(state, NodeRole::TextField, "City"));
    REQUIRE(left != nullptr);
    const auto tick = find_action<EditRecordField>(page.press(state, NodeRole::Checkbox, "Active"));
    REQUIRE(tick != nullptr);
    CHECK(tick->text == "No");
    CHECK(page.get(NodeRole::TextField, "Pincode").invalid);
    CHECK(page.get(NodeRole::Combobox, "Address Type").required);
    CHECK(find_action<SaveRecord>(page.press(state, NodeRole::Button, "Create Address")) !=
          nullptr);
    CHECK(find_action<SaveRecord>(page.key(state, "s", true)) != nullptr);
    CHECK(find_action<CloseRecord>(page.press(state, NodeRole::Button, "Back")) != nullptr);
    CHECK(find_action<DiscardRecordDraft>(page.press(state, NodeRole::Button, "Discard changes")) !=
          nullptr);
  }
}

TEST_CASE("link box: typing searches, arrows and Enter choose, a press chooses, Escape closes") {
  const AppState state = samples::record_with_link_open();
  const auto& options = state.record_editor->link_search->options;
  for (const PageSize& size : kPageSizes) {
    Page page(size);
    page.show(state);
    const Node& box = page.get(NodeRole::Combobox, "Customer");
    CHECK(box.expanded);
    CHECK(box.controls == page.get(NodeRole::Listbox, "Customer choices").id);
    CHECK(box.active == page.get(NodeRole::Option, "Sai Works 1").id);
    const auto search =
        find_action<SearchLink>(page.type(state, NodeRole::Combobox, "Customer", "sai w"));
    REQUIRE(search != nullptr);
    CHECK(search->text == "sai w");
    const auto pressed =
        find_action<ChooseLink>(page.press(state, NodeRole::Option, "Sai Works 3"));
    REQUIRE(pressed != nullptr);
    CHECK(pressed->id == options[2].id);
    page.focus(NodeRole::Combobox, "Customer");
    page.show(state);
    page.key(state, "ArrowDown");
    CHECK(page.get(NodeRole::Option, "Sai Works 2").selected);
    const auto entered = find_action<ChooseLink>(page.key(state, "Enter"));
    REQUIRE(entered != nullptr);
    CHECK(entered->id == options[1].id);
    page.focus(NodeRole::Combobox, "Customer");
    const Actions escaped = page.key(state, "Escape");
    CHECK(find_action<CloseLink>(escaped) != nullptr);
    CHECK(find_action<CloseRecord>(escaped) == nullptr);
  }
}

TEST_CASE("record dialogs: warnings are confirmed or left, deleting too") {
  const AppState warnings = samples::record_warnings();
  const AppState deletion = samples::record_deletion();
  for (const PageSize& size : kPageSizes) {
    Page page(size);
    page.show(warnings);
    page.get(NodeRole::Dialog, "Save with warnings?");
    CHECK(find_action<ConfirmRecordWarnings>(
              page.press(warnings, NodeRole::Button, "Save anyway")) != nullptr);
    CHECK(find_action<ReturnToRecord>(page.key(warnings, "Escape")) != nullptr);
    Page other(size);
    other.show(deletion);
    other.get(NodeRole::Dialog, "Delete Ravi Kulkarni?");
    CHECK(find_action<DeleteRecord>(other.press(deletion, NodeRole::Button, "Delete")) != nullptr);
    CHECK(find_action<ReturnToRecord>(other.press(deletion, NodeRole::Button, "Cancel")) !=
          nullptr);
  }
}

TEST_CASE("record form: a stored record can be deleted and shows what belongs to it") {
  const AppState state = samples::stored_record();
  for (const PageSize& size : kPageSizes) {
    Page page(size);
    page.show(state);
    CHECK(find_action<AskDeleteRecord>(page.press(state, NodeRole::Button, "Delete Contact")) !=
          nullptr);
    const auto made = find_action<NewRecord>(page.press(state, NodeRole::Button, "New Address"));
    REQUIRE(made != nullptr);
    CHECK(made->made_for == RecordRef{"contact", *state.record_editor->id});
  }
}

TEST_CASE("customer page: contacts and addresses are opened, added and unlinked in place") {
  const AppState state = samples::customer_with_related();
  const RecordRef customer{"customer", *state.editor->id};
  for (const PageSize& size : kPageSizes) {
    Page page(size);
    page.show(state);
    const auto open = find_action<OpenRecord>(page.press(state, NodeRole::Link, "Ravi Kulkarni"));
    REQUIRE(open != nullptr);
    CHECK(open->record == state.related[0].rows[0].record);
    CHECK(open->made_for == customer);
    const auto made = find_action<NewRecord>(page.press(state, NodeRole::Button, "New Contact"));
    REQUIRE(made != nullptr);
    CHECK(made->made_for == customer);
    const auto unlink =
        find_action<UnlinkRecord>(page.press(state, NodeRole::Button, "Unlink Asha Menon"));
    REQUIRE(unlink != nullptr);
    CHECK(unlink->link == *state.related[0].rows[1].link);
  }
}

TEST_CASE("history card: it is asked for, told line by line, and compares two dates") {
  const AppState asked = samples::customer_with_related(), told = samples::customer_with_history();
  for (const PageSize& size : kPageSizes) {
    Page page(size);
    page.show(asked);
    const auto show = find_action<ShowPast>(page.press(asked, NodeRole::Button, "Show history"));
    REQUIRE(show != nullptr);
    CHECK(show->record == RecordRef{"customer", *asked.editor->id});
    page.show(told);
    page.get(NodeRole::List, "Changes");
    page.get(NodeRole::List, "Differences");
    CHECK(find_action<ShowMorePast>(page.press(told, NodeRole::Button, "Show more (12)")));
    CHECK(find_action<ComparePast>(page.press(told, NodeRole::Button, "Compare")));
    const auto typed =
        find_action<EditPastDate>(page.type(told, NodeRole::TextField, "Second date", "2/1/2026"));
    REQUIRE(typed != nullptr);
    CHECK(typed->second);
    CHECK(typed->text == "2/1/2026");
  }
}

TEST_CASE("navigation: every place is reached, on small screens through More") {
  const AppState state = samples::more_places();
  for (const PageSize& size : kPageSizes) {
    Page page(size);
    page.show(state);
    for (const Place& place : places()) {
      if (place.table.empty() || place.group.empty()) continue;
      CAPTURE(place.label);
      const auto open = find_action<OpenRecords>(page.press(state, NodeRole::Link, place.label));
      REQUIRE(open != nullptr);
      CHECK(open->table == place.table);
    }
  }
  for (const PageSize& size : {kPhone, kTablet}) {
    Page page(size);
    const AppState list = samples::record_list("contact", 3);
    page.show(list);
    CHECK(page.get(NodeRole::Link, "More").current);
    const auto open = find_action<OpenScreen>(page.press(list, NodeRole::Link, "More"));
    REQUIRE(open != nullptr);
    CHECK(open->screen == Screen::More);
  }
}

}  // namespace cm
