// Goal: money, percentages and dates are exact, in what is typed and in what is shown.
#include <doctest/doctest.h>

#include <limits>

#include "shared/base/random.h"
#include "shared/domain/values/date.h"
#include "shared/domain/values/money.h"
#include "shared/domain/values/percent.h"

using namespace cm;

namespace {
constexpr std::int64_t kMax = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t kMin = std::numeric_limits<std::int64_t>::min();
}  // namespace

TEST_CASE("money: reads what people type") {
  struct Case {
    std::string text;
    std::int64_t paise;
  };
  for (const auto& [text, paise] : {
           Case{"500000", 50000000},
           Case{"1,20,000", 12000000},
           Case{"₹ 5,00,000.50", 50000050},
           Case{"₹500", 50000},
           Case{"Rs. 500/-", 50000},
           Case{"rs 500", 50000},
           Case{"INR 1,234,567.8", 123456780},
           Case{"0", 0},
           Case{"0.00", 0},
           Case{".5", 50},
           Case{"5.", 500},
           Case{"-3", -300},
           Case{"-₹ 3.25", -325},
           Case{"₹ -3.25", -325},
           Case{"\u22123", -300},
           Case{" 12 ", 1200},
           Case{"007", 700},
           Case{"12,34,567.89", 123456789},
           Case{"999", 99900},
           Case{"+5", 500},
           Case{"5 lakh", 50000000},
           Case{"₹ 1.25 Lakhs", 12500000},
           Case{"1.2 crore", 1200000000},
           Case{"1.2345678 Cr", 1234567800},
           Case{"0.0000001 crore", 100},
           Case{"2 lac/-", 20000000},
           Case{"-3 thousand", -300000},
       }) {
    CAPTURE(text);
    const auto money = Money::parse(text);
    REQUIRE(money.has_value());
    CHECK(money->paise() == paise);
  }
}

TEST_CASE("money: asks back rather than guesses") {
  for (const std::string text :
       {"",       "₹",    "abc",   "1.234",  "1,20 lakh", "1.12345678 lakh",
        "500,50", "1,2",  "12,34", "1,,000", ",500",      "1,000,00",
        "1e5",    "lakh", "NaN",   "inf",    "0x10",      "5 000",
        "1.2.3",  "--5",  "5-",    "(500)",  "५००",       "5,00,000.5,0"}) {
    CAPTURE(text);
    REQUIRE_FALSE(Money::parse(text).has_value());
    CHECK(Money::parse(text).error() == FindingCode::MoneyShape);
  }
}

TEST_CASE("money: too large is said, never wrapped") {
  CHECK(Money::parse("92233720368547758.07")->paise() == kMax);
  for (const std::string text :
       {"92233720368547758.08", "99999999999999999999", "-92233720368547758.09"}) {
    CAPTURE(text);
    REQUIRE_FALSE(Money::parse(text).has_value());
    CHECK(Money::parse(text).error() == FindingCode::MoneyTooLarge);
  }
  CHECK_FALSE(Money::from_paise(kMax).plus(Money::from_paise(1)));
  CHECK_FALSE(Money::from_paise(kMin).minus(Money::from_paise(1)));
  CHECK(Money::from_paise(7).plus(Money::from_paise(-9))->paise() == -2);
  CHECK(Money::from_paise(1) < Money::from_paise(2));
}

