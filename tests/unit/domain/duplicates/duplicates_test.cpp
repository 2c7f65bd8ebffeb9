// Goal: names that people write in many ways are one name, other people's names are not; every sign of requirements 3.10
// has its level; and two thousand labelled pairs are told apart well enough, also by the keys alone.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <map>

#include "shared/domain/duplicates/compare_customers.h"
#include "shared/domain/duplicates/duplicate_finding.h"
#include "shared/domain/duplicates/duplicate_keys.h"
#include "shared/domain/duplicates/name_likeness.h"
#include "shared/domain/duplicates/place_key.h"
#include "tests/support/labelled_pairs.h"

using namespace cm;
using namespace cm::test;

namespace {

std::string words_of(std::string_view name) {
  const BusinessName parsed = parse_business_name(name);
  std::string text;
  for (const std::string& word : parsed.words) text.append(text.empty() ? "" : " ").append(word);
  return text + "|" + parsed.form;
}

CustomerFacts sai() {
  CustomerFacts facts;
  facts.name = "Sai Engineering Works";
  facts.gstin = "27AABCS1234F1ZR";
  facts.billing_state = "27";
  facts.phones = {"+919876543210"};
  facts.emails = {"accounts@saiengineering.example.com"};
  facts.pincodes = {"411026"};
  facts.cities = {"Pune"};
  return facts;
}

// "likely: same mobile, same name", and the same the other way round.
std::string told(const CustomerFacts& a, const CustomerFacts& b) {
  const auto found = compare_customers(summarize(a), summarize(b));
  const auto back = compare_customers(summarize(b), summarize(a));
  CHECK(found == back);
  if (!found) return "nothing";
  return std::string(level_name(found->level)) + ": " + reasons_text(found->reasons);
}

bool share_key(const CustomerSummary& a, const CustomerSummary& b) {
  const auto of_b = duplicate_keys(b);
  for (const DuplicateKey& key : duplicate_keys(a)) {
    for (const DuplicateKey& other : of_b) {
      const bool same = key.kind == other.kind && key.hash == other.hash;
      if (same && (key.sketch == 0 || are_sketches_alike(key.sketch, other.sketch))) return true;
    }
  }
  return false;
}

}  // namespace

TEST_CASE("business_name: titles, legal forms, abbreviations and signs are no part of the words") {
  const std::array<std::pair<const char*, const char*>, 10> names = {{
      {"Sai Engineering Works", "sai engineering works|"},
      {"M/s. SAI ENGG. WORKS (P) Ltd.", "sai engineering works|private limited"},
      {"Sai Engineering Works Pvt. Ltd.", "sai engineering works|private limited"},
      {"Gupta & Sons", "gupta sons|"},
      {"Gupta and Co.", "gupta|company"},
      {"S. K. Traders", "sk traders|"},
      {"The Śrī-Sai Store LLP", "shri sai stores|llp"},
      {"Limited Company", "limited company|"},
      {"M S Fabricators", "ms fabricators|"},
      {"", "|"},
  }};
  for (const auto& [name, expected] : names) {
    CAPTURE(name);
    CHECK(words_of(name) == expected);
  }
}

TEST_CASE("name_likeness: slips of the pen are near, other people are not") {
  struct Example {
    const char *a, *b;
    NameLikeness likeness;
  };
  const std::array<Example, 20> examples = {{
      {"Sai Engineering Works", "SAI ENGG. WORKS", NameLikeness::Same},
      {"Sai Engineering Works", "Works Sai Engineering", NameLikeness::Same},
      {"Sai Engineering Works", "Sai Engineering Works Pvt Ltd", NameLikeness::Same},
      {"Sai Engineering Works LLP", "Sai Engineering Works Pvt Ltd", NameLikeness::Near},
      {"Sai Engineering Works", "Sai Enginering Works", NameLikeness::Near},
      {"Sai Engineering Works", "Sia Engineering Works", NameLikeness::Near},
      {"Sai Engineering Works", "Saiengineering Works", NameLikeness::Same},
      {"Sai Engineering Works", "Saienginering Works", NameLikeness::Near},
      {"Sai Engineering Works", "Sai Engineering Works India", NameLikeness::Near},
      {"Ramesh Agarwal", "Ramesh Aggarwal", NameLikeness::Near},
      {"Lakshmi Choudhary", "Laxmi Chaudhari", NameLikeness::Near},
      {"Sai Engineering Works", "Om Engineering Works", NameLikeness::Different},
      {"Sai Engineering Works", "Sai Textiles", NameLikeness::Different},
      {"Ramesh Sharma", "Suresh Sharma", NameLikeness::Different},
      {"Rajesh Sharma", "Rakesh Sharma", NameLikeness::Different},
      {"Anil Sharma", "Sunil Sharma", NameLikeness::Different},
      {"Ramesh Sharma", "Ramesh Kumar Sharma", NameLikeness::Different},
      {"Unit 1 Traders", "Unit 2 Traders", NameLikeness::Different},
      {"Traders", "Trading", NameLikeness::Different},
      {"", "", NameLikeness::Different},
  }};
  for (const Example& example : examples) {
    CAPTURE(example.a);
    CAPTURE(example.b);
    CHECK(compare_names(parse_business_name(example.a), parse_business_name(example.b)) == example.likeness);
    CHECK(compare_names(parse_business_name(example.b), parse_business_name(example.a)) == example.likeness);
  }
}

