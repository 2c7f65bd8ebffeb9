// Goal: what no single field can show is found across the customer's fields, with the fix.
#include "shared/domain/rules/check_customer.h"

#include <doctest/doctest.h>

using namespace cm;

namespace {

Customer a_business() {
  Customer customer(CustomerId(Uuid::from_bytes({})));
  customer.name = "Sai";
  customer.customer_type = CustomerType::Business;
  customer.gstin = *Gstin::parse("27AAPFU0939F1ZV");
  customer.pan = *Pan::parse("AAPFU0939F");
  return customer;
}

CustomerContext billed_in(const char* state) {
  return {*StateCode::parse(state)};
}

}  // namespace

TEST_CASE("check_customer: nothing is said when all agrees") {
  CHECK(check_customer(a_business(), billed_in("Maharashtra")).empty());
  CHECK(check_customer(a_business(), {}).empty());
}

TEST_CASE("check_customer: a business without GSTIN is a note, an individual is not") {
  Customer customer = a_business();
  customer.gstin.reset();
  const Findings findings = check_customer(customer, {});
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "gstin.missing");
  CHECK(findings[0].grade == Grade::Note);
  customer.customer_type = CustomerType::Individual;
  CHECK(check_customer(customer, {}).empty());
}

TEST_CASE("check_customer: a proprietor's PAN letter never makes an individual") {
  Customer customer = a_business();
  customer.gstin = *Gstin::parse("27ABCPM8965E1ZE");
  customer.pan = *Pan::parse("ABCPM8965E");
  CHECK(check_customer(customer, {}).empty());
  CHECK(customer.customer_type == CustomerType::Business);
}

TEST_CASE("check_customer: another PAN than the GSTIN's is a warning with the right one") {
  Customer customer = a_business();
  customer.pan = *Pan::parse("AABCS1234F");
  const Findings findings = check_customer(customer, {});
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "pan.differs");
  CHECK(findings[0].expected == "AAPFU0939F");
  CHECK(findings[0].needs_reason);
  customer.gstin = *Gstin::parse("0717UNO00157UNO");  // carries none
  CHECK(check_customer(customer, {}).empty());
}

TEST_CASE(
    "check_customer: a billing state other than the GSTIN's is a warning with the state to use") {
  struct Case {
    const char* gstin;
    const char* state;
    bool warned;
  };
  for (const auto& [gstin, state, warned] :
       {Case{"27AAPFU0939F1ZV", "Maharashtra", false}, Case{"27AAPFU0939F1ZV", "Gujarat", true},
        Case{"25AAPFU0939F1ZV", "26", false}, Case{"28AAPFU0939F1ZV", "37", false},
        Case{"37AAPFU0939F1ZV", "28", false}, Case{"97AAPFU0939F1ZV", "Goa", false},
        Case{"9917SGP29001OST", "96", false}}) {
    CAPTURE(gstin);
    Customer customer = a_business();
    customer.gstin = *Gstin::parse(gstin);
    customer.pan = customer.gstin->pan();
    const Findings findings = check_customer(customer, billed_in(state));
    REQUIRE(findings.size() == (warned ? 1 : 0));
    if (!warned) continue;
    CHECK(findings[0].code == "gstin.state_differs");
    CHECK(findings[0].field == "state");
    CHECK(findings[0].expected == "Maharashtra");
  }
}

TEST_CASE("check_customer: the category must fit the number") {
  Customer customer = a_business();
  customer.gst_category = GstCategory::RegisteredComposition;  // cannot be seen in the number
  CHECK(check_customer(customer, {}).empty());
  customer.gstin = *Gstin::parse("0717UNO00157UNO");
  Findings findings = check_customer(customer, {});
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "gst_category.differs");
  CHECK(findings[0].expected == "UIN Holder");
  customer.gstin.reset();
  customer.customer_type = CustomerType::Individual;
  findings = check_customer(customer, {});
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "gst_category.needs_gstin");
  customer.gst_category = GstCategory::Unregistered;
  CHECK(check_customer(customer, {}).empty());
}

TEST_CASE("check_customer: a hold date without a hold is a warning") {
  Customer customer = a_business();
  customer.hold_until = *Date::parse("2026-12-31");
  const Findings findings = check_customer(customer, {});
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "hold.until_without_hold");
  customer.on_hold = true;
  CHECK(check_customer(customer, {}).empty());
}
