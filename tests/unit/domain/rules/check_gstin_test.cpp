// Goal: a GSTIN whose shape is right still says what is odd about it.
#include "shared/domain/rules/check_gstin.h"

#include <doctest/doctest.h>

#include "shared/domain/rules/fill_from_gstin.h"

using namespace cm;

namespace {
Findings findings_of(const char* text) {
  return check_gstin(*Gstin::parse(text), "gstin");
}
}  // namespace

TEST_CASE("check_gstin: nothing is said about a right number") {
  CHECK(findings_of("27AAPFU0939F1ZV").empty());
}

TEST_CASE("check_gstin: the seed's own example is warned about and R is named") {
  const Findings findings = findings_of("27AABCS1234F1Z5");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "gstin.check_character");
  CHECK(findings[0].grade == Grade::Warning);
  CHECK(findings[0].expected == "R");
  CHECK(findings[0].needs_reason);
  CHECK(findings[0].text ==
        "The last character does not match the rest: expected R, found 5. Compare it with the "
        "certificate.");
}

TEST_CASE("check_gstin: a likely slip is named with the whole number") {
  const Findings findings = findings_of("27AAACW3775F7ZO");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].text.find("Perhaps 27AAACW3775F7Z0 is meant (0 for O).") != std::string::npos);
}

TEST_CASE("check_gstin: retired states and unproven kinds are warnings") {
  struct Case {
    const char* text;
    const char* code;
  };
  for (const auto& [text, code] : {Case{"25AAPFU0939F1ZV", "gstin.state_retired"},
                                   Case{"28AAPFU0939F1ZV", "gstin.state_retired"},
                                   Case{"0717USA12345NFD", "gstin.kind_unproven"},
                                   Case{"27ABCD12345E1Z2", "gstin.kind_unproven"}}) {
    CAPTURE(text);
    bool found = false;
    for (const Finding& finding : findings_of(text))
      found = found || (finding.code == code && finding.grade == Grade::Warning);
    CHECK(found);
  }
}

TEST_CASE("fill_from_gstin: fills a blank PAN only from a number that carries one") {
  struct Case {
    const char* gstin;
    const char* typed;
    const char* after;
    bool filled;
  };
  for (const auto& [gstin, typed, after, filled] :
       {Case{"27AAPFU0939F1ZV", "", "AAPFU0939F", true},
        Case{"27AAPFU0939F1ZV", "AABCS1234F", "AABCS1234F", false},
        Case{"19AAACI1681G1DV", "", "AAACI1681G", true}, Case{"27AAFT56212B1DO", "", "", false},
        Case{"27AAFT56212B1DO", "AABCS1234F", "AABCS1234F", false},
        Case{"0717UNO00157UNO", "AABCS1234F", "AABCS1234F", false},
        Case{"9917SGP29001OST", "", "", false}}) {
    CAPTURE(gstin);
    Customer customer(CustomerId(Uuid::from_bytes({})));
    customer.gstin = *Gstin::parse(gstin);
    if (*typed) customer.pan = *Pan::parse(typed);
    const Findings findings = fill_from_gstin(customer);
    CHECK((customer.pan ? customer.pan->text() : "") == after);
    REQUIRE(findings.size() == (filled ? 1 : 0));
    if (filled) {
      CHECK(findings[0].code == "pan.filled");
      CHECK(findings[0].grade == Grade::Note);
      CHECK(findings[0].expected == after);
    }
  }
}

TEST_CASE("guess_gst_category: only where the number shows it") {
  CHECK(guess_gst_category(*Gstin::parse("06DELI09652G1DA")) == GstCategory::TaxDeductor);
  CHECK(guess_gst_category(*Gstin::parse("29AABCF8078M1C8")) == GstCategory::TaxCollector);
  CHECK(guess_gst_category(*Gstin::parse("0717UNO00157UNO")) == GstCategory::UinHolder);
  CHECK(guess_gst_category(*Gstin::parse("9917SGP29001OST")) == GstCategory::Overseas);
  for (const char* text : {"36AASFP8573D2ZN", "27AAJCS5738D1Z6", "29AABCF8078M2ZW",
                           "27ABCD12345E1Z2", "0717USA12345NFD"}) {
    CAPTURE(text);
    CHECK_FALSE(guess_gst_category(*Gstin::parse(text)));
  }
}
