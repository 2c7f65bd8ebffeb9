// Goal: state codes and PIN codes hold to the facts, and hints stay hints.
#include <doctest/doctest.h>

#include <fstream>
#include <set>

#include "shared/domain/exchange/csv.h"
#include "shared/domain/values/pincode.h"
#include "shared/domain/values/state_code.h"

using namespace cm;

namespace {

// The facts beside the repository, when they are at hand; empty otherwise.
std::vector<CsvRow> facts(const std::string& name) {
  std::ifstream file(std::string(CM_SOURCE_DIR) + "/../shared/data/" + name, std::ios::binary);
  return read_csv(std::string(std::istreambuf_iterator<char>(file), {}));
}

std::string states_of(const std::string& pincode) {
  std::string codes;
  for (const StateCode& state : Pincode::parse(pincode)->states()) codes += state.text() + " ";
  return codes;
}

}  // namespace

TEST_CASE("state_code: every code comes back from its text and its name") {
  CHECK(state_facts().size() == 41);
  for (const StateFact& fact : state_facts()) {
    CAPTURE(fact.name);
    const auto state = StateCode::parse(fact.code);
    REQUIRE(state.has_value());
    CHECK(state->text() == fact.code);
    CHECK(state->name() == fact.name);
    CHECK(state->standing() == fact.standing);
    CHECK(StateCode::parse(fact.name) == state);
    CHECK(StateCode::parse(std::string(fact.code) + " - " + std::string(fact.name)) == state);
  }
}

TEST_CASE("state_code: takes the names that people and other programs write") {
  struct Case {
    std::string text, code;
  };
  for (const auto& [text, code] : {Case{"maharashtra", "27"},
                                   Case{"MAHARASHTRA ", "27"},
                                   Case{"MH", "27"},
                                   Case{"27", "27"},
                                   Case{"7", "07"},
                                   Case{"27-Maharashtra", "27"},
                                   Case{"Orissa", "21"},
                                   Case{"Odisha", "21"},
                                   Case{"Pondicherry", "34"},
                                   Case{"Jammu & Kashmir", "01"},
                                   Case{"Uttaranchal", "05"},
                                   Case{"New Delhi", "07"},
                                   Case{"Andhra Pradesh", "37"},
                                   Case{"37-Andhra Pradesh", "37"},
                                   Case{"28-Andhra Pradesh", "28"},
                                   Case{"Telengana", "36"},
                                   Case{"Tamilnadu", "33"},
                                   Case{"Daman & Diu", "26"},
                                   Case{"Dadra & Nagar Haveli", "26"},
                                   Case{"Ladakh", "38"},
                                   Case{"Other Countries", "96"}}) {
    CAPTURE(text);
    const auto state = StateCode::parse(text);
    REQUIRE(state.has_value());
    CHECK(state->text() == code);
  }
}

TEST_CASE("state_code: refuses what is no state") {
  for (const std::string text : {"", "0", "00", "39", "40", "88", "98", "100", "Bavaria",
                                 "27-Gujarat", "XX", "  ", "27 28", "महाराष्ट्र"}) {
    CAPTURE(text);
    REQUIRE_FALSE(StateCode::parse(text).has_value());
    CHECK(StateCode::parse(text).error() == FindingCode::StateUnknown);
  }
  CHECK_FALSE(StateCode::from_code("7").has_value());
}

TEST_CASE("state_code: retired codes know their successor") {
  CHECK(StateCode::from_code("25")->today().text() == "26");
  CHECK(StateCode::from_code("28")->today().text() == "37");
  CHECK(StateCode::from_code("27")->today().text() == "27");
}

TEST_CASE("state_code: the table agrees with the facts at hand") {
  for (const CsvRow& row : facts("gst_states.csv")) {
    if (row.cells[0] == "code" || row.cells[0] == "88") continue;
    CAPTURE(row.cells[0]);
    CHECK(StateCode::from_code(row.cells[0]).has_value());
  }
}

TEST_CASE("pincode: six digits, the first not zero") {
  for (const std::string text : {"411026", " 411 026 ", "411-026", "999999", "100000"}) {
    CAPTURE(text);
    CHECK(Pincode::parse(text).has_value());
  }
  for (const std::string text :
       {"", "011026", "41102", "4110266", "41102A", "०११०२६", "411O26", "+411026"}) {
    CAPTURE(text);
    REQUIRE_FALSE(Pincode::parse(text).has_value());
    CHECK(Pincode::parse(text).error() == FindingCode::PincodeShape);
  }
  CHECK(Pincode::parse("411 026")->text() == "411026");
}

TEST_CASE("pincode: prefixes hint at one state, or at the two that share them") {
  struct Case {
    std::string pincode, states;
  };
  for (const auto& [pincode, states] :
       {Case{"411026", "27 "},    Case{"302001", "08 "},    Case{"110001", "07 "},
        Case{"403001", "30 "},    Case{"194101", "38 "},    Case{"500001", "36 "},
        Case{"140119", "04 03 "}, Case{"160014", "03 04 "}, Case{"244712", "09 05 "},
        Case{"246763", "09 05 "}, Case{"247662", "09 05 "}, Case{"262001", "09 05 "},
        Case{"362520", "24 26 "}, Case{"396193", "24 26 "}, Case{"507130", "36 37 "},
        Case{"533464", "34 37 "}, Case{"605007", "33 34 "}, Case{"607402", "33 34 "},
        Case{"609603", "33 34 "}, Case{"673310", "32 34 "}, Case{"682551", "31 32 "},
        Case{"783123", "17 18 "}, Case{"813208", "10 20 "}, Case{"814101", "10 20 "},
        Case{"900001", ""},       Case{"999999", ""}}) {
    CAPTURE(pincode);
    std::set<std::string> wanted, got;
    for (std::size_t i = 0; i + 2 < states.size() + 1; i += 3) wanted.insert(states.substr(i, 2));
    const std::string codes = states_of(pincode);
    for (std::size_t i = 0; i + 2 < codes.size() + 1; i += 3) got.insert(codes.substr(i, 2));
    CHECK(got == wanted);
  }
}

TEST_CASE("pincode: exactly eighteen prefixes belong to two states and none to more") {
  int shared = 0;
  for (int prefix = 100; prefix <= 999; ++prefix) {
    const auto states = Pincode::parse(std::to_string(prefix) + "001")->states();
    CHECK(states.size() <= 2);
    if (states.size() == 2) ++shared;
  }
  CHECK(shared == 18);
}

TEST_CASE("pincode: a known prefix speaks only against the states it does not belong to") {
  const auto may_be_in = [](const char* pincode, const char* state) {
    return Pincode::parse(pincode)->may_be_in(*StateCode::from_code(state));
  };
  CHECK(may_be_in("411026", "27"));
  CHECK_FALSE(may_be_in("411026", "24"));
  CHECK(may_be_in("605007", "33"));
  CHECK(may_be_in("605007", "34"));
  CHECK_FALSE(may_be_in("605007", "32"));
  CHECK(may_be_in("533101", "28"));  // the old code of Andhra Pradesh
  CHECK(may_be_in("900001", "27"));  // army post
}

TEST_CASE("pincode: the table agrees with the facts at hand") {
  for (const CsvRow& row : facts("pin_prefixes.csv")) {
    if (row.cells[0] == "prefix") continue;
    CAPTURE(row.cells[0]);
    CHECK(Pincode::parse(row.cells[0] + "001")->may_be_in(*StateCode::from_code(row.cells[1])));
  }
}
