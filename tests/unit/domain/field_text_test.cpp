// Goal: any field's text becomes a value or a finding, and comes back as the same text.
#include "shared/domain/field_text.h"

#include <doctest/doctest.h>

#include "shared/base/random.h"
#include "shared/domain/records/address.h"
#include "shared/domain/records/catalogue.h"
#include "shared/domain/records/contact.h"
#include "shared/domain/records/customer.h"

using namespace cm;
using namespace std::string_literals;

namespace {

const Field& customer_field(std::string_view name) {
  return record_type_of<Customer>().get_field(name);
}
const Field& contact_field(std::string_view name) {
  return record_type_of<Contact>().get_field(name);
}
const Field& address_field(std::string_view name) {
  return record_type_of<Address>().get_field(name);
}

Value text(const char* utf8) {
  return std::string(utf8);
}
Value number(std::int64_t of) {
  return of;
}

const Field kLink = customer_field("territory");

}  // namespace

TEST_CASE("field_text: good text becomes the stored value without a finding") {
  struct Case {
    const Field& field;
    std::string typed;
    Value value;
  };
  for (const auto& [field, typed, value] : {
           Case{customer_field("name"), "  Sai   Engineering\tWorks ",
                text("Sai Engineering Works")},
           Case{customer_field("name"), "श्री साई इंजीनियरिंग", text("श्री साई इंजीनियरिंग")},
           Case{customer_field("name"), "NUL\0byte"s, text("NULbyte")},
           Case{customer_field("customer_type"), "business", text("business")},
           Case{customer_field("customer_type"), " Individual", text("individual")},
           Case{customer_field("gst_category"), "SEZ", text("sez")},
           Case{customer_field("gstin"), "27 aapfu 0939 f1zv", text("27AAPFU0939F1ZV")},
           Case{customer_field("pan"), "aabcs-1234-f", text("AABCS1234F")},
           Case{customer_field("credit_limit"), "₹ 5,00,000", number(50000000)},
           Case{customer_field("credit_limit"), "0", number(0)},
           Case{customer_field("credit_days"), "30", number(30)},
           Case{customer_field("credit_days"), "30.00", number(30)},
           Case{customer_field("commission_rate"), "12.5%", number(1250)},
           Case{customer_field("active"), "No", number(0)},
           Case{customer_field("active"), "TRUE", number(1)},
           Case{customer_field("hold_until"), "22/11/2026", text("2026-11-22")},
           Case{customer_field("notes"), "line one\r\n\r\nline  two ",
                text("line one\n\nline two")},
           Case{customer_field("notes"), "", Blank{}},
           Case{customer_field("gstin"), " \t ", Blank{}},
           Case{contact_field("phone"), "+91 98765 43210", text("+919876543210")},
           Case{contact_field("email"), "A@EXAMPLE.com", text("A@example.com")},
           Case{contact_field("other_phones"), "9876543210, 020-27123456\n\n9123456789",
                text("+919876543210\n+912027123456\n+919123456789")},
           Case{contact_field("other_emails"), "a@b.example; c@d.example",
                text("a@b.example\nc@d.example")},
           Case{address_field("state"), "maharashtra", text("27")},
           Case{address_field("pincode"), "411 026", text("411026")},
           Case{customer_field("gstin_source_at"), "1700000000000", number(1'700'000'000'000)},
       }) {
    CAPTURE(field.name);
    CAPTURE(typed);
    const FieldParse parsed = parse_field(field, typed);
    CHECK(parsed.findings.empty());
    CHECK(parsed.value == value);
    CHECK(parse_field(field, format_field(field, parsed.value)).value == value);
  }
}

