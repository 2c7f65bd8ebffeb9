// One street box stands for the two street lines of an address.
#pragma once

#include <string>
#include <string_view>

namespace cm {

struct StreetLines {
  std::string line1;
  std::string line2;
  friend bool operator==(const StreetLines&, const StreetLines&) = default;
};

// "Plot 45" + "MIDC Phase II" → "Plot 45, MIDC Phase II".
std::string join_street(const StreetLines& lines);

// Back into two lines, clean: a line that still stands in the text at its place stays a line of its
// own; otherwise all of it becomes line 1. Line breaks become commas.
//   "Plot 46, MIDC Phase II" with "Plot 45", "MIDC Phase II" → "Plot 46", "MIDC Phase II"
//   "Gate No. 7"             with "Plot 45", "MIDC Phase II" → "Gate No. 7", ""
StreetLines split_street(std::string_view text, const StreetLines& before);

}  // namespace cm
