// Which character parts the cells of a file that calls itself CSV.
#pragma once

#include <optional>
#include <string_view>

namespace cm {

// By the first lines of the text (UTF-8): `,` `;` tab or `|`, whichever parts most lines into the
// same number of cells; a first line "sep=;" says it. Quoted cells are skipped. A comma when
// nothing is found.
char guess_delimiter(std::string_view text);

// "sep=;" is a word to spreadsheets, not a row.
bool is_separator_line(std::string_view line);

// "," "comma" ";" "semicolon" "tab" "\t" "|".
std::optional<char> parse_delimiter(std::string_view name);

}  // namespace cm
