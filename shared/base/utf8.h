// UTF-8: checked once at the edge, folded for comparing and searching.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cm {

// True when the text is well-formed UTF-8 (no surrogates, no overlong forms, ≤ U+10FFFF).
bool is_valid_utf8(std::string_view text);
// The text with every malformed byte replaced by U+FFFD.
std::string to_valid_utf8(std::string_view text);
// Number of code points; the text must be valid.
std::size_t count_code_points(std::string_view text);
std::vector<std::uint32_t> decode_utf8(std::string_view text);
void append_utf8(std::string& out, std::uint32_t code_point);

// White space (ASCII and Unicode) cut at both ends; inner runs become one space; control characters
// other than line feed are dropped. keep_lines keeps line feeds.
enum class Lines { Join, Keep };
std::string clean_text(std::string_view text, Lines lines = Lines::Join);
// Lower case for ASCII, Latin-1, Latin Extended-A, Greek and Cyrillic; accents dropped from Latin.
// For search keys and comparison, never for display.
std::string fold_text(std::string_view text);
std::string to_upper_ascii(std::string_view text);

}  // namespace cm