TEST_CASE("place_key: a city by its old name, with its state behind it, is the same city") {
  CHECK(city_key("Bangalore") == city_key(" BENGALURU (Karnataka)"));
  CHECK(city_key("Pune, Maharashtra") == "pune");
  CHECK(city_key("") == "");
  CHECK(city_key("Pune") != city_key("Puri"));
}

TEST_CASE("compare_customers: each sign of requirements 3.10 has its level and its words") {
  CustomerFacts blank;
  blank.name = "Quite Another Name";
  const auto with = [&](auto change) {
    CustomerFacts facts = blank;
    change(facts);
    return told(sai(), facts);
  };
  CHECK(told(sai(), blank) == "nothing");
  CHECK(with([](CustomerFacts& f) { f.gstin = "27AABCS1234F1ZR"; }) == "strong: same GSTIN, same PAN and state");
  CHECK(with([](CustomerFacts& f) { f.pan = "AABCS1234F", f.billing_state = "27"; }) ==
        "likely: same PAN and state");
  CHECK(with([](CustomerFacts& f) { f.pan = "AABCS1234F"; }) == "likely: same PAN");
  CHECK(with([](CustomerFacts& f) { f.pan = "AABCS1234F", f.name = "Sai Engg Works", f.billing_state = "27"; }) ==
        "strong: same PAN and state, same name");
  CHECK(with([](CustomerFacts& f) { f.pan = "AABCS1234F", f.billing_state = "08"; }) ==
        "branch: same PAN in another state");
  CHECK(with([](CustomerFacts& f) { f.phones = {"098765 43210"}; }) == "possible: same mobile");
  CHECK(with([](CustomerFacts& f) { f.emails = {"Accounts@SaiEngineering.example.com"}; }) ==
        "possible: same email");
  CHECK(with([](CustomerFacts& f) { f.name = "Sai Enginering Works", f.phones = {"9876543210"}; }) ==
        "likely: same mobile, similar name");
  CHECK(with([](CustomerFacts& f) { f.name = "sai engg works", f.pincodes = {"411026"}; }) ==
        "likely: same name, same PIN code");
  CHECK(with([](CustomerFacts& f) { f.name = "Sai Enginering Works", f.cities = {"Poona"}; }) ==
        "possible: similar name, same city");
  CHECK(with([](CustomerFacts& f) { f.name = "Sai Enginering Works"; }) == "nothing");
  CHECK(with([](CustomerFacts& f) { f.pincodes = {"411026"}; }) == "nothing");
}

TEST_CASE("compare_customers: a walk-in customer is never one, another holder's PAN speaks against it") {
  CustomerFacts walk_in = sai();
  walk_in.walk_in = true;
  CHECK(told(sai(), walk_in) == "nothing");
  CHECK(duplicate_keys(summarize(walk_in)).empty());
  CustomerFacts other = sai();
  other.gstin.clear();
  other.pan = "AAKFG4321Q";
  CHECK(told(sai(), other) ==
        "possible: same mobile, same email, same name, same PIN code, same city, but another PAN");
  other.phones.clear(), other.emails.clear(), other.name = "Sai Enginering Works";
  CHECK(told(sai(), other) == "nothing");
  other.pan = "AABCS1284F";  // one slip is no other holder
  CHECK(told(sai(), other) == "possible: similar name, same PIN code, same city");
}

