// Decimal numbers with two places as people type them, without floating point.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

namespace cm {

enum class DecimalError { Shape, TooLarge };

// "1,20,000.5" → 12000050 hundredths. Sign, digits with Indian or western grouping commas, at most
// two decimals; no exponent, no other characters. "1.25" with `zeros` 5 ("1.25 lakh") is 125000.00;
// then five more decimals are allowed.
tl::expected<std::int64_t, DecimalError> parse_hundredths(std::string_view text,
                                                          std::size_t zeros = 0);

// 12000050 → "120000.50"; whole amounts without decimals when `trim`.
enum class Decimals { Always, WhenNeeded };
enum class Grouping { None, Indian };
std::string format_hundredths(std::int64_t hundredths, Decimals decimals, Grouping grouping);

}  // namespace cm
