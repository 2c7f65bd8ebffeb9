#include "shared/domain/values/money.h"

#include "shared/base/utf8.h"
#include "shared/domain/values/decimal_text.h"

namespace cm {
namespace {

constexpr std::string_view kRupeeSigns[] = {"\u20b9", "rs.", "rs", "inr", "re."};

// "-₹ 5,00,000.50/-" → "-5,00,000.50".
std::string take_off_currency(std::string_view text) {
  std::string rest = fold_text(clean_text(text));
  std::string sign;
  const auto take_sign = [&] {
    for (const std::string_view minus : {"-", "\u2212", "+"}) {
      if (sign.empty() && rest.starts_with(minus))
        sign = minus == "+" ? "+" : "-", rest.erase(0, minus.size());
    }
  };
  const auto take_space = [&] { rest.erase(0, rest.find_first_not_of(' ')); };
  take_sign(), take_space();
  for (const std::string_view rupee : kRupeeSigns) {
    if (rest.starts_with(rupee)) {
      rest.erase(0, rupee.size());
      break;
    }
  }
  take_space(), take_sign();
  if (rest.ends_with("/-")) rest.resize(rest.size() - 2);
  while (rest.ends_with(' ')) rest.pop_back();
  return sign + rest;
}

struct Multiple {
  std::string_view word;
  std::size_t zeros;
};
// The longer word first, where one ends another.
constexpr Multiple kMultiples[] = {{"lakhs", 5}, {"lakh", 5},   {"lacs", 5},
                                   {"lac", 5},   {"crores", 7}, {"crore", 7},
                                   {"cr.", 7},   {"cr", 7},     {"thousand", 3}};

// "1.2 crore" → "1.2", and 7 zeros.
std::size_t take_off_multiple(std::string& text) {
  for (const auto& [word, zeros] : kMultiples) {
    if (!text.ends_with(word)) continue;
    text.resize(text.size() - word.size());
    while (text.ends_with(' ')) text.pop_back();
    return zeros;
  }
  return 0;
}

}  // namespace

tl::expected<Money, FindingCode> Money::parse(std::string_view text) {
  std::string amount = take_off_currency(text);
  const std::size_t zeros = take_off_multiple(amount);
  const auto paise = parse_hundredths(amount, zeros);
  if (paise) return Money(*paise);
  return tl::unexpected(paise.error() == DecimalError::TooLarge ? FindingCode::MoneyTooLarge
                                                                : FindingCode::MoneyShape);
}

std::optional<Money> Money::plus(Money other) const {
  std::int64_t sum = 0;
  if (__builtin_add_overflow(paise_, other.paise_, &sum)) return std::nullopt;
  return Money(sum);
}

std::optional<Money> Money::minus(Money other) const {
  std::int64_t difference = 0;
  if (__builtin_sub_overflow(paise_, other.paise_, &difference)) return std::nullopt;
  return Money(difference);
}

std::string Money::format() const {
  return format_hundredths(paise_, Decimals::WhenNeeded, Grouping::None);
}

std::string Money::display() const {
  const std::string amount = format_hundredths(paise_, Decimals::Always, Grouping::Indian);
  return paise_ < 0 ? "-\u20b9 " + amount.substr(1) : "\u20b9 " + amount;
}

}  // namespace cm
