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

// Its table is in the catalogue; or another field of its unit says which, by codes that are tables.
void check_link(const RecordType& type, const Field& field) {
  if (field.link_kind.empty()) {
    CHECK(record_catalogue().find(field.link_table) != nullptr);
    return;
  }
  CHECK(field.link_table.empty());
  const Field& kind = type.get_field(field.link_kind);
  CHECK(type.unit_lead(kind.number) == type.unit_lead(field.number));
  for (const Choice& choice : kind.choices) CHECK(record_catalogue().find(choice.code) != nullptr);
}

}  // namespace

TEST_CASE("catalogue: every record type with its number") {
  std::string types;
  for (const RecordType* type : record_catalogue().types()) {
    types += std::to_string(type->number()) + " " + std::string(type->table()) + "\n";
  }
  CHECK(types ==
        "1 customer\n2 contact\n3 address\n4 contact_link\n5 address_link\n6 sales_team_member\n"
        "7 company\n8 account\n9 customer_company\n10 customer_group\n11 territory\n12 "
        "sales_person\n13 item_group\n14 supplier\n15 sales_partner\n16 price_list\n17 item\n18 "
        "item_price\n19 target\n20 assignment\n"
        "21 duplicate_decision\n22 customer_merge\n");
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
        "override_reason\n28 code\n29 hold_reason\n30 inactive_reason\n"
        "31 supersede_reason\n32 supersede_date\n");
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
  CHECK(numbers_of("duplicate_decision") == "1 customer_a\n2 customer_b\n3 decision\n4 reason\n");
  CHECK(numbers_of("customer_merge") ==
        "1 survivor\n2 loser\n3 reason\n4 before\n5 undone\n6 redirected\n");
}

TEST_CASE("catalogue: stored field numbers of companies, trees, partners, prices and targets") {
  CHECK(numbers_of("company") ==
        "1 name\n2 abbreviation\n3 gstin\n4 state\n5 credit_limit\n6 receivable_group\n7 "
        "default_price_list\n8 fiscal_year_start\n");
  CHECK(numbers_of("account") == "1 name\n2 company\n3 parent\n4 is_group\n5 customer\n");
  CHECK(numbers_of("customer_company") == "1 customer\n2 company\n3 account\n4 credit_limit\n");
  CHECK(numbers_of("customer_group") ==
        "1 name\n2 parent\n3 is_group\n4 default_price_list\n5 credit_limit\n6 credit_days\n7 "
        "payment_terms\n");
  CHECK(numbers_of("territory") == "1 name\n2 parent\n3 is_group\n");
  CHECK(numbers_of("sales_person") == "1 name\n2 parent\n3 is_group\n4 user\n5 enabled\n");
  CHECK(numbers_of("item_group") == "1 name\n2 parent\n3 is_group\n");
  CHECK(numbers_of("supplier") == "1 name\n2 gstin\n3 pan\n4 active\n");
  CHECK(numbers_of("sales_partner") ==
        "1 name\n2 partner_type\n3 territory\n4 commission_rate\n5 customer\n6 active\n");
  CHECK(numbers_of("price_list") == "1 name\n2 active\n");
  CHECK(numbers_of("item") ==
        "1 code\n2 name\n3 item_group\n4 unit_of_measure\n5 hsn\n6 gst_rate\n7 rate\n8 active\n");
  CHECK(numbers_of("item_price") == "1 item\n2 price_list\n3 rate\n4 valid_from\n5 valid_to\n");
  CHECK(numbers_of("target") ==
        "1 owner_kind\n2 owner\n3 fiscal_year\n4 item_group\n5 quantity\n6 amount\n7 share_1\n8 "
        "share_2\n9 share_3\n10 share_4\n11 share_5\n12 share_6\n13 share_7\n14 share_8\n15 "
        "share_9\n16 share_10\n17 share_11\n18 share_12\n");
  CHECK(numbers_of("assignment") ==
        "1 customer\n2 from_date\n3 customer_group\n4 customer_group_before\n5 territory\n6 "
        "territory_before\n7 sales_person\n8 sales_person_before\n9 reason\n10 followed\n");
}

TEST_CASE("catalogue: fields that belong together merge together") {
  const RecordType& customer = record_type_of<Customer>();
  CHECK(customer.unit_fields(3) == std::vector<FieldNumber>{3, 4, 5, 6, 7, 8});
  CHECK(customer.unit_fields(19) == std::vector<FieldNumber>{19, 20, 29});
  CHECK(customer.unit_fields(22) == std::vector<FieldNumber>{22, 30});
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
      if (field.kind == FieldKind::Link) check_link(*type, field);
    }
  }
}
