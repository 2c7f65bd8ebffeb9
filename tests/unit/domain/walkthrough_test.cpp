// Goal: the seeds' two walkthrough customers go through the form, word for word.
#include <doctest/doctest.h>

#include "shared/domain/field_text.h"
#include "shared/domain/records/address.h"
#include "shared/domain/records/contact.h"
#include "shared/domain/records/customer.h"
#include "tests/unit/domain/customer_sheets.h"

using namespace cm;
using namespace cm::test;

TEST_CASE("walkthrough: Sai Engineering Works is saved through the check-character warning") {
  QuickDraft draft = sai_draft();
  DraftCheck check = check_draft(draft, nullptr);
  CHECK_FALSE(check.has_errors());
  REQUIRE(check.findings.size() == 1);
  CHECK(check.findings[0].field == "gstin");
  CHECK(check.findings[0].code == "gstin.check_character");
  CHECK(check.findings[0].expected == "R");
  CHECK(check.lacks_reason());
  draft.override_reason = "As printed on the customer's letterhead";
  Desk desk;
  const CustomerSheet sheet = desk.store(draft);
  const auto customer = from_row<Customer>(sheet.customer);
  CHECK(customer.unparsed.empty());
  CHECK(customer.record.customer_type == CustomerType::Business);
  CHECK(customer.record.gstin->text() == "27AABCS1234F1Z5");
  CHECK(customer.record.pan->text() == "AABCS1234F");
  CHECK(customer.record.gstin_source == GstinSource::Typed);
  CHECK(customer.record.credit_limit == Money::from_paise(500000'00));
  CHECK(customer.record.credit_days == 30);
  CHECK(customer.record.active);
  CHECK(customer.record.override_reason == "As printed on the customer's letterhead");
  const auto contact = from_row<Contact>(*sheet.contact);
  CHECK(contact.record.name == "Rajesh Patil");
  CHECK(contact.record.phone->text() == "+919876543210");
  CHECK(contact.record.email->text() == "accounts@saiengineering.example.com");
  CHECK(contact.record.is_primary);
  const auto billing = from_row<Address>(*sheet.billing);
  CHECK(billing.record.line1 == "Plot 45, MIDC Phase II");
  CHECK(billing.record.city == "Pune");
  CHECK(billing.record.state->text() == "27");
  CHECK(billing.record.pincode->text() == "411026");
  const auto shipping = from_row<Address>(*sheet.shipping);
  CHECK(shipping.record.line1 == "Gate No. 7, Industrial Area");
  CHECK(shipping.record.pincode->text() == "411039");
  CHECK(display_field(sheet.customer.type->get_field("credit_limit"),
                      sheet.customer.get("credit_limit")) == "₹ 5,00,000.00");
}

TEST_CASE(
    "walkthrough: Anita Sharma is saved without a question, her credit limit is zero and not "
    "blank") {
  const DraftCheck check = check_draft(anita_draft(), nullptr);
  CHECK(check.findings.empty());
  CHECK(check.to_confirm.empty());
  CHECK_FALSE(check.lacks_reason());
  Desk desk;
  const CustomerSheet sheet = desk.store(anita_draft());
  const auto customer = from_row<Customer>(sheet.customer);
  CHECK(customer.record.customer_type == CustomerType::Individual);
  CHECK_FALSE(customer.record.gstin);
  CHECK_FALSE(customer.record.pan);
  REQUIRE(customer.record.credit_limit);
  CHECK(customer.record.credit_limit->paise() == 0);
  CHECK_FALSE(customer.record.credit_days);
  const auto contact = from_row<Contact>(*sheet.contact);
  CHECK(contact.record.name.empty());
  CHECK(contact.record.phone->text() == "+919123456789");
  CHECK(sheet.billing);
  CHECK_FALSE(sheet.shipping);
}
