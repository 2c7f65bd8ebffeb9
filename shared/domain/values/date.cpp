#include "shared/domain/values/date.h"

#include <array>
#include <chrono>

#include "shared/base/utf8.h"

namespace cm {
namespace {

constexpr int kYearMin = 1900;
constexpr int kYearMax = 2199;
constexpr UnixMs kIndiaOffsetMs = (5 * 60 + 30) * 60'000;
constexpr UnixMs kDayMs = 86'400'000;
constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                   "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_separator(char c) {
  return c == '-' || c == '/' || c == '.';
}

// The number in text[at, at + length), or -1 when something else stands there.
int number_at(std::string_view text, std::size_t at, std::size_t length) {
  int number = 0;
  for (std::size_t i = at; i < at + length; ++i) {
    if (!is_digit(text[i])) return -1;
    number = number * 10 + (text[i] - '0');
  }
  return number;
}

std::string two_digits(unsigned number) {
  return std::to_string(100 + number).substr(1);
}

std::string iso(std::chrono::year_month_day date) {
  return std::to_string(static_cast<int>(date.year())) + "-" +
         two_digits(static_cast<unsigned>(date.month())) + "-" +
         two_digits(static_cast<unsigned>(date.day()));
}

std::chrono::year_month_day calendar_date(int year, int month, int day) {
  if (year < kYearMin || year > kYearMax || month < 1 || day < 1) return {};
  return std::chrono::year(year) / month / day;
}

}  // namespace

tl::expected<Date, FindingCode> Date::parse(std::string_view text) {
  const std::string clean = clean_text(text);
  if (clean.size() != 10) return tl::unexpected(FindingCode::NotADate);
  std::chrono::year_month_day date{};
  if (clean[4] == '-' && clean[7] == '-') {
    date = calendar_date(number_at(clean, 0, 4), number_at(clean, 5, 2), number_at(clean, 8, 2));
  } else if (is_separator(clean[2]) && clean[5] == clean[2]) {
    date = calendar_date(number_at(clean, 6, 4), number_at(clean, 3, 2), number_at(clean, 0, 2));
  }
  if (!date.ok()) return tl::unexpected(FindingCode::NotADate);
  return Date(iso(date));
}

Date Date::in_india(UnixMs at_ms) {
  const UnixMs local_ms = at_ms + kIndiaOffsetMs;
  const UnixMs days = local_ms / kDayMs - (local_ms % kDayMs < 0 ? 1 : 0);
  return Date(iso(std::chrono::sys_days(std::chrono::days(days))));
}

std::string Date::display() const {
  const int month = number_at(text_, 5, 2);
  return std::to_string(number_at(text_, 8, 2)) + " " +
         std::string(kMonths[static_cast<std::size_t>(month - 1)]) + " " + text_.substr(0, 4);
}

}  // namespace cm
