// The code points that our fonts carry and the canvas draws; any other text is shown by its DOM
// node. web/fonts/codepoints.txt says the same to the font subsetter; a test compares the two.
#pragma once

#include <cstdint>

namespace cm::ui {

struct CodePointRange {
  std::uint16_t first, last;
};

// Every one is a grapheme cluster by itself: no combining marks, so an ellipsis may stand after any
// of them.
inline constexpr CodePointRange kFontRanges[] = {
    {0x0020, 0x007E},  // ASCII
    {0x00A0, 0x017F},  // Latin-1, Latin Extended-A
    {0x2010, 0x2027},  // dashes, quotes, bullet, ellipsis
    {0x2039, 0x203A},  // single angle quotes: "Sales › Customers"
    {0x20B9, 0x20B9},  // rupee sign
    {0x2190, 0x2193},  // arrows
};

}  // namespace cm::ui
