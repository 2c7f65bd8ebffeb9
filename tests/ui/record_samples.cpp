#include "tests/ui/record_samples.h"

#include "client/app/record_views.h"
#include "shared/domain/field_text.h"
#include "shared/domain/records/catalogue.h"
#include "shared/domain/records/new_record.h"
#include "tests/unit/domain/memory_records.h"

namespace cm::samples {
namespace {

RecordId record_id(std::size_t number) {
  Uuid::Bytes bytes{};
  bytes[0] = 2;
  for (int i = 0; i < 4; ++i) bytes[15 - i] = static_cast<std::uint8_t>(number >> (8 * i));
  return Uuid::from_bytes(bytes);
}

std::string cell_text(const Field& field, std::size_t number) {
  switch (field.kind) {
    case FieldKind::Choice:
      return std::string(field.choices[number % field.choices.size()].label);
    case FieldKind::Boolean:
      return number % 2 == 0 ? "Yes" : "No";
    case FieldKind::Money:
      return "\xE2\x82\xB9 12,34,567.00";
    case FieldKind::Percent:
      return "12.50 %";
    case FieldKind::Integer:
      return "30";
    case FieldKind::Date:
      return "22 Nov 2026";
    case FieldKind::Phone:
      return "98765 43210";
    case FieldKind::Email:
      return number % 3 == 0 ? "" : "person@example.com";
    default:
      return std::string(field.label) + " " + std::to_string(number);
  }
}

RecordRow make_row(const RecordListState& list, std::size_t number) {
  RecordRow row{record_id(number), {}, {}};
  row.title = std::string(list.type->label()) + " " + std::to_string(1000 + number);
  for (const Field* field : list.columns) row.cells.push_back(cell_text(*field, number));
  if (!row.cells.empty()) row.cells.front() = row.title;
  row.unsent = number == 1;
  row.has_conflict = number == 3;
  row.inactive = number == 4;
  return row;
}

RecordEditorState& open_form(AppState& state, std::string_view table) {
  const RecordType& type = record_catalogue().get(table);
  state.record_editor.emplace(make_record(type, record_id(1)));
  state.record_editor->draft = draft_of_record(state.record_editor->before);
  return *state.record_editor;
}

void type_in(RecordEditorState& editor, std::string_view field, std::string_view text) {
  editor.draft.text[std::string(field)] = text;
  const RecordCheck check = check_record_draft(editor.draft, editor.before, test::MemoryRecords());
  editor.findings = check.findings;
  editor.to_confirm = check.to_confirm;
  editor.dirty = true;
}

RelatedRow related(std::string_view table, std::size_t number, std::string title) {
  RelatedRow row{{std::string(table), record_id(number)}, {}, std::move(title), {}};
  row.link = RecordRef{std::string(table) + "_link", record_id(100 + number)};
  row.details = "Head of purchase \xC2\xB7 98765 43210 \xC2\xB7 person@example.com";
  row.inactive = number == 2;
  return row;
}

}  // namespace

AppState record_list(std::string_view table, std::size_t total) {
  AppState state = no_customers();
  state.screen = Screen::Records;
  RecordListState& list = state.records;
  list.type = &record_catalogue().get(table);
  list.columns = list_columns(*list.type);
  list.total = static_cast<std::int64_t>(total);
  for (std::size_t i = 0; i < std::min<std::size_t>(total, 60); ++i)
    list.rows.push_back(make_row(list, i));
  return state;
}

AppState record_list_long() {
  AppState state = record_list("address", 40);
  for (RecordRow& row : state.records.rows) {
    row.title = std::string(200, 'W');
    for (std::string& cell : row.cells) cell = "Wide and long " + std::string(200, 'm');
  }
  return state;
}

AppState record_tree() {
  AppState state = record_list("territory", 6);
  RecordListState& list = state.records;
  list.is_tree = true;
  const int depths[] = {0, 1, 2, 2, 1, 1};
  for (std::size_t i = 0; i < list.rows.size(); ++i) {
    list.rows[i].depth = depths[i];
    list.rows[i].has_children = i == 0 || i == 1 || i == 4;
    list.rows[i].expanded = i == 0 || i == 1;
  }
  return state;
}

AppState new_record(std::string_view table) {
  AppState state = record_list(table, 3);
  open_form(state, table);
  return state;
}

AppState record_with_errors() {
  AppState state = new_record("address");
  type_in(*state.record_editor, "pincode", "4110");
  state.record_editor->save_tried = true;
  return state;
}

AppState record_with_link_open() {
  AppState state = new_record("sales_team_member");
  RecordEditorState& editor = *state.record_editor;
  editor.link_search = LinkSearch{"customer", "sai", true, {}};
  for (std::size_t i = 0; i < 3; ++i)
    editor.link_search->options.push_back({record_id(i), "Sai Works " + std::to_string(i + 1)});
  return state;
}

AppState stored_record() {
  AppState state = new_record("contact");
  RecordEditorState& editor = *state.record_editor;
  editor.id = editor.before.id;
  editor.title = "Ravi Kulkarni";
  type_in(editor, "name", "Ravi Kulkarni");
  type_in(editor, "other_phones", "98765 43210\n98765 43211");
  editor.changed_elsewhere = true;
  editor.problem = "It cannot be deleted: it is used by 3 Customers. Change those first.";
  state.related = {{"address", "Addresses", "New Address", {}}};
  return state;
}

AppState record_warnings() {
  AppState state = new_record("address");
  RecordEditorState& editor = *state.record_editor;
  type_in(editor, "line1", "12, Green Park Colony");
  type_in(editor, "address_type", "Shop");
  type_in(editor, "state", "Maharashtra");
  type_in(editor, "pincode", "302001");
  editor.step = RecordStep::ConfirmingWarnings;
  return state;
}

AppState record_deletion() {
  AppState state = stored_record();
  state.record_editor->problem.clear();
  state.record_editor->step = RecordStep::ConfirmingDelete;
  return state;
}

AppState customer_with_related() {
  AppState state = existing_customer();
  state.related = {{"contact",
                    "Contacts",
                    "New Contact",
                    {related("contact", 1, "Ravi Kulkarni"), related("contact", 2, "Asha Menon")}},
                   {"address", "Addresses", "New Address", {}}};
  return state;
}

AppState customer_with_history() {
  AppState state = existing_customer();
  PastState past{{"customer", *state.editor->id}};
  past.source = PastSource::KeptCopy;
  past.fetched_ms = kNow - 3'600'000;
  past.changes.assign(14, PastChange(*state.editor->id));
  past.entries = {{"1",
                   {},
                   "asha, Asha's tablet",
                   {},
                   kNow - 7'200'000,
                   {"Name: Sai Engg \xE2\x86\x92 Sai Engineering Works", "Credit Days: 30"}},
                  {"2",
                   "Contact: Ravi Kulkarni",
                   "office, Server",
                   "Import",
                   kNow - 86'400'000,
                   {"Mobile: 98220 12345 (another value counted)"}}};
  past.first_date = "1/1/2026";
  past.second_date = "soon";
  past.dates_problem = "Type both dates as day/month/year.";
  past.differences = std::vector<PastDifferenceWords>{{"City", "Pune", "Nagpur"}};
  state.past = past;
  return state;
}

AppState more_places() {
  AppState state = no_customers();
  state.screen = Screen::More;
  return state;
}

std::vector<NamedState> all_records() {
  return {{"records_none", record_list("contact", 0)},
                                 {"records", record_list("contact", 60)},
                                 {"records_huge", record_list("address", 100000)},
                                 {"records_long", record_list_long()},
                                 {"new_record", new_record("contact")},
                                 {"new_address", new_record("address")},
                                 {"record_with_errors", record_with_errors()},
                                 {"record_with_link_open", record_with_link_open()},
                                 {"stored_record", stored_record()},
                                 {"record_warnings", record_warnings()},
                                 {"record_deletion", record_deletion()},
                                 {"customer_with_related", customer_with_related()},
                                 {"customer_with_history", customer_with_history()},
                                 {"more", more_places()},
                                 {"record_tree", record_tree()}};
}

}  // namespace cm::samples
