// The generic screens of records, for every record type that has them: opened, filled in, saved,
// found again, kept as a draft, linked, deleted. What a type needs is read from its field table.
#include <doctest/doctest.h>

#include <algorithm>

#include "client/app/places.h"
#include "shared/domain/acts/first_records.h"
#include "shared/domain/record_title.h"
#include "shared/domain/records/catalogue.h"
#include "shared/domain/rules/tree.h"
#include "shared/store/record_store.h"
#include "shared/store/replica.h"
#include "tests/unit/client/app/device.h"

namespace cm::test {
namespace {

std::string some_text(const Field& field, std::string_view table) {
  switch (field.kind) {
    case FieldKind::Choice:
      return std::string(field.choices.front().label);
    case FieldKind::Boolean:
      return "No";
    case FieldKind::Integer:
      return std::to_string(std::max<std::int64_t>(field.minimum, 5));
    case FieldKind::Money:
      return "1,20,000";
    case FieldKind::Percent:
      return "100";
    case FieldKind::Date:
      return "22/11/2026";
    case FieldKind::State:
      return "Maharashtra";
    case FieldKind::Phone:
      return "9876543210";
    case FieldKind::Email:
      return "someone@example.com";
    default:
      return "Test " + std::string(table).substr(0, 5);
  }
}

const RecordEditorState& form(const Device& device) {
  REQUIRE(device.state().record_editor);
  return *device.state().record_editor;
}

void fill_in(Device& device, std::string_view field, std::string_view text) {
  device.act(EditRecordField{std::string(field), std::string(text)},
             LeaveRecordField{std::string(field)});
}

RecordId create_customer(Device& device) {
  device.act(NewCustomer{});
  for (const auto& [field, text] : anita_sharma()) device.fill(field, text);
  device.act(SaveCustomer{});
  return *device.editor().id;
}

RecordId create_contact(Device& device, std::string_view name) {
  device.act(NewRecord{"contact", std::nullopt});
  fill_in(device, "name", name);
  device.act(SaveRecord{});
  REQUIRE(form(device).id);
  return *form(device).id;
}

std::vector<std::string> titles(const Device& device) {
  std::vector<std::string> all;
  for (const RecordRow& row : device.state().records.rows) all.push_back(row.title);
  return all;
}

using Titles = std::vector<std::string>;

// What it must point to has a type of its own here.
bool can_be_made(const RecordType& type) {
  const auto fields = type.fields();
  return std::all_of(fields.begin(), fields.end(), [](const Field& field) {
    return field.kind != FieldKind::Link || !field.required ||
           record_catalogue().find(field.link_table) != nullptr;
  });
}

// What every master starts with, as if it had been pulled: roots of the trees, a price list.
void bring_first_records(Device& device) {
  RecordStore records(*device.database);
  Replica replica(*device.database, device.platform->clock(), device.platform->random());
  replica.commit(make_first_records(records), ChangeSource::Server, "server");
}

// The root of the tree that a new row stands in.
std::optional<RecordId> root_for(Device& device, const RecordType& type) {
  RecordStore records(*device.database);
  for (const Row& row : records.list_by(type, "is_group", Value(std::int64_t{1}))) {
    if (is_blank(row.get("parent"))) return row.id;
  }
  return std::nullopt;
}

// Fills in what the table requires; of links, makes the linked record first.
RecordId create(Device& device, const RecordType& type, int depth = 0);

std::optional<RecordId> linked_record(Device& device, const Field& field, int depth) {
  if (field.link_table == "customer") return create_customer(device);
  const RecordType* linked = record_catalogue().find(field.link_table);
  if (!linked || !find_record_place(linked->table()) || depth > 3) return std::nullopt;
  return create(device, *linked, depth + 1);
}

RecordId create(Device& device, const RecordType& type, int depth) {
  std::map<std::string, RecordId> links;
  for (const Field& field : type.fields()) {
    if (field.kind != FieldKind::Link || !field.required || field.link_table.empty()) continue;
    if (const auto id = linked_record(device, field, depth))
      links.emplace(std::string(field.name), *id);
  }
  device.act(NewRecord{std::string(type.table()), std::nullopt});
  for (const Field& field : type.fields()) {
    const bool names = &field == find_title_field(type);
    if (field.kind == FieldKind::Link || !(field.required || names)) continue;
    fill_in(device, field.name, some_text(field, type.table()));
  }
  if (type.table() == "address") fill_in(device, "line1", "12, Green Park Colony");
  for (const auto& [field, id] : links) device.act(ChooseLink{field, id});
  if (is_tree(type)) device.act(ChooseLink{"parent", root_for(device, type)});
  device.act(SaveRecord{});
  if (form(device).step == RecordStep::ConfirmingWarnings) device.act(ConfirmRecordWarnings{});
  for (const Finding& finding : form(device).findings) INFO(finding.field << ": " << finding.text);
  CAPTURE(form(device).problem);
  REQUIRE(form(device).id);
  return *form(device).id;
}

}  // namespace

TEST_CASE("record screens: every type with a screen is opened, made, saved and found again") {
  for (const Place& place : places()) {
    if (place.table.empty() || !can_be_made(type_of(place))) continue;
    CAPTURE(place.table);
    Device device;
    device.start_signed_in();
    bring_first_records(device);
    device.act(OpenRecords{std::string(place.table)});
    CHECK(device.url() == "/" + std::string(place.table));
    CHECK(device.state().screen == Screen::Records);
    const std::int64_t before = device.state().records.total;
    const RecordId id = create(device, type_of(place));
    CHECK(device.url() == "/" + std::string(place.table) + "/" + id.text());
    CHECK_FALSE(form(device).dirty);
    device.act(CloseRecord{});
    CHECK(device.state().records.total > before);
    const std::vector<RecordRow> rows = device.state().records.rows;
    const auto found =
        std::find_if(rows.begin(), rows.end(), [&](const RecordRow& row) { return row.id == id; });
    REQUIRE(found != rows.end());
    CHECK_FALSE(found->title.empty());
    CHECK(found->unsent);
    device.act(SearchRecords{found->title.substr(0, 6)});
    CHECK(device.state().records.total >= 1);
    device.start("/" + std::string(place.table) + "/" + id.text());  // a deep link, after a restart
    CHECK(form(device).id == id);
  }
}

TEST_CASE("record screens: what is required is said at its field, and nothing is saved") {
  Device device;
  device.start_signed_in();
  device.act(NewRecord{"address", std::nullopt}, SaveRecord{});
  CHECK(form(device).save_tried);
  CHECK(form(device).focus_field == "address_type");
  CHECK_FALSE(form(device).id);
  CHECK(device.announced("Not saved"));
  CHECK(device.state().sync.unsent == 0);
}

TEST_CASE("record screens: what is typed survives leaving the form, and a crash") {
  Device device;
  device.start_signed_in();
  device.act(NewRecord{"contact", std::nullopt}, EditRecordField{"name", "Half a na"});
  device.wake();
  CHECK(form(device).draft_saved_ms);
  device.start("/contact/new");
  CHECK(draft_text(form(device).draft, "name") == "Half a na");
  CHECK(form(device).draft_restored);
  device.act(DiscardRecordDraft{});
  CHECK(device.state().screen == Screen::Records);
  CHECK_FALSE(device.state().record_editor);
  device.act(NewRecord{"contact", std::nullopt});
  CHECK(draft_text(form(device).draft, "name").empty());
}

TEST_CASE("record screens: a saved record's draft is not offered again") {
  Device device;
  device.start_signed_in();
  device.keep_settings_from_going();
  device.act(NewRecord{"contact", std::nullopt}, EditRecordField{"name", "Ravi"});
  device.wake();
  device.act(SaveRecord{});
  device.start("/contact/new");
  CHECK(draft_text(form(device).draft, "name").empty());
}

TEST_CASE("record screens: a warning is asked about once, then stands") {
  Device device;
  device.start_signed_in();
  device.act(NewRecord{"address", std::nullopt});
  fill_in(device, "address_type", "Shop");
  fill_in(device, "line1", "12, Green Park Colony");
  fill_in(device, "state", "Maharashtra");
  fill_in(device, "pincode", "302001");
  device.act(SaveRecord{});
  CHECK(form(device).step == RecordStep::ConfirmingWarnings);
  REQUIRE(form(device).to_confirm.size() == 1);
  device.act(ReturnToRecord{});
  CHECK(form(device).focus_field == "pincode");
  device.act(SaveRecord{}, ConfirmRecordWarnings{});
  REQUIRE(form(device).id);
  fill_in(device, "city", "Jaipur");
  device.act(SaveRecord{});
  CHECK(form(device).step == RecordStep::Editing);
  CHECK_FALSE(form(device).dirty);
}

TEST_CASE("record screens: the list is searched, sorted both ways and back") {
  Device device;
  device.start_signed_in();
  for (const char* name : {"Charu", "Anil", "Bela"}) create_contact(device, name);
  device.act(CloseRecord{});
  CHECK(titles(device) == Titles{"Anil", "Bela", "Charu"});
  device.act(SortList{"name"}, SortList{"name"});
  CHECK(titles(device) == Titles{"Charu", "Bela", "Anil"});
  device.act(SortList{"name"});
  CHECK(titles(device) == Titles{"Anil", "Bela", "Charu"});
  device.act(SearchRecords{"bel"});
  CHECK(titles(device) == Titles{"Bela"});
  CHECK(device.url() == "/contact?q=bel");
  device.act(OpenRecords{"address"});
  CHECK(device.state().records.search_text.empty());
}

TEST_CASE("record screens: New Contact on a customer's page links it, and leads back there") {
  Device device;
  device.start_signed_in();
  const RecordId customer = create_customer(device);
  device.settle();
  REQUIRE(device.state().related.size() >= 2);
  CHECK(device.state().related[0].title == "Contacts");
  CHECK(device.state().related[0].rows.size() == 1);  // the primary contact of the quick form
  device.go_offline();
  device.act(NewRecord{"contact", RecordRef{"customer", customer}});
  CHECK(device.url() == "/contact/new?for=customer." + customer.text());
  CHECK(form(device).made_for_title == "Anita Sharma");
  fill_in(device, "name", "Ravi Kulkarni");
  device.act(SaveRecord{});
  CHECK(device.url() == "/customers/" + customer.text());
  const RelatedList& contacts = device.state().related[0];
  REQUIRE(contacts.rows.size() == 2);
  CHECK(contacts.rows[1].title == "Ravi Kulkarni");
  CHECK(device.announced("when the network is back"));
  device.act(OpenRecord{contacts.rows[1].record, RecordRef{"customer", customer}});
  fill_in(device, "designation", "Buyer");
  device.act(SaveRecord{});
  CHECK(device.state().related[0].rows[1].details.find("Buyer") != std::string::npos);
  device.act(UnlinkRecord{*device.state().related[0].rows[1].link});
  CHECK(device.state().related[0].rows.size() == 1);
  device.act(OpenRecords{"contact"});
  CHECK(device.state().records.total == 2);
}

TEST_CASE("record screens: a record that is used is not deleted, and it says by what") {
  Device device;
  device.start_signed_in();
  const RecordId contact = create_contact(device, "Ravi");
  device.act(AskDeleteRecord{});
  CHECK(form(device).step == RecordStep::ConfirmingDelete);
  device.act(ReturnToRecord{});
  CHECK(form(device).step == RecordStep::Editing);
  device.act(AskDeleteRecord{}, DeleteRecord{});
  CHECK_FALSE(device.state().record_editor);
  CHECK(device.state().records.total == 0);
  device.act(OpenRecord{{"contact", contact}, std::nullopt});
  CHECK_FALSE(device.state().record_editor);
  CHECK(device.announced("not on this device"));
}

TEST_CASE("record screens: a node of a tree is cut and put elsewhere, never below itself") {
  Device device;
  device.start_signed_in();
  bring_first_records(device);
  const RecordType& territory = record_catalogue().get("territory");
  const auto root = root_for(device, territory);
  const auto add = [&](std::string_view name, const std::optional<RecordId>& parent) {
    device.act(NewRecord{"territory", std::nullopt});
    fill_in(device, "name", name);
    fill_in(device, "is_group", "Yes");
    device.act(ChooseLink{"parent", parent}, SaveRecord{});
    REQUIRE(form(device).id);
    return *form(device).id;
  };
  const RecordId west = add("West Zone", root), coast = add("West Coast", west);
  device.act(OpenRecords{"territory"});
  CHECK(device.state().records.is_tree);
  device.act(CutTreeNode{west}, PutTreeNode{coast});
  CHECK(device.state().toast->is_error);
  CHECK(device.state().records.moving == west);
  device.act(CutTreeNode{coast}, PutTreeNode{*root});
  CHECK_FALSE(device.state().records.moving);
  const auto& rows = device.state().records.rows;
  const auto row = std::find_if(rows.begin(), rows.end(),
                                [&](const RecordRow& each) { return each.id == coast; });
  REQUIRE(row != rows.end());
  CHECK(row->depth == 1);
  const std::size_t all = rows.size();
  device.act(ToggleTreeNode{*root});
  CHECK(device.state().records.rows.size() < all);
}

TEST_CASE("record screens: an untouched form follows what others change, a touched one says so") {
  Device device;
  device.start_signed_in();
  create_contact(device, "Ravi");
  device.settle();
  PulledRow theirs = device.row_at_server("contact");
  const FieldNumber designation = record_catalogue().get("contact").get_field("designation").number;
  theirs.fields.push_back({designation, std::string("Buyer")});
  theirs.versions[designation] = {DeviceId{77}, 1};
  device.act(SyncNow{});
  device.answer_pull({theirs});
  CHECK(draft_text(form(device).draft, "designation") == "Buyer");
  CHECK_FALSE(form(device).changed_elsewhere);
  device.act(EditRecordField{"name", "Ravi K"});
  theirs.fields.back().value = std::string("Head of purchase");
  theirs.versions[designation] = {DeviceId{77}, 2};
  device.settle();
  device.act(SyncNow{});
  device.answer_pull({theirs});
  CHECK(form(device).changed_elsewhere);
  CHECK(draft_text(form(device).draft, "name") == "Ravi K");
}

}  // namespace cm::test
