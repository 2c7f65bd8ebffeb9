#include "tests/ui/sample_states.h"

#include "client/app/rights.h"
#include "shared/base/random.h"
#include "shared/domain/records/catalogue.h"
#include "tests/support/walkthrough_customers.h"
#include "tests/ui/list_samples.h"
#include "tests/ui/record_samples.h"

namespace cm::samples {
namespace {

RecordId make_id(std::size_t number) {
  Uuid::Bytes bytes{};
  bytes[0] = 1;
  for (int i = 0; i < 4; ++i) bytes[15 - i] = static_cast<std::uint8_t>(number >> (8 * i));
  return Uuid::from_bytes(bytes);
}

AppState signed_in() {
  AppState state;
  state.now_ms = kNow;
  state.screen = Screen::Customers;
  state.session = UserSession{"rajesh", "Rajesh Patil", "office"};
  state.sync.last_success_ms = kNow - 4 * 60 * 1000;
  state.storage_persisted = true;
  return state;
}

struct Sample {
  const char *name, *city, *gstin, *phone;
};
constexpr Sample kSamples[] = {
    {"Aarav Steel Traders", "Pune", "27AAPFU0939F1ZV", "+919876543210"},
    {"Anita Sharma", "Jaipur", "", "+919123456789"},
    {"Bharat Agro Industries Pvt Ltd", "Ludhiana", "03AABCB1234C1Z5", "+919811122233"},
    {"Chennai Auto Components", "Chennai", "33AAACC4175D1ZK", "+914428551234"},
    {"Deccan Plastics and Packaging", "Hyderabad", "36AABCD5678E1Z2", "+919000011122"},
    {"Gupta General Store", "Kanpur", "", "+919335500112"},
    {"Sai Engineering Works", "Pune", "27AABCS1234F1ZR", "+919822012345"}};

CustomerHit make_hit(std::size_t number) {
  const Sample& sample = kSamples[number % std::size(kSamples)];
  CustomerHit hit(make_id(number));
  hit.name = sample.name + (number < std::size(kSamples)
                                ? std::string()
                                : " " + std::to_string(number / std::size(kSamples) + 1));
  hit.city = sample.city;
  hit.gstin = sample.gstin;
  hit.phone = sample.phone;
  hit.customer_type = hit.gstin.empty() ? "individual" : "business";
  hit.unsent = number == 1;
  hit.has_conflict = number == 3;
  hit.active = number != 4;
  hit.on_hold = number == 2;
  if (number != 1) hit.code = "CUST-" + std::to_string(1001 + number);
  return hit;
}

QuickDraft sai_draft() {
  QuickDraft draft = draft_of(nullptr);
  for (const auto& [field, text] : test::sai_engineering()) draft.text[field] = text;
  return draft;
}

void set_draft(AppState& state, QuickDraft draft) {
  CustomerEditorState& editor = *state.editor;
  editor.draft = std::move(draft);
  const DraftCheck check = check_draft(editor.draft, editor.existing ? &*editor.existing : nullptr);
  editor.findings = check.findings;
  editor.to_confirm = check.to_confirm;
  editor.reason_needed = check.lacks_reason();
}

Stamp stamp(const std::string& user, UnixMs at_ms) {
  Stamp made;
  made.user = user;
  made.at_ms = at_ms;
  return made;
}

Conflict make_conflict(std::size_t number) {
  Conflict conflict(make_id(number));
  conflict.id = "conflict-" + std::to_string(number);
  conflict.row_name = kSamples[number % std::size(kSamples)].name;
  const bool on_contact = number % 2 == 0;
  conflict.table = on_contact ? "contact" : "customer";
  const RecordType& type = record_catalogue().get(conflict.table);
  const FieldNumber field = type.get_field(on_contact ? "phone" : "payment_terms").number;
  conflict.lead = field;
  conflict.winner = {
      {field, Value(std::string(on_contact ? "+919876543210" : "Net 30 days from invoice date"))}};
  conflict.loser = {
      {field,
       Value(std::string(on_contact ? "+919123456789"
                                    : "Advance against proforma, balance before dispatch"))}};
  conflict.winner_stamp = stamp("meena", kNow - 3600 * 1000);
  conflict.winner_device_name = "Office desktop";
  conflict.loser_stamp = stamp("rajesh", kNow - 26 * 3600 * 1000);
  conflict.loser_device_name = number % 3 == 2 ? "" : "Field tablet";
  return conflict;
}

std::string repeated(const std::string& words, std::size_t size) {
  std::string text;
  while (text.size() < size) text += words + " ";
  text.resize(size);
  return text;
}

}  // namespace

AppState starting() {
  AppState state;
  state.now_ms = kNow;
  return state;
}

AppState signed_out() {
  AppState state = starting();
  state.screen = Screen::SignIn;
  state.sign_in.user = "rajesh";
  state.sign_in.password = "secret123";
  state.sign_in.problem = "User name or password is wrong.";
  return state;
}

AppState setup() {
  AppState state = starting();
  state.screen = Screen::Setup;
  return state;
}

AppState no_customers() {
  AppState state = signed_in();
  state.sync.last_success_ms.reset();
  return state;
}

AppState customers(std::size_t total) {
  AppState state = signed_in();
  state.sync.unsent = 3;
  state.open_conflicts = 2;
  state.customers.total = static_cast<std::int64_t>(total);
  for (std::size_t i = 0; i < std::min<std::size_t>(total, 60); ++i)
    state.customers.rows.push_back(make_hit(i));
  return state;
}

AppState long_names() {
  AppState state = customers(12);
  for (CustomerHit& hit : state.customers.rows) {
    hit.name = repeated("Shri Venkateshwara Engineering and General Contracting", 200);
    hit.city = repeated("Thiruvananthapuram", 100);
  }
  return state;
}

AppState hindi_names() {
  AppState state = customers(5);
  state.customers.rows[0].name = "श्री विकल्प क्षत्रिय ट्रेडर्स";
  state.customers.rows[0].city = "पुणे";
  return state;
}

AppState new_customer() {
  AppState state = customers(60);
  state.editor.emplace();
  set_draft(state, draft_of(nullptr));
  return state;
}

AppState sai_typed() {
  AppState state = new_customer();
  set_draft(state, sai_draft());
  state.editor->dirty = true;
  state.editor->draft_saved_ms = kNow;
  state.editor->touched = {"gstin"};
  return state;
}

AppState sai_with_errors() {
  AppState state = sai_typed();
  QuickDraft draft = sai_draft();
  draft.text["name"] = "";
  draft.text["email"] = "accounts@";
  draft.text["billing_pincode"] = "4110";
  set_draft(state, draft);
  state.editor->save_tried = true;
  return state;
}

AppState sai_warnings() {
  AppState state = sai_typed();
  state.editor->save_tried = true;
  state.editor->step = EditorStep::ConfirmingWarnings;
  return state;
}

AppState existing_customer() {
  AppState state = customers(60);
  SeededRandom random(7);
  const ManualClock clock(kNow);
  const DraftCheck check = check_draft(sai_draft(), nullptr);
  const std::vector<Change> changes = changes_of(check, nullptr, clock, random);
  state.editor.emplace();
  state.editor->existing = sheet_after(nullptr, changes);
  state.editor->existing->customer.set("code", Value(std::string("CUST-1007")));
  state.editor->id = state.editor->existing->customer.id;
  set_draft(state, draft_of(&*state.editor->existing));
  state.customers.selected = state.customers.rows[6].id;
  return state;
}

AppState as_role(AppState state, const std::string& role) {
  state.session->role = role;
  refresh_rights(state);
  return state;
}

AppState conflicts(std::size_t count) {
  AppState state = signed_in();
  state.screen = Screen::Conflicts;
  state.open_conflicts = static_cast<std::int64_t>(count);
  state.conflicts.fetched_ms = kNow;
  for (std::size_t i = 0; i < count; ++i) state.conflicts.conflicts.push_back(make_conflict(i));
  return state;
}

AppState sync_idle() {
  AppState state = signed_in();
  state.screen = Screen::Sync;
  state.sync_screen.customers = 12842;
  return state;
}

AppState sync_offline(std::size_t unsent) {
  AppState state = sync_idle();
  state.sync.online = false;
  state.sync.unsent = unsent;
  state.storage_persisted = false;
  for (std::size_t i = 0; i < std::min<std::size_t>(unsent, 50); ++i) {
    state.sync_screen.unsent.push_back(
        {kSamples[i % std::size(kSamples)].name,
         i % 2 == 0 ? "Customer: Name, GSTIN" : "Address: City, Pincode",
         kNow - static_cast<std::int64_t>(unsent - i) * 60000});
  }
  state.toast =
      Toast{"Customer saved. It is sent when the server can be reached.", false, kNow + 5000};
  return state;
}

std::vector<NamedState> all() {
  std::vector<NamedState> states{{"starting", starting()},
                                 {"sign_in", signed_out()},
                                 {"setup", setup()},
                                 {"no_customers", no_customers()},
                                 {"customers", customers(60)},
                                 {"customers_huge", customers(100000)},
                                 {"long_names", long_names()},
                                 {"hindi_names", hindi_names()},
                                 {"new_customer", new_customer()},
                                 {"sai_typed", sai_typed()},
                                 {"sai_with_errors", sai_with_errors()},
                                 {"sai_warnings", sai_warnings()},
                                 {"existing_customer", existing_customer()},
                                 {"auditor_customers", as_role(customers(60), "auditor")},
                                 {"auditor_customer", as_role(existing_customer(), "auditor")},
                                 {"rep_conflicts", as_role(conflicts(3), "rep")},
                                 {"no_conflicts", conflicts(0)},
                                 {"conflicts", conflicts(3)},
                                 {"conflicts_many", conflicts(60)},
                                 {"sync_idle", sync_idle()},
                                 {"sync_offline", sync_offline(3)},
                                 {"sync_huge", sync_offline(2345)}};
  for (NamedState& state : all_lists()) states.push_back(std::move(state));
  for (NamedState& state : all_records()) states.push_back(std::move(state));
  return states;
}

}  // namespace cm::samples