TEST_CASE("field_text: wrong text gives its finding at the field, and no value") {
  struct Case {
    const Field& field;
    std::string typed;
    const char* code;
  };
  for (const auto& [field, typed, code] : {
           Case{customer_field("name"), "", "field.required"},
           Case{customer_field("name"), "\x01\x02", "field.required"},
           Case{customer_field("name"), std::string(201, 'x'), "field.too_long"},
           Case{customer_field("notes"), std::string(4001, 'x'), "field.too_long"},
           Case{customer_field("customer_type"), "Robot", "field.choice"},
           Case{customer_field("credit_days"), "thirty", "field.number"},
           Case{customer_field("credit_days"), "30.5", "field.number"},
           Case{customer_field("credit_days"), "366", "field.range"},
           Case{customer_field("credit_days"), "-1", "field.range"},
           Case{customer_field("credit_limit"), "-1", "field.range"},
           Case{customer_field("credit_limit"), "100000000000.01", "field.range"},
           Case{customer_field("credit_limit"), "lots", "money.shape"},
           Case{customer_field("credit_limit"), "99999999999999999999", "money.too_large"},
           Case{customer_field("commission_rate"), "100.01", "field.range"},
           Case{customer_field("commission_rate"), "half", "percent.shape"},
           Case{customer_field("active"), "perhaps", "field.yes_no"},
           Case{customer_field("hold_until"), "soon", "field.date"},
           Case{customer_field("gstin"), "27AAPFU0939F1Z", "gstin.length"},
           Case{customer_field("gstin"), "27AAPFU0939F1Z*", "gstin.characters"},
           Case{customer_field("gstin"), "27AAPFU0939F0ZV", "gstin.shape"},
           Case{customer_field("gstin"), "00AAPFU0939F1ZV", "gstin.state"},
           Case{customer_field("gstin"), "88AAPFU0939F1ZV", "gstin.transporter"},
           Case{customer_field("pan"), "AABCS1234", "pan.shape"},
           Case{contact_field("email"), "nobody", "email.shape"},
           Case{contact_field("email"), "[email protected]", "email.placeholder"},
           Case{contact_field("other_emails"), "a@b.example\nnobody", "email.shape"},
           Case{address_field("state"), "Bavaria", "state.unknown"},
           Case{address_field("pincode"), "011026", "pincode.shape"},
           Case{kLink, "the one in Pune", "field.link"},
       }) {
    CAPTURE(field.name);
    CAPTURE(typed);
    const FieldParse parsed = parse_field(field, typed);
    CHECK(is_blank(parsed.value));
    REQUIRE(parsed.findings.size() == 1);
    CHECK(parsed.findings[0].code == code);
    CHECK(parsed.findings[0].field == field.name);
    CHECK(parsed.findings[0].grade == Grade::Error);
    CHECK(parsed.findings[0].text.find('{') == std::string::npos);
  }
}

TEST_CASE("field_text: a warning keeps the value") {
  struct Case {
    const Field& field;
    std::string typed;
    Value value;
    const char* code;
  };
  for (const auto& [field, typed, value, code] : {
           Case{customer_field("gstin"), "27AABCS1234F1Z5", text("27AABCS1234F1Z5"),
                "gstin.check_character"},
           Case{customer_field("pan"), "AABCS0000F", text("AABCS0000F"), "pan.serial"},
           Case{contact_field("phone"), " ask at  the gate ", text("ask at the gate"),
                "phone.shape"},
           Case{contact_field("phone"), "1800 123 4567", text("1800 123 4567"), "phone.shape"},
           Case{contact_field("other_phones"), "9876543210\n12", text("+919876543210\n12"),
                "phone.shape"},
           Case{customer_field("name"),
                "Bad\xff"
                "byte",
                text("Bad\ufffd"
                     "byte"),
                "field.text"},
       }) {
    CAPTURE(typed);
    const FieldParse parsed = parse_field(field, typed);
    CHECK(parsed.value == value);
    REQUIRE(parsed.findings.size() == 1);
    CHECK(parsed.findings[0].code == code);
    CHECK(parsed.findings[0].grade == Grade::Warning);
    CHECK(parse_field(field, format_field(field, parsed.value)).value == value);
  }
}

