// Goal: all kinds of GSTIN are read, told apart and checked. The numbers are real ones from public
// sources, and samples of other programs that do not hold.
#include "shared/domain/values/gstin.h"

#include <doctest/doctest.h>

#include <map>

#include "shared/base/ensure.h"
#include "shared/base/random.h"

using namespace cm;

namespace {

struct Real {
  std::string text;
  GstinKind kind;
  std::string pan;  // empty = carries none
};

const Real kRealNumbers[] = {
    {"36AASFP8573D2ZN", GstinKind::Regular, "AASFP8573D"},  // composition
    {"29AABCF8078M2ZW", GstinKind::Regular, "AABCF8078M"},  // input service distributor
    {"27AAJCS5738D1Z6", GstinKind::Regular, "AAJCS5738D"},  // SEZ developer
    {"27AAPFU0939F1ZV", GstinKind::Regular, "AAPFU0939F"},
    {"27AAACW3775F7Z0", GstinKind::Regular, "AAACW3775F"},
    {"05AAAAU3306Q1ZC", GstinKind::Regular, "AAAAU3306Q"},
    {"07AAGFF2194N1Z1", GstinKind::Regular, "AAGFF2194N"},
    {"33AACCM9093R1ZP", GstinKind::Regular, "AACCM9093R"},
    {"06DELI09652G1DA", GstinKind::TaxDeductor, ""},  // on a TAN
    {"09ALDN00287A1DD", GstinKind::TaxDeductor, ""},
    {"27AAFT56212B1DO", GstinKind::TaxDeductor, ""},
    {"19AAACI1681G1DV", GstinKind::TaxDeductor,
     "AAACI1681G"},  // on a PAN: fits the regular shape too
    {"29AABCF8078M1C8", GstinKind::TaxCollector, "AABCF8078M"},
    {"27AAECG3736E1C2", GstinKind::TaxCollector, "AAECG3736E"},
    {"0717UNO00157UNO", GstinKind::Uin, ""},
    {"0717UNO00211UN2", GstinKind::Uin, ""},
    {"2117UNO00002UNF", GstinKind::Uin, ""},
    {"3317USA00002UNE", GstinKind::Uin, ""},
    {"0717UNO00154UNU", GstinKind::Uin, ""},
    {"9917SGP29001OST", GstinKind::Oidar, ""},
    {"9917IRL29003OSG", GstinKind::Oidar, ""},
};

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

}  // namespace

TEST_CASE("gstin: reads the kind, state, PAN and check character of real numbers") {
  for (const Real& real : kRealNumbers) {
    CAPTURE(real.text);
    const auto gstin = Gstin::parse(real.text);
    REQUIRE(gstin.has_value());
    CHECK(gstin->text() == real.text);
    CHECK(gstin->kind() == real.kind);
    CHECK(gstin->state_code().text() == real.text.substr(0, 2));
    CHECK((gstin->pan() ? gstin->pan()->text() : "") == real.pan);
    CHECK(gstin->check_character_matches());
    CHECK(gstin->expected_check_character() == real.text.back());
    CHECK_FALSE(gstin->likely_slip());
    CHECK_FALSE(gstin->kind_name().empty());
  }
}

TEST_CASE("gstin: a wrong check character still parses and the right one is known") {
  const std::map<std::string, char> expected_by_number{
      {"27AABCS1234F1Z5", 'R'},  // the seed's own example
      {"24AAGCC7144L6ZE", 'D'}, {"27DJMPM8965E1ZE", 'J'}, {"24ABCPM8965E1ZE", 'J'},
      {"24FANCY1234AAZA", 'B'}, {"0717USA12345NF1", 'D'},  // non-resident, from notes of 2017
  };
  for (const auto& [text, expected] : expected_by_number) {
    CAPTURE(text);
    const auto gstin = Gstin::parse(text);
    REQUIRE(gstin.has_value());
    CHECK_FALSE(gstin->check_character_matches());
    CHECK(gstin->expected_check_character() == expected);
    std::string mended = text;
    mended.back() = expected;
    CHECK(Gstin::parse(mended)->check_character_matches());
  }
}

TEST_CASE("gstin: kinds without a real sample are told apart by their shape") {
  struct Case {
    std::string text;
    GstinKind kind;
  };
  for (const auto& [text, kind] :
       {Case{"0717USA12345NFD", GstinKind::NonResident},
        Case{"0717USA12345NR1", GstinKind::NonResident},
        Case{"27ABCD12345E1Z2", GstinKind::Government},
        Case{"27ABCD12345E1ZQ", GstinKind::Government}, Case{"27AABCS1234FAJ5", GstinKind::Regular},
        Case{"97AABCS1234F1Z5", GstinKind::Regular}}) {
    CAPTURE(text);
    const auto gstin = Gstin::parse(text);
    REQUIRE(gstin.has_value());
    CHECK(gstin->kind() == kind);
    if (kind != GstinKind::Regular) CHECK_FALSE(gstin->pan());
  }
}

TEST_CASE("gstin: is cleaned of case, spaces and hyphens of any kind") {
  for (const std::string text :
       {"27aapfu0939f1zv", " 27 AAPFU 0939 F1ZV ", "27-AAPFU-0939-F-1-Z-V", "27\u00a0AAPFU0939F1ZV",
        "27\u2013AAPFU0939F1ZV", "27AAPFU0939F1ZV\u200b", "\t27AAPFU0939F1ZV\r\n"}) {
    CAPTURE(text);
    REQUIRE(Gstin::parse(text).has_value());
    CHECK(Gstin::parse(text)->text() == "27AAPFU0939F1ZV");
  }
}

