// Goal: the form shows what is stored, and says all that is wrong with what is typed, at its box.
#include <doctest/doctest.h>

#include <fstream>

#include "shared/domain/exchange/csv.h"
#include "tests/unit/domain/customer_sheets.h"

using namespace cm;
using namespace cm::test;

TEST_CASE("quick_draft: the boxes are those of the seeds' form, in its order") {
  std::string labels;
  for (const QuickField& quick : quick_fields()) {
    labels.append(labels.empty() ? "" : ",").append(quick.label);
    CHECK(find_quick_field(quick.name) == &quick);
    CHECK(find_quick_field(quick.part, quick.field) == &quick);
    CHECK(field_of(quick).number > 0);
    CHECK_FALSE(quick.section.empty());
  }
  CHECK(labels ==
        "Name,Customer Type,GSTIN,PAN,Email,Phone,Contact Person,Billing Address,Billing "
        "City,Billing State,Billing Pincode,"
        "Shipping Address,Shipping City,Shipping State,Shipping Pincode,Credit Limit,Credit "
        "Days,Payment Terms,Notes,Active");
  CHECK(find_quick_field("nothing") == nullptr);
  std::ifstream file(std::string(CM_SOURCE_DIR) + "/tests/fixtures/customers_udyamo.csv");
  std::string header;
  REQUIRE(std::getline(file, header));
  CHECK(header == labels);
}

TEST_CASE("quick_draft: a new customer is active and otherwise empty") {
  const QuickDraft draft = draft_of(nullptr);
  CHECK(draft.text == std::map<std::string, std::string>{{"active", "Yes"}});
  CHECK_FALSE(draft.shipping_same_as_billing);
}

TEST_CASE("quick_draft: all findings come at once, each at its box, in the order of the form") {
  QuickDraft draft;
  draft.text = {{"name", ""},
                {"gstin", "27"},
                {"pan", "x"},
                {"email", "x"},
                {"phone", "x"},
                {"billing_state", "Bavaria"},
                {"billing_pincode", "0"},
                {"shipping_pincode", "0"},
                {"credit_limit", "x"},
                {"credit_days", "x"},
                {"active", "x"}};
  std::string found;
  const DraftCheck check = check_draft(draft, nullptr);
  for (const Finding& finding : check.findings) found += finding.field + ":" + finding.code + " ";
  CHECK(found ==
        "name:field.required customer_type:field.required gstin:gstin.length pan:pan.shape "
        "email:email.shape phone:phone.shape "
        "billing_address:address.line_missing billing_state:state.unknown "
        "billing_pincode:pincode.shape "
        "shipping_address:address.line_missing shipping_pincode:pincode.shape "
        "credit_limit:money.shape credit_days:field.number "
        "active:field.yes_no ");
  CHECK(check.has_errors());
}

TEST_CASE("quick_draft: findings speak of the box, not of the field behind it") {
  QuickDraft draft = sai_draft();
  draft.text["billing_city"] = std::string(101, 'x');
  const DraftCheck check = check_draft(draft, nullptr);
  const Finding* finding = find_code(check.findings, "field.too_long");
  REQUIRE(finding);
  CHECK(finding->field == "billing_city");
  CHECK(finding->text.starts_with("Billing City"));
}

TEST_CASE("quick_draft: warnings about identity ask for a reason, others only for a yes") {
  DraftCheck check = check_draft(sai_draft(), nullptr);
  REQUIRE(check.to_confirm.size() == 1);
  CHECK(check.to_confirm[0].code == "gstin.check_character");
  CHECK(check.lacks_reason());
  QuickDraft with_reason = sai_draft();
  with_reason.override_reason = " seen on paper ";
  check = check_draft(with_reason, nullptr);
  CHECK_FALSE(check.lacks_reason());
  CHECK(check.override_reason == "seen on paper");
  check = check_draft(edited(anita_draft(), {{"phone", "ask at the gate"}}), nullptr);
  REQUIRE(check.to_confirm.size() == 1);
  CHECK_FALSE(check.lacks_reason());
}

