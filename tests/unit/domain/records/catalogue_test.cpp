// Goal: the tables hold what requirements ask, and numbers that are stored never move.
#include "shared/domain/records/catalogue.h"

#include <doctest/doctest.h>

#include <sstream>

#include "shared/domain/records/address.h"
#include "shared/domain/records/contact.h"
#include "shared/domain/records/customer.h"

using namespace cm;

namespace {

std::string numbers_of(std::string_view table) {
  std::ostringstream text;
  for (const Field& field : record_catalogue().get(table).fields())
    text << field.number << ' ' << field.name << '\n';
  return text.str();
}

}  // namespace

TEST_CASE("catalogue: every record type with its number") {
  std::string types;
  for (const RecordType* type : record_catalogue().types()) {
    types += std::to_string(type->number()) + " " + std::string(type->table()) + "\n";
  }
  CHECK(types ==
        "1 customer\n2 contact\n3 address\n4 contact_link\n5 address_link\n6 sales_team_member\n");
}

TEST_CASE("catalogue: stored field numbers stay what they are") {
  CHECK(numbers_of("customer") ==
        "1 name\n2 customer_type\n3 gstin\n4 gst_category\n5 pan\n6 gstin_source\n7 "
        "gstin_source_by\n8 gstin_source_at\n"
        "9 trade_name\n10 website\n11 customer_group\n12 territory\n13 default_price_list\n14 "
        "sales_partner\n"
        "15 commission_rate\n16 credit_limit\n17 credit_days\n18 payment_terms\n19 on_hold\n20 "
        "hold_until\n21 notes\n"
        "22 active\n23 supersedes\n24 superseded_by\n25 merged_into\n26 walk_in\n27 "
        "override_reason\n28 code\n");
  CHECK(numbers_of("contact") ==
        "1 name\n2 designation\n3 phone\n4 email\n5 other_phones\n6 other_emails\n7 is_primary\n8 "
        "is_billing\n9 active\n");
  CHECK(numbers_of("address") ==
        "1 title\n2 address_type\n3 line1\n4 line2\n5 city\n6 state\n7 pincode\n8 country\n9 "
        "phone\n10 email\n11 gstin\n"
        "12 gst_category\n13 is_primary\n14 is_shipping\n15 active\n");
  CHECK(numbers_of("contact_link") == "1 contact\n2 party_kind\n3 party\n");
  CHECK(numbers_of("address_link") == "1 address\n2 party_kind\n3 party\n");
  CHECK(numbers_of("sales_team_member") == "1 customer\n2 sales_person\n3 share\n");
}

TEST_CASE("catalogue: fields that belong together merge together") {
  const RecordType& customer = record_type_of<Customer>();
  CHECK(customer.unit_fields(3) == std::vector<FieldNumber>{3, 4, 5, 6, 7, 8});
  CHECK(customer.unit_fields(19) == std::vector<FieldNumber>{19, 20});
  CHECK(customer.unit_lead(5) == 3);
  CHECK(customer.unit_lead(16) == 16);
  const RecordType& address = record_type_of<Address>();
  CHECK(address.unit_fields(3) == std::vector<FieldNumber>{3, 4, 5, 6, 7, 8});
  CHECK(address.unit_fields(11) == std::vector<FieldNumber>{11, 12});
}

TEST_CASE("catalogue: the office outranks the field for identity, credit and blocking") {
  const RecordType& customer = record_type_of<Customer>();
  for (const std::string_view name :
       {"name", "customer_type", "gstin", "gst_category", "pan", "credit_limit", "credit_days",
        "on_hold", "hold_until", "active", "code", "merged_into", "supersedes", "superseded_by"}) {
    CAPTURE(name);
    CHECK(customer.get_field(name).rank == FieldRank::Office);
  }
  for (const std::string_view name :
       {"notes", "trade_name", "website", "payment_terms", "territory"}) {
    CAPTURE(name);
    CHECK(customer.get_field(name).rank == FieldRank::Plain);
  }
  CHECK(customer.get_field("code").server_only);
}

TEST_CASE("catalogue: all fields of a unit have one rank, and every link names its table") {
  for (const RecordType* type : record_catalogue().types()) {
    for (const Field& field : type->fields()) {
      CAPTURE(type->table());
      CAPTURE(field.name);
      CHECK_FALSE(field.label.empty());
      CHECK(field.rank == type->find_field(type->unit_lead(field.number))->rank);
      if (field.kind == FieldKind::Choice) CHECK_FALSE(field.choices.empty());
      if (field.kind == FieldKind::Link && field.name != "party")
        CHECK_FALSE(field.link_table.empty());
    }
  }
}
