// The customer form through actions alone: the two walkthroughs, errors, warnings, fixes, and disks
// that are full.
#include <doctest/doctest.h>

#include <algorithm>

#include "shared/domain/records/catalogue.h"
#include "shared/store/record_store.h"
#include "tests/unit/client/app/device.h"

namespace cm::test {
namespace {

void fill_all(Device& device, const Boxes& boxes) {
  for (const auto& [field, text] : boxes) device.fill(field, text);
}

std::string text_in(const Row& row, std::string_view field) {
  const auto* text = std::get_if<std::string>(&row.get(field));
  return text ? *text : "";
}

void create_sai(Device& device) {
  device.act(NewCustomer{});
  fill_all(device, sai_engineering());
  device.act(SaveCustomer{}, EditOverrideReason{"Typed from the certificate"}, ConfirmWarnings{});
}

TEST_CASE(
    "form: the business walkthrough saves through the check-character warning with a reason") {
  Device device;
  device.start_signed_in();
  device.act(NewCustomer{});
  CHECK(device.url() == "/customers/new");
  CHECK_FALSE(device.editor().dirty);
  fill_all(device, sai_engineering());
  CHECK(device.editor().dirty);
  const Finding* finding = device.find_finding("gstin", "gstin.check_character");
  REQUIRE(finding);
  CHECK(finding->expected == "R");

  device.act(SaveCustomer{});
  REQUIRE(device.editor().step == EditorStep::ConfirmingWarnings);
  CHECK(device.editor().reason_needed);
  CHECK_FALSE(device.editor().to_confirm.empty());
  CHECK(device.state().sync.unsent == 0);
  device.act(ConfirmWarnings{});
  CHECK(device.editor().reason_missing);
  CHECK(device.editor().step == EditorStep::ConfirmingWarnings);
  CHECK(device.state().sync.unsent == 0);
  device.act(EditOverrideReason{"Typed from the certificate"});
  CHECK_FALSE(device.editor().reason_missing);
  CHECK(device.editor().step == EditorStep::ConfirmingWarnings);
  device.act(ConfirmWarnings{});

  REQUIRE(device.editor().id);
  CHECK(device.url() == "/customers/" + device.editor().id->text());
  CHECK(device.platform->navigations.back().mode == NavigationMode::Replace);
  CHECK(device.platform->navigations.back().title == "Sai Engineering Works – Customer Master");
  CHECK_FALSE(device.editor().dirty);
  CHECK(device.state().sync.unsent > 0);
  CHECK(device.announced("Customer created."));
  CHECK(device.platform->persistence_requests == 1);

  const auto sheet = RecordStore(*device.database).find_customer_sheet(*device.editor().id);
  REQUIRE(sheet);
  CHECK(text_in(sheet->customer, "gstin") == "27AABCS1234F1Z5");
  CHECK(text_in(sheet->customer, "override_reason") == "Typed from the certificate");
  CHECK(sheet->customer.get("credit_limit") == Value{std::int64_t{50'000'000}});
  REQUIRE(sheet->contact);
  CHECK(text_in(*sheet->contact, "name") == "Rajesh Patil");
  REQUIRE(sheet->billing);
  CHECK(text_in(*sheet->billing, "pincode") == "411026");
  REQUIRE(sheet->shipping);
  CHECK(text_in(*sheet->shipping, "pincode") == "411039");

  const auto sent = device.answer_push();
  CHECK(std::any_of(sent.begin(), sent.end(),
                    [](const Operation& each) { return each.table == "customer"; }));
  device.settle();
  CHECK(device.state().sync.unsent == 0);
}

TEST_CASE(
    "form: the individual walkthrough needs no GSTIN, and credit limit 0 is kept as no credit") {
  Device device;
  device.start_signed_in();
  device.act(NewCustomer{});
  fill_all(device, anita_sharma());
  device.act(SaveCustomer{});
  REQUIRE(device.editor().id);
  const auto sheet = RecordStore(*device.database).find_customer_sheet(*device.editor().id);
  REQUIRE(sheet);
  CHECK(sheet->customer.get("credit_limit") == Value{std::int64_t{0}});
  CHECK(is_blank(sheet->customer.get("gstin")));
}

TEST_CASE("form: created offline, the customer is in the list and waits to be sent") {
  Device device;
  device.start_signed_in();
  device.go_offline();
  create_sai(device);
  CHECK(device.announced("It will be sent when the network is back."));
  CHECK(device.state().sync.unsent > 0);
  device.act(CloseEditor{});
  REQUIRE(device.state().customers.rows.size() == 1);
  CHECK(device.state().customers.rows[0].name == "Sai Engineering Works");
  CHECK(device.state().customers.rows[0].unsent);
  device.go_offline();
  device.start("/customers");
  CHECK(device.state().customers.total == 1);
  CHECK(device.state().sync.unsent > 0);
}

TEST_CASE("form: errors refuse the save, all are shown, and the first one gets the focus") {
  Device device;
  device.start_signed_in();
  device.act(NewCustomer{});
  device.fill({{"billing_pincode", "12"}, {"email", "nobody"}});
  const std::uint32_t focus_before = device.editor().focus_request;
  device.act(SaveCustomer{});
  CHECK(device.editor().save_tried);
  CHECK(device.editor().step == EditorStep::Editing);
  CHECK(device.find_finding("name", "field.required"));
  CHECK(device.find_finding("billing_pincode", "pincode.shape"));
  CHECK(device.find_finding("email", "email.shape"));
  CHECK(device.editor().focus_field == "name");
  CHECK(device.editor().focus_request > focus_before);
  CHECK(device.announced("Not saved"));
  CHECK(device.state().sync.unsent == 0);
}

TEST_CASE("form: the suggested check character is taken with one press") {
  Device device;
  device.start_signed_in();
  device.act(NewCustomer{});
  device.fill("gstin", "27 aabcs-1234f1z5");
  CHECK(device.box("gstin") == "27AABCS1234F1Z5");  // written the one right way once left
  const std::uint32_t revision = device.editor().revisions.of("gstin");
  const std::uint32_t others = device.editor().revisions.of("phone");
  device.act(UseExpected{"gstin"});
  CHECK(device.box("gstin") == "27AABCS1234F1ZR");
  CHECK(device.editor().revisions.of("gstin") > revision);
  CHECK(device.editor().revisions.of("phone") == others);  // what is being typed there stays
  CHECK_FALSE(device.find_finding("gstin", "gstin.check_character"));
}

TEST_CASE("form: the GSTIN's state replaces a wrong billing state") {
  Device device;
  device.start_signed_in();
  device.act(NewCustomer{});
  device.fill({{"name", "A"},
               {"customer_type", "Business"},
               {"gstin", "27AABCS1234F1ZR"},
               {"billing_state", "Gujarat"}});
  REQUIRE(device.find_finding("billing_state", "gstin.state_differs"));
  device.act(UseExpected{"billing_state"});
  CHECK(device.box("billing_state") == "Maharashtra");
  CHECK_FALSE(device.find_finding("billing_state", "gstin.state_differs"));
}

TEST_CASE("form: the state that a PIN belongs to goes into the state's box") {
  Device device;
  device.start_signed_in();
  device.act(NewCustomer{});
  device.fill(
      {{"billing_address", "12"}, {"billing_state", "Rajasthan"}, {"billing_pincode", "411026"}});
  const Finding* finding = device.find_finding("billing_pincode", "pincode.state");
  REQUIRE(finding);
  REQUIRE_FALSE(finding->expected.empty());
  device.act(UseExpected{"billing_pincode"});
  CHECK(device.box("billing_pincode") == "411026");
  CHECK_FALSE(device.find_finding("billing_pincode", "pincode.state"));
}

TEST_CASE("form: a GSTIN that carries a PAN fills the blank PAN and leaves a typed one") {
  Device device;
  device.start_signed_in();
  device.act(NewCustomer{});
  device.act(EditCustomerField{"gstin", "27AABCS1234F1ZR"});
  CHECK(device.box("pan").empty());  // not while it is being typed
  device.act(LeaveCustomerField{"gstin"});
  CHECK(device.box("pan") == "AABCS1234F");
  device.fill("pan", "ABCPS9999K");
  device.fill("gstin", "27AABCS1234F1ZR");
  CHECK(device.box("pan") == "ABCPS9999K");
}

TEST_CASE("form: filling the PAN does not turn away what is being typed there at that moment") {
  Device device;
  device.start_signed_in();
  device.act(NewCustomer{});
  const auto revision = device.editor().revisions.of("pan");
  device.fill("gstin", "27AABCS1234F1ZR");
  CHECK(device.editor().revisions.of("pan") == revision);  // edits of an older one are dropped
}

TEST_CASE("form: back from the warnings, nothing is saved and the field has the focus") {
  Device device;
  device.start_signed_in();
  device.act(NewCustomer{});
  fill_all(device, sai_engineering());
  device.act(SaveCustomer{}, ReturnToEditing{});
  CHECK(device.editor().step == EditorStep::Editing);
  CHECK(device.editor().focus_field == "gstin");
  CHECK(device.state().sync.unsent == 0);
}

TEST_CASE("form: shipping same as billing is one address for both") {
  Device device;
  device.start_signed_in();
  device.act(NewCustomer{});
  fill_all(device, anita_sharma());
  device.act(SetShippingSameAsBilling{true}, SaveCustomer{});
  REQUIRE(device.editor().id);
  REQUIRE(device.editor().existing);
  CHECK(device.editor().existing->shares_address());
  CHECK(device.editor().draft.shipping_same_as_billing);
}

TEST_CASE("form: an edit is one change of the fields that were changed") {
  Device device;
  device.start_signed_in();
  create_sai(device);
  device.settle();
  device.fill("payment_terms", "Cash");
  CHECK(device.editor().dirty);
  device.act(SaveCustomer{});
  CHECK(device.announced("Saved on this device."));
  const auto sent = device.answer_push();
  REQUIRE(sent.size() == 1);
  REQUIRE(sent[0].fields.size() == 1);
  CHECK(sent[0].fields[0].value == Value{std::string("Cash")});
  CHECK_FALSE(device.editor().dirty);
  CHECK(device.box("payment_terms") == "Cash");
}

TEST_CASE("form: a save without a change changes nothing") {
  Device device;
  device.start_signed_in();
  create_sai(device);
  device.settle();
  device.act(SaveCustomer{});
  CHECK(device.state().sync.unsent == 0);
  CHECK_FALSE(device.has_request("POST", "/v1/push"));
  CHECK(device.announced("nothing to save"));
}

TEST_CASE(
    "form: on a full disk the save is refused in words, what is typed stays, and later it goes "
    "through") {
  Device device;
  device.start_signed_in();
  create_sai(device);
  device.settle();
  device.act(NewCustomer{});
  fill_all(device, anita_sharma());
  device.fill("notes", std::string(60'000, 'x').substr(0, 3'900));
  device.fill_disk();
  device.act(SaveCustomer{});
  REQUIRE(device.state().editor);
  CHECK(device.editor().problem.find("no space left") != std::string::npos);
  CHECK(device.announced("no space left"));
  CHECK_FALSE(device.editor().id);
  CHECK(device.box("name") == "Anita Sharma");
  CHECK(device.state().sync.unsent == 0);
  CHECK(device.state().customers.total == 1);

  device.free_disk();
  device.act(SaveCustomer{});
  REQUIRE(device.editor().id);
  CHECK(device.editor().problem.empty());
  CHECK(device.state().customers.total == 2);
}

TEST_CASE("form: the toast goes by itself, an error stays until dismissed") {
  Device device;
  device.start_signed_in();
  device.act(NewCustomer{});
  fill_all(device, anita_sharma());
  device.act(SaveCustomer{});
  device.settle();
  REQUIRE(device.state().toast);
  device.advance_ms(5001);
  device.app->on_wake();
  CHECK_FALSE(device.state().toast);
  device.app->on_url("/customers/0190a5b0-1234-7abc-8def-0123456789ab");
  REQUIRE(device.state().toast);
  device.advance_ms(60'000);
  device.app->on_wake();
  CHECK(device.state().toast);
  device.act(DismissToast{});
  CHECK_FALSE(device.state().toast);
}

}  // namespace
}  // namespace cm::test
