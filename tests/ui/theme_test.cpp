// Goal: every colour that stands on another can be read, and both sides of the page carry the same
// code points. Method: the table of pairs, measured; the font list's file, parsed.
#include <doctest/doctest.h>

#include <fstream>
#include <string>

#include "client/ui/font_ranges.h"
#include "client/ui/theme.h"

namespace cm::ui {

TEST_CASE("contrast: black on white is 21, a colour on itself is 1") {
  CHECK(contrast_ratio({0x000000FF}, {0xFFFFFFFF}) == doctest::Approx(21.0));
  CHECK(contrast_ratio({0xFFFFFFFF}, {0x000000FF}) == doctest::Approx(21.0));
  CHECK(contrast_ratio({0x1F5FBFFF}, {0x1F5FBFFF}) == doctest::Approx(1.0));
  CHECK(contrast_ratio({0x767676FF}, {0xFFFFFFFF}) ==
        doctest::Approx(4.54).epsilon(0.01));  // WCAG's own example
}

TEST_CASE("theme: text stands out at 4.5:1 and shapes at 3:1, in every theme") {
  for (const ThemeName name : {ThemeName::Light, ThemeName::Dark, ThemeName::HighContrast}) {
    const Theme& theme = theme_of(name);
    CHECK(theme.name == name);
    for (const ContrastPair& pair : contrast_pairs(theme)) {
      CAPTURE(static_cast<int>(name));
      CAPTURE(std::string(pair.what));
      CHECK(contrast_ratio(pair.foreground, pair.background) >= pair.minimum);
    }
  }
}

TEST_CASE("fonts: the subset for the browser has the code points that the canvas draws") {
  std::ifstream file(std::string(CM_SOURCE_DIR) + "/web/fonts/codepoints.txt");
  REQUIRE(file.good());
  std::vector<std::pair<unsigned, unsigned>> listed;
  for (std::string line; std::getline(file, line);) {
    unsigned first = 0, last = 0;
    if (std::sscanf(line.c_str(), "U+%x-%x", &first, &last) == 2) listed.emplace_back(first, last);
  }
  std::vector<std::pair<unsigned, unsigned>> drawn;
  for (const CodePointRange& range : kFontRanges) drawn.emplace_back(range.first, range.last);
  CHECK(listed == drawn);
}

}  // namespace cm::ui
