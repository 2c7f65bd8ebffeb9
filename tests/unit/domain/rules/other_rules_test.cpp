// Goal: addresses, contacts and sales teams hold together.
#include <doctest/doctest.h>

#include "shared/domain/rules/check_address.h"
#include "shared/domain/rules/check_contact.h"
#include "shared/domain/rules/check_sales_team.h"

using namespace cm;

namespace {

Uuid uuid_of(std::uint8_t last) {
  Uuid::Bytes bytes{};
  bytes[15] = last;
  return Uuid::from_bytes(bytes);
}

Address address_in(const char* state, const char* pincode) {
  Address address(AddressId(uuid_of(1)));
  address.line1 = "Plot 45";
  address.state = *StateCode::parse(state);
  address.pincode = *Pincode::parse(pincode);
  return address;
}

SalesTeamMember member(std::uint8_t person, std::int64_t hundredths) {
  SalesTeamMember made(SalesTeamMemberId(uuid_of(9)));
  made.sales_person = SalesPersonId(uuid_of(person));
  made.share = Percent::from_hundredths(hundredths);
  return made;
}

}  // namespace

TEST_CASE("check_address: the walkthrough's PIN codes are in their states") {
  for (const auto& [state, pincode] :
       {std::pair("Maharashtra", "411026"), std::pair("Maharashtra", "411039"),
        std::pair("Rajasthan", "302001"), std::pair("Chandigarh", "140119"),
        std::pair("Telangana", "500001"), std::pair("Meghalaya", "783123"),
        std::pair("Ladakh", "194101"), std::pair("Puducherry", "605007"),
        std::pair("Goa", "900001")}) {
    CAPTURE(pincode);
    CHECK(check_address(address_in(state, pincode)).empty());
  }
}

TEST_CASE(
    "check_address: a PIN of another state is a warning, with the state only when there is one") {
  Findings findings = check_address(address_in("Gujarat", "411026"));
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "pincode.state");
  CHECK(findings[0].grade == Grade::Warning);
  CHECK_FALSE(findings[0].needs_reason);
  CHECK(findings[0].expected == "Maharashtra");
  findings = check_address(address_in("Gujarat", "605007"));
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].expected.empty());
  CHECK(findings[0].text.find("Tamil Nadu or Puducherry") != std::string::npos);
}

TEST_CASE("check_address: a retired state and a missing street are notes") {
  Findings findings = check_address(address_in("25", "362520"));
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "state.retired");
  CHECK(findings[0].grade == Grade::Note);
  Address address = address_in("27", "411026");
  address.line1.clear();
  findings = check_address(address);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "address.line_missing");
  address.line2 = "Phase II";
  CHECK(check_address(address).empty());
}

TEST_CASE("check_contact: needs a name, a phone or an email; a phone kept as typed counts") {
  Row row = to_row(Contact(ContactId(uuid_of(1))));
  const Findings findings = check_contact(row);
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "contact.empty");
  for (const std::string_view field : {"name", "phone", "email", "other_phones"}) {
    Row filled = row;
    filled.set(field, std::string("x"));
    CHECK(check_contact(filled).empty());
  }
}

TEST_CASE("check_sales_team: shares total exactly 100.00 %, in integers") {
  CHECK(check_sales_team({}).empty());
  CHECK(check_sales_team(std::vector{member(1, 100'00)}).empty());
  CHECK(
      check_sales_team(std::vector{member(1, 33'33), member(2, 33'33), member(3, 33'34)}).empty());
  const Findings findings =
      check_sales_team(std::vector{member(1, 33'33), member(2, 33'33), member(3, 33'33)});
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "sales_team.share");
  CHECK(findings[0].text.find("99.99 %") != std::string::npos);
}

TEST_CASE("check_sales_team: nobody stands in it twice") {
  const Findings findings = check_sales_team(std::vector{member(1, 50'00), member(1, 50'00)});
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "sales_team.twice");
}
