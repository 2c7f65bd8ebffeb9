#include "shared/domain/values/date.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>

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
  return c == '-' || c == '/' || c == '.' || c == ' ';
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

int number_in(std::string_view text) {
  return text.empty() || text.size() > 4 ? -1 : number_at(text, 0, text.size());
}

int year_in(std::string_view text) {
  const int number = number_in(text);
  if (text.size() == 4) return number;
  if (text.size() != 2 || number < 0) return -1;
  return number < 70 ? 2000 + number : 1900 + number;
}

// "11", "1", or "Nov".
int month_in(std::string_view text) {
  const std::string folded = fold_text(text);
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (folded == fold_text(kMonths[i])) return static_cast<int>(i) + 1;
  }
  return text.size() <= 2 ? number_in(text) : -1;
}

struct Parts {
  std::string first, second, third;
  char separator;
};

// Three parts with the same separator twice.
std::optional<Parts> parted(const std::string& text) {
  const auto first = std::find_if(text.begin(), text.end(), is_separator);
  if (first == text.end()) return std::nullopt;
  const auto at = static_cast<std::size_t>(first - text.begin());
  const std::size_t next = text.find(*first, at + 1);
  if (next == std::string::npos) return std::nullopt;
  return Parts{text.substr(0, at), text.substr(at + 1, next - at - 1), text.substr(next + 1),
               *first};
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
  const auto parts = parted(clean_text(text));
  if (!parts) return tl::unexpected(FindingCode::NotADate);
  const auto& [first, second, third, separator] = *parts;
  std::chrono::year_month_day date{};
  if (first.size() == 4 && separator == '-') {
    if (second.size() == 2 && third.size() == 2)
      date = calendar_date(number_in(first), number_in(second), number_in(third));
  } else if (first.size() <= 2) {
    date = calendar_date(year_in(third), month_in(second), number_in(first));
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