TEST_CASE("compare_customers: a landline that a market shares is no sign, a number that does not parse neither") {
  CustomerFacts a = sai(), b;
  a.phones = {"02027123456", "call the shop"};
  b.name = "Another";
  b.phones = a.phones;
  CHECK(told(a, b) == "nothing");
}

TEST_CASE("duplicates: two thousand labelled pairs are told apart well enough at every level") {
  const auto pairs = make_labelled_pairs(2000, 20261122);
  std::map<std::string_view, std::map<std::string, int>> by_kind;
  for (const LabelledPair& pair : pairs) {
    const auto found = compare_customers(summarize(pair.a), summarize(pair.b));
    ++by_kind[pair.kind][found ? std::string(level_name(found->level)) : "nothing"];
  }
  std::string table;
  for (const auto& [kind, outcomes] : by_kind) {
    table.append(kind).append(": ");
    for (const auto& [outcome, times] : outcomes) table += outcome + " " + std::to_string(times) + ", ";
    table += "\n";
  }
  const DuplicateScores scores = score_pairs(pairs);
  for (const LevelScore& score : scores.of) {
    table += std::to_string(score.found) + " found, precision " + std::to_string(score.precision) + ", recall " +
             std::to_string(score.recall) + "\n";
  }
  CAPTURE(table);
  const LevelScore& strong = scores.of[0];
  const LevelScore& likely = scores.of[1];
  const LevelScore& possible = scores.of[2];
  const LevelScore& branch = scores.of[3];
  CHECK(strong.precision == 1);
  CHECK(strong.recall >= 0.12);
  CHECK(likely.precision >= 0.97);
  CHECK(likely.recall >= 0.6);
  CHECK(possible.recall >= 0.93);
  CHECK(branch.precision == 1);
  CHECK(branch.recall == 1);
}

TEST_CASE("duplicate_keys: of the pairs that look like one, hardly any shares no key") {
  std::size_t alike = 0, met = 0;
  std::string missed;
  for (const LabelledPair& pair : make_labelled_pairs(2000, 20261122)) {
    const CustomerSummary a = summarize(pair.a), b = summarize(pair.b);
    if (!compare_customers(a, b)) continue;
    ++alike;
    if (share_key(a, b))
      ++met;
    else
      missed.append(pair.kind).append(": ").append(pair.a.name).append(" / ").append(pair.b.name) += "\n";
  }
  CAPTURE(missed);
  CAPTURE(alike);
  CAPTURE(met);
  CHECK(static_cast<double>(met) >= 0.985 * static_cast<double>(alike));
}

TEST_CASE("duplicate_finding: stands at the box of its surest sign, and only a strong one is asked about") {
  struct Example {
    Duplicate duplicate;
    const char *box, *code;
    Grade grade;
  };
  const auto bits = [](auto... reasons) { return (static_cast<std::uint32_t>(reasons) | ...); };
  using enum DuplicateReason;
  const std::array<Example, 4> examples = {{
      {{DuplicateLevel::Strong, bits(SameName, SameGstin)}, "gstin", "duplicate.strong", Grade::Warning},
      {{DuplicateLevel::Likely, bits(SameName, SameMobile)}, "phone", "duplicate.likely", Grade::Note},
      {{DuplicateLevel::Possible, bits(NearName, SameCity)}, "name", "duplicate.possible", Grade::Note},
      {{DuplicateLevel::Branch, bits(SamePanOtherState)}, "pan", "duplicate.branch", Grade::Note},
  }};
  for (const Example& example : examples) {
    CAPTURE(example.code);
    const Finding finding = finding_about(example.duplicate, "Sai Engineering Works, Pune");
    CHECK(finding.field == example.box);
    CHECK(finding.code == example.code);
    CHECK(finding.grade == example.grade);
    CHECK(finding.needs_reason == (example.grade == Grade::Warning));
    CHECK(finding.text.find("Sai Engineering Works, Pune") != std::string::npos);
  }
  CHECK(finding_about({DuplicateLevel::Likely, bits(SameName, SameMobile)}, "A").text ==
        "Likely the same customer: A (same mobile, same name). Look there before you save.");
}
