// Goal: PANs are read in every form people write, and their letters explained.
#include "shared/domain/values/pan.h"

#include <doctest/doctest.h>

#include "shared/domain/rules/check_pan.h"

using namespace cm;

TEST_CASE("pan: is cleaned and its shape checked") {
  for (const std::string text : {"AABCS1234F", "aabcs1234f", " AABCS 1234 F ", "AABCS-1234-F"}) {
    CAPTURE(text);
    REQUIRE(Pan::parse(text).has_value());
    CHECK(Pan::parse(text)->text() == "AABCS1234F");
  }
  for (const std::string text :
       {"", "AABCS1234", "AABCS1234FF", "AABC51234F", "1ABCS1234F", "AABCS12E4F", "AABCSI234F",
        "ÄABCS1234F", "AABCS12345", "AABCS१२३४F"}) {
    CAPTURE(text);
    REQUIRE_FALSE(Pan::parse(text).has_value());
    CHECK(Pan::parse(text).error() == FindingCode::PanShape);
  }
}

TEST_CASE("pan: the fourth letter says who holds it, for all twenty-six") {
  const std::string known = "ABCFGHJKLPT";
  for (char letter = 'A'; letter <= 'Z'; ++letter) {
    CAPTURE(letter);
    const auto pan = Pan::parse(std::string("AAA") + letter + "S1234F");
    REQUIRE(pan.has_value());
    CHECK(pan->holder_letter() == letter);
    const bool is_known = known.find(letter) != std::string::npos;
    CHECK(pan->holder().empty() == !is_known);
    const Findings findings = check_pan(*pan, "pan");
    const std::string code = findings.empty() ? "" : findings[0].code;
    CHECK(findings.size() <= 1);
    CHECK(code == (!is_known ? "pan.holder" : letter == 'K' ? "pan.holder_unusual" : ""));
    CHECK(has_grade(findings, Grade::Warning) == !is_known);
  }
  CHECK(Pan::parse("AABCS1234F")->holder() == "Company");
  CHECK(Pan::parse("ABCPS1234F")->holder() == "Individual or proprietor");
}

TEST_CASE("pan: serial 0000 is a warning that asks for a reason") {
  const auto pan = Pan::parse("AABCS0000F");
  REQUIRE(pan.has_value());
  CHECK(pan->serial_is_zero());
  const Findings findings = check_pan(*pan, "pan");
  REQUIRE(findings.size() == 1);
  CHECK(findings[0].code == "pan.serial");
  CHECK(findings[0].grade == Grade::Warning);
  CHECK(findings[0].needs_reason);
  CHECK_FALSE(Pan::parse("AABCS0001F")->serial_is_zero());
}
