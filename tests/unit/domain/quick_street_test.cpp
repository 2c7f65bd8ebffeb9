// Goal: one box for two street lines loses neither line.
#include "shared/domain/quick_street.h"

#include <doctest/doctest.h>

using namespace cm;

TEST_CASE("quick_street: two lines show as one") {
  CHECK(join_street({"Plot 45", "MIDC Phase II"}) == "Plot 45, MIDC Phase II");
  CHECK(join_street({"Plot 45", ""}) == "Plot 45");
  CHECK(join_street({"", "MIDC Phase II"}) == "MIDC Phase II");
  CHECK(join_street({}).empty());
}

TEST_CASE("quick_street: an edit keeps the line that it did not touch") {
  const StreetLines before{"Plot 45", "MIDC Phase II"};
  struct Case {
    const char* text;
    StreetLines after;
  };
  for (const auto& [text, after] : {
           Case{"Plot 45, MIDC Phase II", before},
           Case{"  Plot 45,  MIDC Phase II ", before},
           Case{"Plot 46, MIDC Phase II", {"Plot 46", "MIDC Phase II"}},
           Case{"Plot 45, Bhosari", {"Plot 45", "Bhosari"}},
           Case{"Gate No. 7", {"Gate No. 7", ""}},
           Case{"Plot 45", {"Plot 45", ""}},
           Case{"", {"", ""}},
           Case{", MIDC Phase II", {", MIDC Phase II", ""}},
       }) {
    CAPTURE(text);
    CHECK(split_street(text, before) == after);
  }
  CHECK(split_street("Plot 45, MIDC Phase II", {}) == StreetLines{"Plot 45, MIDC Phase II", ""});
  CHECK(split_street("Plot 45, MIDC", {"Plot 45", ""}) == StreetLines{"Plot 45, MIDC", ""});
  CHECK(split_street("MIDC", {"", "MIDC"}) == StreetLines{"", "MIDC"});
}

TEST_CASE("quick_street: line breaks become commas, once") {
  CHECK(split_street("Plot 45,\nMIDC Phase II", {}).line1 == "Plot 45, MIDC Phase II");
  CHECK(split_street("Plot 45\r\n\r\nMIDC Phase II\n", {}).line1 == "Plot 45, MIDC Phase II");
}