TEST_CASE("money: is shown with Indian grouping and edited without") {
  struct Case {
    std::int64_t paise;
    std::string shown, edited;
  };
  for (const auto& [paise, shown, edited] : {
           Case{0, "₹ 0.00", "0"},
           Case{5, "₹ 0.05", "0.05"},
           Case{99900, "₹ 999.00", "999"},
           Case{100000, "₹ 1,000.00", "1000"},
           Case{123456700, "₹ 12,34,567.00", "1234567"},
           Case{50000050, "₹ 5,00,000.50", "500000.50"},
           Case{1'000'000'000'000'000, "₹ 1,00,00,00,00,00,000.00", "10000000000000"},
           Case{-325, "-₹ 3.25", "-3.25"},
           Case{kMin, "-₹ 9,22,33,72,03,68,54,77,58.08", "-92233720368547758.08"},
       }) {
    CAPTURE(paise);
    if (paise != kMin) {
      CHECK(Money::parse(shown)->paise() == paise);
      CHECK(Money::parse(edited)->paise() == paise);
      CHECK(Money::from_paise(paise).display() == shown);
    }
    CHECK(Money::from_paise(paise).format() == edited);
  }
}

TEST_CASE("money: any amount survives editing and showing") {
  SeededRandom random(3);
  for (int i = 0; i < 5000; ++i) {
    const auto paise = static_cast<std::int64_t>(random.next_u64() >> random.below(60) >> 1);
    const Money money = Money::from_paise(random.below(2) ? paise : -paise);
    CHECK(Money::parse(money.format()) == money);
    CHECK(Money::parse(money.display()) == money);
  }
}

TEST_CASE("percent: hundredths, exact") {
  struct Case {
    std::string text;
    std::int64_t hundredths;
  };
  for (const auto& [text, hundredths] : {Case{"33.33", 3333}, Case{"12.5 %", 1250},
                                         Case{"100%", 10000}, Case{"0", 0}, Case{"-1", -100}}) {
    CAPTURE(text);
    REQUIRE(Percent::parse(text).has_value());
    CHECK(Percent::parse(text)->hundredths() == hundredths);
  }
  for (const std::string text : {"", "%", "12.345", "ten", "1 2", "99999999999999999999"}) {
    CAPTURE(text);
    CHECK_FALSE(Percent::parse(text).has_value());
  }
  CHECK(Percent::from_hundredths(1250).format() == "12.50");
  CHECK(Percent::from_hundredths(1200).format() == "12");
  CHECK(Percent::from_hundredths(3333).display() == "33.33 %");
}

TEST_CASE("date: ISO and the Indian ways of writing it") {
  struct Case {
    std::string text, iso, shown;
  };
  for (const auto& [text, iso, shown] :
       {Case{"2026-11-22", "2026-11-22", "22 Nov 2026"},
        Case{"22-11-2026", "2026-11-22", "22 Nov 2026"},
        Case{"05/01/2027", "2027-01-05", "5 Jan 2027"},
        Case{"22.11.26", "2026-11-22", "22 Nov 2026"},
        Case{"22-11-70", "1970-11-22", "22 Nov 1970"}, Case{"5/1/2027", "2027-01-05", "5 Jan 2027"},
        Case{"22-Nov-26", "2026-11-22", "22 Nov 2026"},
        Case{"5 jan 2027", "2027-01-05", "5 Jan 2027"},
        Case{"29.02.2028", "2028-02-29", "29 Feb 2028"}}) {
    CAPTURE(text);
    REQUIRE(Date::parse(text).has_value());
    CHECK(Date::parse(text)->text() == iso);
    CHECK(Date::parse(text)->display() == shown);
  }
  for (const std::string text :
       {"",           "2026-02-29", "29-02-2027", "2026-13-01",    "2026-00-10", "00-01-2026",
        "32/01/2026", "1899-12-31", "2200-01-01", "22-11-026",     "22/11-2026", "22 2026",
        "1-2-3-4",    "a/b/c",      "2026-1-5",   "22 Novem 2026", "2026/11/22", "20261122  ",
        "yyyy-mm-dd", "-026-11-22"}) {
    CAPTURE(text);
    CHECK_FALSE(Date::parse(text).has_value());
  }
  CHECK(*Date::parse("2026-11-22") < *Date::parse("01-12-2026"));
}

TEST_CASE("date: today in India is five and a half hours ahead") {
  CHECK(Date::in_india(0).text() == "1970-01-01");
  CHECK(Date::in_india(1'795'372'199'999).text() ==
        "2026-11-22");  // one millisecond before midnight in India
  CHECK(Date::in_india(1'795'372'200'000).text() == "2026-11-23");
  CHECK(Date::in_india(-20 * 3'600'000).text() == "1969-12-31");
}
