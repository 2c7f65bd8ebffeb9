// Goal: the structs and the stored rows are the same thing.
#include "shared/domain/records/customer.h"

#include <doctest/doctest.h>

#include "shared/domain/records/address.h"
#include "shared/domain/records/contact.h"

using namespace cm;

namespace {

Uuid uuid_of(std::uint8_t last) {
  Uuid::Bytes bytes{};
  bytes[15] = last;
  return Uuid::from_bytes(bytes);
}

Customer full_customer() {
  Customer customer(CustomerId(uuid_of(1)));
  customer.code = "C-00001";
  customer.name = "Sai Engineering Works";
  customer.customer_type = CustomerType::Business;
  customer.gstin = *Gstin::parse("27AABCS1234F1Z5");
  customer.gst_category = GstCategory::RegisteredRegular;
  customer.pan = *Pan::parse("AABCS1234F");
  customer.gstin_source = GstinSource::CertificateSeen;
  customer.gstin_source_by = "asha";
  customer.gstin_source_at = 1'795'372'199'999;
  customer.trade_name = "Sai";
  customer.website = "sai.example.com";
  customer.customer_group = CustomerGroupId(uuid_of(2));
  customer.territory = TerritoryId(uuid_of(3));
  customer.default_price_list = PriceListId(uuid_of(4));
  customer.sales_partner = SalesPartnerId(uuid_of(5));
  customer.commission_rate = Percent::from_hundredths(250);
  customer.credit_limit = Money::from_paise(0);
  customer.credit_days = 30;
  customer.payment_terms = "Net 30 days";
  customer.on_hold = true;
  customer.hold_until = *Date::parse("2026-12-31");
  customer.hold_reason = "cheque returned";
  customer.notes = "two\nlines";
  customer.active = false;
  customer.inactive_reason = "shop closed";
  customer.supersedes = CustomerId(uuid_of(6));
  customer.supersede_reason = "became a company";
  customer.supersede_date = *Date::parse("2026-11-22");
  customer.superseded_by = CustomerId(uuid_of(7));
  customer.merged_into = CustomerId(uuid_of(8));
  customer.walk_in = true;
  customer.override_reason = "seen on paper";
  return customer;
}

}  // namespace

TEST_CASE("customer: every field is stored and comes back") {
  const Row row = to_row(full_customer());
  CHECK(row.values.size() == record_type_of<Customer>().fields().size());
  const auto parsed = from_row<Customer>(row);
  CHECK(parsed.unparsed.empty());
  CHECK(to_row(parsed.record).values == row.values);
}

TEST_CASE("customer: credit limit zero is not blank") {
  Customer customer = full_customer();
  CHECK(to_row(customer).get("credit_limit") == Value{std::int64_t{0}});
  customer.credit_limit.reset();
  CHECK(is_blank(to_row(customer).get("credit_limit")));
  CHECK_FALSE(from_row<Customer>(to_row(customer)).record.credit_limit);
}

TEST_CASE("customer: a new one is active, not on hold and no walk-in") {
  const Row row = to_row(Customer(CustomerId(uuid_of(1))));
  CHECK(row.get("active") == Value{std::int64_t{1}});
  CHECK(row.get("on_hold") == Value{std::int64_t{0}});
  CHECK(row.get("walk_in") == Value{std::int64_t{0}});
  CHECK(is_blank(row.get("customer_type")));
}

TEST_CASE("contact: lists of phones and emails are one a line") {
  Contact contact(ContactId(uuid_of(1)));
  contact.other_phones = {*Phone::parse("9876543210"), *Phone::parse("02027123456")};
  contact.other_emails = {*Email::parse("a@example.com")};
  const Row row = to_row(contact);
  CHECK(row.get("other_phones") == Value{std::string("+919876543210\n+912027123456")});
  const auto parsed = from_row<Contact>(row);
  CHECK(parsed.record.other_phones == contact.other_phones);
  CHECK(parsed.record.other_emails == contact.other_emails);
  Row odd = row;
  odd.set("other_phones", std::string("+919876543210\nask"));
  CHECK(from_row<Contact>(odd).unparsed.size() == 1);
}

TEST_CASE("contact: a phone kept as typed stands apart from parsed ones") {
  Row row = to_row(Contact(ContactId(uuid_of(1))));
  row.set("phone", std::string("ask at the gate"));
  const auto parsed = from_row<Contact>(row);
  CHECK_FALSE(parsed.record.phone);
  CHECK(parsed.unparsed.at(3) == Value{std::string("ask at the gate")});
}

TEST_CASE("address: a new one is in India") {
  const Row row = to_row(Address(AddressId(uuid_of(1))));
  CHECK(row.get("country") == Value{std::string("India")});
  CHECK(row.get("active") == Value{std::int64_t{1}});
}