TEST_CASE("quick_draft: a warning accepted once is shown but not asked about again") {
  Desk desk;
  QuickDraft draft = sai_draft();
  draft.override_reason = "seen on paper";
  const CustomerSheet sheet = desk.store(draft);
  const DraftCheck again = check_draft(edited(draft_of(&sheet), {{"notes", "call first"}}), &sheet);
  CHECK(find_code(again.findings, "gstin.check_character"));
  CHECK(again.to_confirm.empty());
  CHECK_FALSE(again.lacks_reason());
  const DraftCheck other =
      check_draft(edited(draft_of(&sheet), {{"billing_state", "Gujarat"}}), &sheet);
  CHECK(find_code(other.to_confirm, "gstin.state_differs"));
  CHECK(find_code(other.to_confirm, "pincode.state"));
  CHECK_FALSE(find_code(other.to_confirm, "gstin.check_character"));
}

TEST_CASE("quick_draft: the billing state is held against the GSTIN, the shipping state is not") {
  QuickDraft draft = edited(sai_draft(), {{"gstin", "27AABCS1234F1ZR"},
                                          {"shipping_state", "Gujarat"},
                                          {"shipping_pincode", "395001"}});
  CHECK(check_draft(draft, nullptr).findings.empty());
  draft = edited(draft, {{"billing_state", "Gujarat"}, {"billing_pincode", "395001"}});
  const DraftCheck check = check_draft(draft, nullptr);
  REQUIRE(check.findings.size() == 1);
  CHECK(check.findings[0].field == "billing_state");
  CHECK(check.findings[0].expected == "Maharashtra");
}

TEST_CASE(
    "quick_draft: a blank PAN is filled from the GSTIN and the category guessed where it shows") {
  const DraftCheck check = check_draft(edited(sai_draft(), {{"pan", ""}}), nullptr);
  CHECK(find_code(check.findings, "pan.filled"));
  CHECK(check.customer.values.at(5) == Value{std::string("AABCS1234F")});
  CHECK(check.customer.values.count(4) == 0);
  const DraftCheck uin = check_draft(edited(sai_draft(), {{"gstin", "0717UNO00157UNO"},
                                                          {"billing_state", "Delhi"},
                                                          {"billing_pincode", "110001"}}),
                                     nullptr);
  CHECK(uin.customer.values.at(4) == Value{std::string("uin_holder")});
  CHECK(uin.customer.values.at(5) == Value{std::string("AABCS1234F")});  // never touched
  CHECK_FALSE(find_code(check_draft(edited(sai_draft(), {{"pan", "wrong"}}), nullptr).findings,
                        "pan.filled"));
}

TEST_CASE("quick_draft: shipping boxes are not read while they are the same as billing") {
  QuickDraft draft = edited(sai_draft(), {{"shipping_pincode", "nonsense"}});
  CHECK(check_draft(draft, nullptr).has_errors());
  draft.shipping_same_as_billing = true;
  CHECK_FALSE(check_draft(draft, nullptr).has_errors());
}

TEST_CASE("quick_draft: a GSTIN that does not parse is not also called missing") {
  CHECK_FALSE(find_code(check_draft(edited(sai_draft(), {{"gstin", "27"}}), nullptr).findings,
                        "gstin.missing"));
  CHECK(find_code(check_draft(edited(sai_draft(), {{"gstin", ""}}), nullptr).findings,
                  "gstin.missing"));
}

TEST_CASE("quick_draft: a value from another program that does not parse is kept while untouched") {
  Desk desk;
  CustomerSheet sheet = desk.store(anita_draft());
  sheet.billing->set("state", std::string("77"));
  sheet.customer.values[99] = std::string("newer");
  const DraftCheck check = check_draft(draft_of(&sheet), &sheet);
  CHECK(check.billing.values.at(6) == Value{std::string("77")});
  CHECK(find_code(check.findings, "state.unknown"));
}

TEST_CASE("quick_draft: too long a reason is an error like any other") {
  QuickDraft draft = sai_draft();
  draft.override_reason = std::string(501, 'x');
  const DraftCheck check = check_draft(draft, nullptr);
  CHECK(check.has_errors());
  CHECK(find_code(check.findings, "field.too_long")->field == "override_reason");
}
