#include "shared/domain/values/decimal_text.h"

#include <optional>

namespace cm {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// The digits of "12,34,567" or "1,234,567"; nullopt when a comma stands where none belongs, so that
// "500,50" is asked back rather than read as fifty thousand and fifty.
std::optional<std::string> ungroup(std::string_view text) {
  std::string digits;
  std::size_t group = 0;  // digits since the last comma
  bool grouped = false;
  for (const char c : text) {
    if (is_digit(c)) {
      digits += c, ++group;
    } else if (c == ',') {
      const bool fits = grouped ? group == 2 || group == 3 : group >= 1 && group <= 3;
      if (!fits) return std::nullopt;
      grouped = true, group = 0;
    } else {
      return std::nullopt;
    }
  }
  if (grouped && group != 3) return std::nullopt;
  return digits;
}

}  // namespace

tl::expected<std::int64_t, DecimalError> parse_hundredths(std::string_view text,
                                                          std::size_t zeros) {
  const bool negative = text.starts_with("-");
  if (negative || text.starts_with("+")) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  const std::optional<std::string> whole = ungroup(text.substr(0, point));
  std::string decimals(point == std::string_view::npos ? "" : text.substr(point + 1));
  if (!whole || decimals.size() > 2 + zeros || (whole->empty() && decimals.empty()))
    return tl::unexpected(DecimalError::Shape);
  for (const char c : decimals) {
    if (!is_digit(c)) return tl::unexpected(DecimalError::Shape);
  }
  decimals.resize(2 + zeros, '0');
  std::int64_t hundredths = 0;
  for (const char c : *whole + decimals) {
    const bool overflow = __builtin_mul_overflow(hundredths, std::int64_t{10}, &hundredths) ||
                          __builtin_add_overflow(hundredths, std::int64_t{c - '0'}, &hundredths);
    if (overflow) return tl::unexpected(DecimalError::TooLarge);
  }
  return negative ? -hundredths : hundredths;
}

std::string format_hundredths(std::int64_t hundredths, Decimals decimals, Grouping grouping) {
  const auto magnitude = hundredths < 0 ? 0 - static_cast<std::uint64_t>(hundredths)
                                        : static_cast<std::uint64_t>(hundredths);
  std::string whole = std::to_string(magnitude / 100);
  const std::string cents = std::to_string(100 + magnitude % 100).substr(1);
  if (grouping == Grouping::Indian && whole.size() > 3) {
    // 1234567 → 12,34,567: the last three, then twos.
    for (std::size_t at = whole.size() - 3;; at -= 2) {
      whole.insert(at, ",");
      if (at <= 2) break;
    }
  }
  const bool show_cents = decimals == Decimals::Always || magnitude % 100 != 0;
  return (hundredths < 0 ? "-" : "") + whole + (show_cents ? "." + cents : "");
}

}  // namespace cm
