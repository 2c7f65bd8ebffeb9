// What stands in a cell of a worksheet, as the text that a person sees there.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace cm {

// How a number is shown, as far as its text depends on it.
enum class NumberShown { Plain, Date, Percent };

// By the number's format: one of the built-in numbers, or the code of a custom one ("dd/mm/yyyy",
// "0.00%").
NumberShown number_shown(int format_number);
NumberShown number_shown(std::string_view format_code);

// A stored number without exponent and without the noise of binary fractions, at most 15 digits
// that count: "9.87654321E9" → "9876543210", "0.30000000000000004" → "0.3". Anything else comes
// back as it is.
std::string plain_number(std::string_view stored);

// "0.025" → "2.5%".
std::string percent_text(std::string_view stored);

// Days since 1899-12-30 (or 1904-01-01) → "2026-11-22"; a time of day is dropped. nullopt when it
// is no date from 1900-03-01 to 2199-12-31 (before, spreadsheets count a day that never was).
enum class DateSystem { From1900, From1904 };
std::optional<std::string> date_of_serial(std::string_view stored, DateSystem system);
std::optional<int> serial_of_date(std::string_view iso);  // since 1899-12-30

// A character that XML cannot hold stands as _x000D_; "_x005F_" is an underscore that only looks
// like one.
std::string decode_escapes(std::string_view text);
std::string encode_escapes(std::string_view text);

// "AB12" → 27 (A = 0); nullopt when it does not begin with a column.
std::optional<std::size_t> column_of_reference(std::string_view reference);
std::string column_letters(std::size_t column);

}  // namespace cm