TEST_CASE("field_text: lengths count characters, not bytes") {
  std::string devanagari;
  for (int i = 0; i < 200; ++i) devanagari += "श";
  CHECK(parse_field(customer_field("name"), devanagari).findings.empty());
  CHECK(parse_field(customer_field("name"), devanagari + "श").findings.size() == 1);
}

TEST_CASE("field_text: shows values for reading") {
  struct Case {
    const Field& field;
    Value value;
    std::string shown;
  };
  for (const auto& [field, value, shown] : {
           Case{customer_field("credit_limit"), number(123456700), "₹ 12,34,567.00"},
           Case{customer_field("credit_limit"), Blank{}, ""},
           Case{customer_field("customer_type"), text("business"), "Business"},
           Case{customer_field("customer_type"), text("robot"), "robot"},
           Case{customer_field("active"), number(1), "Yes"},
           Case{customer_field("active"), number(7), "7"},
           Case{customer_field("commission_rate"), number(1250), "12.50 %"},
           Case{customer_field("hold_until"), text("2026-11-22"), "22 Nov 2026"},
           Case{customer_field("hold_until"), text("soon"), "soon"},
           Case{customer_field("gstin_source_at"), number(1'795'372'199'999), "22 Nov 2026, 23:59"},
           Case{customer_field("gstin_source_at"), number(-5), "-5"},
           Case{address_field("state"), text("27"), "Maharashtra"},
           Case{address_field("state"), text("77"), "77"},
           Case{contact_field("phone"), text("+919876543210"), "98765 43210"},
           Case{contact_field("phone"), text("ask"), "ask"},
           Case{contact_field("other_phones"), text("+919876543210\nask"), "98765 43210\nask"},
           Case{customer_field("credit_limit"), text("not a number"), "not a number"},
           Case{customer_field("name"), number(5), "5"},
       }) {
    CAPTURE(field.name);
    CHECK(display_field(field, value) == shown);
  }
  CHECK(display_field(kLink, Uuid::from_bytes({})).empty());
  CHECK(format_field(kLink, Uuid::from_bytes({})) == "00000000-0000-0000-0000-000000000000");
  CHECK(format_field(contact_field("phone"), text("+919876543210")) == "9876543210");
}

TEST_CASE("field_text: findings about a stored row, unparsable values included") {
  Row row(record_type_of<Customer>(), Uuid::from_bytes({}));
  row.set("name", std::string("Sai"));
  row.set("customer_type", std::string("robot"));
  row.set("credit_limit", std::string("lots"));
  row.set("gstin", std::string("27AABCS1234F1Z5"));
  const Findings findings = check_stored(row);
  REQUIRE(findings.size() == 3);
  CHECK(findings[0].code == "field.choice");
  CHECK(findings[1].code == "gstin.check_character");
  CHECK(findings[2].code == "money.shape");
}

TEST_CASE("field_text: no bytes at any field crash it, and what it keeps is stable") {
  SeededRandom random(20261122);
  const std::string_view pieces[] = {
      "27AAPFU0939F1ZV", "9876543210", "@", ",", "\n", "-", "₹", "9", "0", ".", "\xff",
      "\xe0\xa4",        "श",          "\0"};
  for (int i = 0; i < 400; ++i) {
    std::string typed;
    for (std::uint64_t k = random.below(8); k > 0; --k) {
      if (random.below(3))
        typed += pieces[random.below(std::size(pieces))];
      else
        typed += static_cast<char>(random.below(256));
    }
    for (const RecordType* type : record_catalogue().types()) {
      for (const Field& field : type->fields()) {
        const FieldParse parsed = parse_field(field, typed);
        CAPTURE(field.name);
        CAPTURE(typed);
        if (has_grade(parsed.findings, Grade::Error)) CHECK(is_blank(parsed.value));
        const std::string shown = format_field(field, parsed.value);
        if (!is_blank(parsed.value)) CHECK(parse_field(field, shown).value == parsed.value);
        display_field(field, parsed.value);
      }
    }
  }
}
