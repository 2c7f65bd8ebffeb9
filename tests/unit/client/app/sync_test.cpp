// The sync driver: what is saved goes up, what others changed comes down, and the form of a person
// who is just typing is left alone.
#include <doctest/doctest.h>

#include <algorithm>

#include "shared/sync/protocol_errors.h"
#include "shared/sync/protocol_json.h"
#include "tests/unit/client/app/device.h"

namespace cm::test {
namespace {

constexpr DeviceId kOther{4711};

RecordId create_anita(Device& device) {
  device.act(NewCustomer{});
  for (const auto& [field, text] : anita_sharma()) device.fill(field, text);
  device.act(SaveCustomer{});
  return *device.editor().id;
}

// Another device's edit of one plain field of the only customer.
PulledRow edited_elsewhere(const Device& device, FieldNumber field, const Value& value) {
  PulledRow row = device.row_at_server("customer");
  std::erase_if(row.fields, [&](const FieldValue& each) { return each.field == field; });
  row.fields.push_back({field, value});
  std::sort(row.fields.begin(), row.fields.end(),
            [](const auto& a, const auto& b) { return a.field < b.field; });
  row.versions[field] = {kOther, 1};
  row.changed = {"bala", kOther, kMorningMs + 1000};
  return row;
}

constexpr FieldNumber kPaymentTerms = 18;
constexpr FieldNumber kNotes = 21;
constexpr FieldNumber kCode = 28;

TEST_CASE(
    "sync: one request of the engine is open at a time, also when another save comes meanwhile") {
  Device device;
  device.start_signed_in();
  create_anita(device);
  CHECK(device.has_request("POST", "/v1/push"));
  device.fill("notes", "second save");
  device.act(SaveCustomer{});
  const auto& open = device.platform->open_requests;
  CHECK(std::count_if(open.begin(), open.end(),
                      [](const HttpRequest& each) { return each.path == "/v1/push"; }) == 1);
  const auto first = device.answer_push();
  CHECK(device.state().sync.unsent > 0);
  const auto second = device.answer_push();
  CHECK(second.front().seq == first.back().seq + 1);
  device.settle();
  CHECK(device.state().sync.unsent == 0);
  CHECK(device.box("notes") == "second save");
}

TEST_CASE("sync: no answer leaves the changes unsent, and the next try sends them again") {
  Device device;
  device.start_signed_in();
  create_anita(device);
  CHECK(device.state().sync.unsent == 1);  // one save, whatever number of records it has
  device.lose("POST", "/v1/push");
  CHECK(device.state().sync.unsent == 1);
  CHECK_FALSE(device.state().sync.online);
  CHECK_FALSE(device.state().sync.problem.empty());
  for (int alarms = 0; alarms < 5 && !device.has_request("POST", "/v1/push"); ++alarms)
    device.wake();
  CHECK(device.answer_push().size() == 5);  // customer, contact, address and both links
  device.settle();
  CHECK(device.state().sync.online);
  CHECK(device.state().sync.unsent == 0);
  CHECK(device.state().sync.last_success_ms);
}

TEST_CASE("sync: the network coming back, and Sync now, each try at once") {
  Device device;
  device.start_signed_in();
  device.go_offline();
  create_anita(device);
  device.go_offline();
  device.act(SyncNow{});
  CHECK(device.has_request("POST", "/v1/push"));
  device.go_offline();
  device.app->on_network(true);
  CHECK(device.has_request("POST", "/v1/push"));
}

TEST_CASE("sync: when it last succeeded is known after a restart without a network") {
  Device device;
  device.start_signed_in();
  create_anita(device);
  device.settle();
  const auto success = device.state().sync.last_success_ms;
  REQUIRE(success);
  device.start("/sync");
  device.go_offline();
  CHECK(device.state().sync.last_success_ms == success);
}

TEST_CASE("sync: a captive portal's page is no server") {
  Device device;
  device.start_signed_in();
  create_anita(device);
  const std::size_t unsent = device.state().sync.unsent;
  const auto request = device.platform->take_request("POST", "/v1/push");
  REQUIRE(request);
  HttpAnswer page;
  page.id = request->id;
  page.status = 200;
  page.body = "<html>Welcome to the Wi-Fi</html>";
  page.content_type = "text/html";
  device.app->on_http_answer(page);
  CHECK(device.state().sync.unsent == unsent);
  CHECK_FALSE(device.state().sync.online);
}

TEST_CASE("sync: an answer nobody waits for changes nothing") {
  Device device;
  device.start_signed_in();
  HttpAnswer answer;
  answer.id = 999'999;
  answer.status = 500;
  device.app->on_http_answer(answer);
  CHECK(device.state().session);
  CHECK(device.state().sync.problem.empty());
}

TEST_CASE("sync: an untouched form shows what others changed") {
  Device device;
  device.start_signed_in();
  create_anita(device);
  device.settle();
  const std::uint32_t revision = device.editor().revisions.of("name");
  device.act(SyncNow{});
  device.answer_pull({edited_elsewhere(device, kPaymentTerms, std::string("Net 45 days"))});
  CHECK(device.box("payment_terms") == "Net 45 days");
  CHECK(device.editor().revisions.of("name") > revision);
  CHECK_FALSE(device.editor().dirty);
}

TEST_CASE(
    "sync: a form being edited keeps its text and its base, and the save overwrites nobody's other "
    "field") {
  Device device;
  device.start_signed_in();
  create_anita(device);
  device.settle();
  device.act(EditCustomerField{"notes", "typing…"});
  device.act(SyncNow{});
  device.answer_pull({edited_elsewhere(device, kPaymentTerms, std::string("Net 45 days"))});
  CHECK(device.box("notes") == "typing…");
  CHECK(device.box("payment_terms").empty());
  CHECK(device.editor().changed_elsewhere);
  device.settle();

  device.act(SaveCustomer{});
  const auto sent = device.answer_push();
  REQUIRE(sent.size() == 1);
  REQUIRE(sent[0].fields.size() == 1);  // the other's payment terms are not sent back as a change
  CHECK(sent[0].fields[0].field == kNotes);
  CHECK(device.box("payment_terms") == "Net 45 days");
  CHECK(device.box("notes") == "typing…");
  CHECK_FALSE(device.editor().changed_elsewhere);
}

TEST_CASE(
    "sync: an edit of the field that somebody else changed meanwhile says which version it was "
    "built on") {
  Device device;
  device.start_signed_in();
  const RecordId id = create_anita(device);
  device.settle();
  const auto dots = device.editor().existing->customer.versions;
  device.act(EditCustomerField{"payment_terms", "Cash"});
  device.wake();
  device.act(SyncNow{});
  device.answer_pull({edited_elsewhere(device, kPaymentTerms, std::string("Net 45 days"))});
  device.settle();

  // Over a restart too: the base is the one on the author's screen, not the one that came since.
  device.start("/customers/" + id.text());
  CHECK(device.box("payment_terms") == "Cash");
  CHECK(device.editor().changed_elsewhere);
  device.settle();
  device.act(SaveCustomer{});
  const auto sent = device.answer_push();
  REQUIRE(sent.size() == 1);
  const auto seen = dots.find(kPaymentTerms);
  const Dot base = seen == dots.end() ? Dot{} : seen->second;
  const auto sent_base = sent[0].base.find(kPaymentTerms);
  CHECK((sent_base == sent[0].base.end() ? Dot{} : sent_base->second) == base);
}

TEST_CASE("sync: the number that the server gives shows even while the form is being edited") {
  Device device;
  device.start_signed_in();
  create_anita(device);
  device.settle();
  device.act(EditCustomerField{"notes", "typing…"}, SyncNow{});
  device.answer_pull({edited_elsewhere(device, kCode, std::string("C-000042"))});
  CHECK(device.editor().existing->customer.get("code") == Value{std::string("C-000042")});
  CHECK(device.box("notes") == "typing…");
}

TEST_CASE("sync: the sync screen lists what waits, by customer and field, oldest first") {
  Device device;
  device.start_signed_in();
  device.go_offline();
  create_anita(device);
  device.advance_ms(60'000);
  device.fill("phone", "9123456780");
  device.act(SaveCustomer{});
  device.act(OpenScreen{Screen::Sync});
  const auto& unsent = device.state().sync_screen.unsent;
  REQUIRE(unsent.size() == 2);
  CHECK(unsent[0].record_name == "Anita Sharma");
  CHECK(unsent[0].what.find("Customer: Name") != std::string::npos);
  CHECK(unsent[0].what.find("Address") != std::string::npos);
  CHECK(unsent[1].record_name == "Anita Sharma");
  CHECK(unsent[1].what.find("Contact: ") != std::string::npos);
  CHECK(unsent[1].what.find("Phone") != std::string::npos);
  CHECK(unsent[1].at_ms == kMorningMs + 60'000);
  CHECK(device.state().sync_screen.customers == 1);

  device.act(SyncNow{});
  device.settle();
  CHECK(device.state().sync_screen.unsent.empty());
}

TEST_CASE("sync: a page that does not fit on the disk is said, kept off, and pulled again later") {
  Device device;
  device.start_signed_in();
  device.fill_disk();
  std::vector<PulledRow> rows;
  for (int i = 0; i < 200; ++i) {
    Uuid::Bytes bytes{};
    bytes[15] = static_cast<std::uint8_t>(i);
    PulledRow row(Uuid::from_bytes(bytes));
    row.table = "customer";
    row.fields = {{1, "Customer " + std::to_string(i)}, {21, std::string(2000, 'n')}};
    row.versions = {{1, {kOther, 1}}, {21, {kOther, 1}}};
    row.created = row.changed = {"bala", kOther, kMorningMs};
    rows.push_back(row);
  }
  while (!device.has_request("POST", "/v1/pull"))
    device.wake();  // by itself: no other alarm is set
  device.answer_pull(rows);
  CHECK(device.state().customers.total == 0);
  CHECK(device.state().sync.problem.find("no space left") != std::string::npos);
  REQUIRE(device.state().toast);
  CHECK(device.state().toast->is_error);

  device.free_disk();
  for (int alarms = 0; alarms < 5 && !device.has_request("POST", "/v1/pull"); ++alarms)
    device.wake();
  device.answer_pull(rows);
  CHECK(device.state().customers.total == 200);
  CHECK(device.state().sync.problem.empty());
}

TEST_CASE("sync: the browser's answer about lasting storage is shown") {
  Device device;
  device.start_signed_in();
  CHECK_FALSE(device.state().storage_persisted);
  device.app->on_persistence(false);
  CHECK(device.state().storage_persisted == false);
  device.app->on_persistence(true);
  CHECK(device.state().storage_persisted == true);
}

TEST_CASE("sync: a denied edit is told with its customer and reason, once, and taken back") {
  Device device;
  device.start_signed_in();
  create_anita(device);
  device.settle();
  device.fill("notes", "Give 90 days");
  device.fill("phone", "9123456780");
  device.act(SaveCustomer{});
  device.platform->announcements.clear();
  device.deny_push("This role may read everything and change nothing.");
  const std::string text =
      "Not accepted: Anita Sharma. This role may read everything and change nothing. The changes "
      "are kept in Conflicts.";
  REQUIRE(device.state().toast);
  CHECK(device.state().toast->text == text);
  CHECK(device.state().toast->is_error);
  REQUIRE(device.platform->announcements.size() == 1);
  CHECK(device.platform->announcements[0].text == text);
  CHECK(device.platform->announcements[0].politeness == Politeness::Assertive);

  device.answer_pull();
  CHECK(device.has_request("GET", "/v1/conflicts"));  // where it stands now
  device.settle();
  CHECK(device.box("notes").empty());
  CHECK(device.box("phone") == "9123456789");
  CHECK(device.state().sync.unsent == 0);
  CHECK(device.platform->announcements.size() == 1);
  CHECK(device.state().toast->text == text);  // until it is dismissed
}

TEST_CASE("sync: a customer whose creation was denied leaves the screen") {
  Device device;
  device.start_signed_in();
  create_anita(device);
  device.deny_push("Not for this role.");
  CHECK(device.state().toast->text.starts_with("Not accepted: Anita Sharma. Not for this role."));
  device.settle();
  CHECK(device.state().customers.total == 0);
  CHECK_FALSE(device.state().editor);
  CHECK(device.url() == "/customers");
  CHECK(device.state().toast->text.starts_with("Not accepted: Anita Sharma."));
}

TEST_CASE("sync: several denied customers are told in one breath") {
  Device device;
  device.start_signed_in();
  create_anita(device);
  device.act(NewCustomer{});
  device.fill("name", "Gupta General Store");
  device.fill("customer_type", "Business");
  device.act(SaveCustomer{}, ConfirmWarnings{});
  device.answer_push();  // Anita's stand
  device.deny_push("Not for this role.");
  CHECK(device.state().toast->text.starts_with("Not accepted: Gupta General Store. "));
  device.settle();

  device.go_offline();
  for (const char* name : {"Bharat Agro", "Deccan Plastics", "Chennai Auto"}) {
    device.act(NewCustomer{});
    device.fill("name", name);
    device.fill("customer_type", "Individual");
    device.act(SaveCustomer{}, ConfirmWarnings{});
    device.go_offline();
  }
  device.act(SyncNow{});
  device.deny_push("Not for this role.");
  CHECK(device.state().toast->text ==
        "Not accepted: Bharat Agro and 2 more. Not for this role. The changes are kept in "
        "Conflicts.");
}

TEST_CASE("sync: a server of another version makes the page look for a newer program, and goes on") {
  Device device;
  device.start_signed_in();
  create_anita(device);
  const std::string refusal = encode_error(make_error_reply("proto.version"));
  device.answer("POST", "/v1/push", 426, refusal);
  CHECK(device.state().sync.phase == SyncPhase::Stopped);
  CHECK(device.platform->looks_for_update == 1);
  CHECK(device.state().sync.unsent > 0);

  device.settle();
  for (int alarms = 0; alarms < 10 && !device.has_request("POST", "/v1/push"); ++alarms)
    device.wake();  // by itself
  device.settle();
  CHECK(device.state().sync.phase == SyncPhase::Idle);
  CHECK(device.state().sync.unsent == 0);

  // Or the page is updated: the new program starts and sends what waits.
  device.fill("notes", "later");
  device.act(SaveCustomer{});
  device.answer("POST", "/v1/push", 426, refusal);
  device.app->on_update_ready();
  CHECK(device.state().update_ready);
  device.act(UpdateProgram{});
  CHECK(device.platform->program_updates == 1);
  device.start("/customers");
  CHECK(device.has_request("POST", "/v1/push"));
}

}  // namespace
}  // namespace cm::test