TEST_CASE("gstin: says which rule a wrong number breaks") {
  struct Case {
    std::string text;
    FindingCode code;
  };
  for (const auto& [text, code] : {
           Case{"", FindingCode::GstinLength},
           Case{"27AAPFU0939F1Z", FindingCode::GstinLength},
           Case{"27AAPFU0939F1ZVV", FindingCode::GstinLength},
           Case{"27AAPFU0939F1Z*", FindingCode::GstinCharacters},
           Case{"27AAPFU0939F1ZÄ", FindingCode::GstinCharacters},
           Case{"२७AAPFU0939F1ZV", FindingCode::GstinCharacters},
           Case{std::string("27AAPFU0939F1Z\xff"), FindingCode::GstinCharacters},
           Case{"00AAPFU0939F1ZV", FindingCode::GstinState},
           Case{"39AAPFU0939F1ZV", FindingCode::GstinState},
           Case{"96AAPFU0939F1ZV", FindingCode::GstinState},
           Case{"AAAAPFU0939F1ZV", FindingCode::GstinState},
           Case{"88AAPFU0939F1ZV", FindingCode::GstinTransporter},
           Case{"99AAPFU0939F1ZV", FindingCode::GstinShape},
           Case{"2717SGP29001OST", FindingCode::GstinShape},  // OIDAR shape, but of a state
           Case{"36AABCT1332L011", FindingCode::GstinShape},  // another program's sample
           Case{"27AAPFU0939F1DD0", FindingCode::GstinLength},
           Case{"27AAPFUO939F1ZV", FindingCode::GstinShape},
           Case{"27AAPFU0939F0ZV", FindingCode::GstinShape},
           Case{"27AAPFU0939F1YV", FindingCode::GstinShape},
           Case{"271APFU0939F1ZV", FindingCode::GstinShape},
       }) {
    CAPTURE(text);
    const auto gstin = Gstin::parse(text);
    REQUIRE_FALSE(gstin.has_value());
    CHECK(gstin.error() == code);
  }
}

TEST_CASE("gstin: the check character finds every single wrong character") {
  for (const Real& real : kRealNumbers) {
    for (std::size_t i = 0; i < 14; ++i) {
      for (const char other : kAlphabet) {
        if (other == real.text[i]) continue;
        std::string wrong = real.text.substr(0, 14);
        wrong[i] = other;
        REQUIRE_MESSAGE(gstin_check_character(wrong) != real.text.back(), wrong);
      }
    }
  }
}

TEST_CASE("gstin: the check character finds every swap of neighbours but 0 and Z") {
  SeededRandom random(1);
  int swaps = 0;
  for (int round = 0; round < 2000; ++round) {
    std::string number;
    for (int i = 0; i < 14; ++i) number += kAlphabet[random.below(36)];
    const char check = gstin_check_character(number);
    for (std::size_t i = 0; i + 1 < number.size(); ++i) {
      const char a = number[i], b = number[i + 1];
      if (a == b) continue;
      std::string swapped = number;
      std::swap(swapped[i], swapped[i + 1]);
      const bool blind = (a == '0' && b == 'Z') || (a == 'Z' && b == '0');
      REQUIRE_MESSAGE((gstin_check_character(swapped) == check) == blind, number << " " << swapped);
      ++swaps;
    }
  }
  CHECK(swaps > 20000);
}

TEST_CASE("gstin: a look-alike slip is found when it is the only one that explains the number") {
  // Before → after: what was typed for a number that is right.
  struct Case {
    std::string typed, meant;
  };
  int found = 0;
  for (const Real& real : kRealNumbers) {
    for (const std::string_view pair :
         {"O0", "0O", "I1", "1I", "S5", "5S", "B8", "8B", "Z2", "2Z"}) {
      for (std::size_t i = 0; i < real.text.size(); ++i) {
        if (real.text[i] != pair[0]) continue;
        std::string typed = real.text;
        typed[i] = pair[1];
        const auto gstin = Gstin::parse(typed);
        if (!gstin) continue;  // the shape caught it
        const auto slip = gstin->likely_slip();
        if (slip) CHECK(Gstin::parse(*slip)->check_character_matches());
        if (slip == real.text) ++found;
      }
    }
  }
  CHECK(found >= 10);
  CHECK(Gstin::parse("27AAJCS5738D1ZG")->likely_slip() == std::nullopt);
  CHECK(Gstin::parse("27AAACW3775F7ZO")->likely_slip() == "27AAACW3775F7Z0");
  CHECK(Gstin::parse("29AABCF8078M1CB")->likely_slip() == "29AABCF8078M1C8");
  CHECK(Gstin::parse("27AABCS1234F1Z5")->likely_slip() == std::nullopt);
}

TEST_CASE("gstin: a check character is never computed from other characters") {
  CHECK_THROWS_AS(gstin_check_character("27AAPFU0939F1"), Bug);
  CHECK_THROWS_AS(gstin_check_character("27aapfu0939f1z"), Bug);
  CHECK_THROWS_AS(gstin_check_character("27AAPFU0939F1*"), Bug);
}
