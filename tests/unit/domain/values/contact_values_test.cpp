// Goal: phones have one normal form, emails are let through unless they cannot work.
#include <doctest/doctest.h>

#include "shared/domain/values/email.h"
#include "shared/domain/values/phone.h"

using namespace cm;

TEST_CASE("phone: all ways of writing one number give one normal form") {
  struct Case {
    std::string text, normal;
  };
  for (const auto& [text, normal] : {
           Case{"9876543210", "+919876543210"},        Case{"+91 98765 43210", "+919876543210"},
           Case{"09876543210", "+919876543210"},       Case{"919876543210", "+919876543210"},
           Case{"0091 9876543210", "+919876543210"},   Case{"98765-43210", "+919876543210"},
           Case{"(+91) 98765.43210", "+919876543210"}, Case{"+91 (0) 98765 43210", "+919876543210"},
           Case{"+91-09876543210", "+919876543210"},   Case{" 98765\u00a043210 ", "+919876543210"},
           Case{"98765\u201343210", "+919876543210"},  Case{"6000000000", "+916000000000"},
           Case{"020-27123456", "+912027123456"},      Case{"(020) 2712 3456", "+912027123456"},
           Case{"+91 20 2712 3456", "+912027123456"},  Case{"0141 2345678", "+911412345678"},
           Case{"+44 20 7946 0000", "+442079460000"},  Case{"0044 2079460000", "+442079460000"},
           Case{"+1 (212) 555-0100", "+12125550100"},  Case{"+65 6123 4567", "+6561234567"},
       }) {
    CAPTURE(text);
    const auto phone = Phone::parse(text);
    REQUIRE(phone.has_value());
    CHECK(phone->text() == normal);
  }
}

TEST_CASE("phone: what cannot be dialled or is ambiguous is refused") {
  for (const std::string text :
       {"", "98765", "98765432100", "5876543210", "2027123456", "+91 12345", "+0 123456789",
        "98765 4321O", "9876543210 / 9123456789", "call me", "+1234567", "+1234567890123456",
        "00000000000", "++919876543210", "98765+43210", "1800 123 4567", "९८७६५४३२१०"}) {
    CAPTURE(text);
    REQUIRE_FALSE(Phone::parse(text).has_value());
    CHECK(Phone::parse(text).error() == FindingCode::PhoneShape);
  }
}

TEST_CASE("phone: what is shown and edited parses back to the same number") {
  struct Case {
    std::string text, edited, shown;
  };
  for (const auto& [text, edited, shown] :
       {Case{"+919876543210", "9876543210", "98765 43210"},
        Case{"02027123456", "02027123456", "020 2712 3456"},
        Case{"01412345678", "01412345678", "0141 234 5678"},
        Case{"+442079460000", "+442079460000", "+442079460000"}}) {
    CAPTURE(text);
    const auto phone = Phone::parse(text);
    REQUIRE(phone.has_value());
    CHECK(phone->format() == edited);
    CHECK(phone->display() == shown);
    CHECK(Phone::parse(phone->format()) == phone);
    CHECK(Phone::parse(phone->display()) == phone);
    CHECK(Phone::parse(phone->text()) == phone);
  }
  CHECK(Phone::parse("9876543210")->is_indian_mobile());
  CHECK_FALSE(Phone::parse("02027123456")->is_indian_mobile());
  CHECK_FALSE(Phone::parse("+442079460000")->is_indian());
}

TEST_CASE("email: one @ with something on each side, at most 254 characters") {
  for (const std::string text :
       {"accounts@saiengineering.example.com", "a@b", "o'hara+x@example.co.in",
        "उदाहरण@example.com", "a@sub.sub.example.com"}) {
    CAPTURE(text);
    CHECK(Email::parse(text).has_value());
  }
  for (const std::string text :
       {"", "plain", "@example.com", "a@", "@", "a@@b", "a@b@c", "a b@example.com",
        "a@exam ple.com", "a@example.com, b@example.com", "Name <a@example.com>"}) {
    CAPTURE(text);
    REQUIRE_FALSE(Email::parse(text).has_value());
    CHECK(Email::parse(text).error() == FindingCode::EmailShape);
  }
  CHECK(Email::parse(std::string(242, 'x') + "@example.com").has_value());
  CHECK_FALSE(Email::parse(std::string(243, 'x') + "@example.com").has_value());
}

TEST_CASE("email: keeps the part before the @, lowers the domain") {
  CHECK(Email::parse(" Rajesh.Patil@EXAMPLE.Com ")->text() == "Rajesh.Patil@example.com");
}

TEST_CASE("email: a web page's placeholder is told as such") {
  for (const std::string text :
       {"[email protected]", "[email\u00a0protected]", "[Email Protected]"}) {
    CAPTURE(text);
    REQUIRE_FALSE(Email::parse(text).has_value());
    CHECK(Email::parse(text).error() == FindingCode::EmailPlaceholder);
  }
}
