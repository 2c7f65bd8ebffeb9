#include "shared/domain/exchange/xlsx/cell_value.h"

#include <chrono>

#include "shared/base/utf8.h"
#include "shared/domain/values/date.h"

namespace cm {
namespace {

constexpr std::size_t kDigitsMax = 15;  // what a double holds for certain
constexpr int kExponentMax = 400;
constexpr int kSerialOf1904 = 1462;
constexpr int kFirstSerial = 61;      // 1 March 1900
constexpr int kLastSerial = 109'939;  // 31 December 2200, checked again by Date

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// digits × 10^exponent
struct Decimal {
  bool negative = false;
  std::string digits;  // no leading zeros; "" is zero
  int exponent = 0;
};

std::optional<Decimal> read_decimal(std::string_view text) {
  Decimal decimal;
  std::size_t at = 0;
  if (at < text.size() && (text[at] == '-' || text[at] == '+'))
    decimal.negative = text[at++] == '-';
  bool point = false, any = false;
  for (; at < text.size() && (is_digit(text[at]) || (text[at] == '.' && !point)); ++at) {
    if (text[at] == '.') {
      point = true;
      continue;
    }
    any = true;
    decimal.digits += text[at];
    decimal.exponent -= point;
  }
  if (!any) return std::nullopt;
  if (at < text.size()) {
    if (text[at] != 'e' && text[at] != 'E') return std::nullopt;
    ++at;
    const bool minus = at < text.size() && text[at] == '-';
    if (at < text.size() && (text[at] == '-' || text[at] == '+')) ++at;
    if (at == text.size() || text.size() - at > 3) return std::nullopt;
    int exponent = 0;
    for (; at < text.size(); ++at) {
      if (!is_digit(text[at])) return std::nullopt;
      exponent = exponent * 10 + (text[at] - '0');
    }
    decimal.exponent += minus ? -exponent : exponent;
  }
  decimal.digits.erase(0, decimal.digits.find_first_not_of('0'));
  if (decimal.digits.empty()) decimal = {};
  if (decimal.exponent > kExponentMax || decimal.exponent < -kExponentMax) return std::nullopt;
  return decimal;
}

void round_to(Decimal& decimal, std::size_t digits_max) {
  if (decimal.digits.size() <= digits_max) return;
  const bool up = decimal.digits[digits_max] >= '5';
  decimal.exponent += static_cast<int>(decimal.digits.size() - digits_max);
  decimal.digits.resize(digits_max);
  if (!up) return;
  std::size_t at = digits_max;
  while (at > 0 && decimal.digits[at - 1] == '9') decimal.digits[--at] = '0';
  if (at > 0)
    ++decimal.digits[at - 1];
  else
    decimal.digits.insert(0, "1");
}

std::string written_out(const Decimal& decimal) {
  std::string text = decimal.digits.empty() ? "0" : decimal.digits;
  if (decimal.exponent >= 0) {
    text.append(static_cast<std::size_t>(decimal.digits.empty() ? 0 : decimal.exponent), '0');
  } else {
    const auto places = static_cast<std::size_t>(-decimal.exponent);
    if (text.size() <= places) text.insert(0, places - text.size() + 1, '0');
    text.insert(text.size() - places, ".");
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
  }
  return (decimal.negative && text != "0" ? "-" : "") + text;
}

// Whole numbers keep all their digits: a program may have written more than a double holds.
std::string written_plainly(Decimal decimal) {
  if (decimal.exponent != 0) round_to(decimal, kDigitsMax);
  return written_out(decimal);
}

bool is_escape(std::string_view text, std::size_t at) {
  if (at + 7 > text.size() || text[at] != '_' || text[at + 1] != 'x' || text[at + 6] != '_')
    return false;
  return text.substr(at + 2, 4).find_first_not_of("0123456789abcdefABCDEF") ==
         std::string_view::npos;
}

}  // namespace

NumberShown number_shown(int format_number) {
  if (format_number == 9 || format_number == 10) return NumberShown::Percent;
  const auto within = [&](int first, int last) {
    return format_number >= first && format_number <= last;
  };
  // 18–21 and 45–47 are times of day, and without a date.
  return within(14, 17) || format_number == 22 || within(27, 36) || within(50, 58)
             ? NumberShown::Date
             : NumberShown::Plain;
}

NumberShown number_shown(std::string_view format_code) {
  bool quoted = false, bracketed = false;
  for (std::size_t at = 0; at < format_code.size(); ++at) {
    const char c = format_code[at];
    if (quoted) {
      quoted = c != '"';
    } else if (bracketed) {
      bracketed = c != ']';
    } else if (c == '"') {
      quoted = true;
    } else if (c == '[') {
      bracketed = true;
    } else if (c == '\\' || c == '_' || c == '*') {
      ++at;  // the next character is shown, or its width is
    } else if (c == '%') {
      return NumberShown::Percent;
    } else if (c == 'd' || c == 'D' || c == 'y' || c == 'Y') {
      return NumberShown::Date;
    } else if (c == ';') {
      break;  // what follows is for negative numbers
    }
  }
  return NumberShown::Plain;
}

std::string plain_number(std::string_view stored) {
  const auto decimal = read_decimal(stored);
  return decimal ? written_plainly(*decimal) : std::string(stored);
}

std::string percent_text(std::string_view stored) {
  auto decimal = read_decimal(stored);
  if (!decimal) return std::string(stored);
  decimal->exponent += 2;
  return written_plainly(*decimal) + "%";
}

std::optional<std::string> date_of_serial(std::string_view stored, DateSystem system) {
  const auto decimal = read_decimal(stored);
  if (!decimal || decimal->negative) return std::nullopt;
  const std::string text = written_out(*decimal);
  const std::string days = text.substr(0, text.find('.'));
  if (days.size() > 6) return std::nullopt;
  const int serial = std::stoi(days) + (system == DateSystem::From1904 ? kSerialOf1904 : 0);
  if (serial < kFirstSerial || serial > kLastSerial) return std::nullopt;
  using namespace std::chrono;
  const year_month_day date = sys_days(year(1899) / December / 30) + std::chrono::days(serial);
  const auto two = [](unsigned number) { return std::to_string(100 + number).substr(1); };
  const std::string iso = std::to_string(static_cast<int>(date.year())) + "-" +
                          two(static_cast<unsigned>(date.month())) + "-" +
                          two(static_cast<unsigned>(date.day()));
  return Date::parse(iso) ? std::optional(iso) : std::nullopt;
}

std::optional<int> serial_of_date(std::string_view iso) {
  const auto date = Date::parse(iso);
  if (!date) return std::nullopt;
  using namespace std::chrono;
  const std::string& text = date->text();
  const auto day_of = sys_days(year(std::stoi(text.substr(0, 4))) / std::stoi(text.substr(5, 2)) /
                               std::stoi(text.substr(8, 2)));
  const auto serial = static_cast<int>((day_of - sys_days(year(1899) / December / 30)).count());
  return serial < kFirstSerial ? std::nullopt : std::optional(serial);
}

std::string decode_escapes(std::string_view text) {
  if (text.find("_x") == std::string_view::npos) return std::string(text);
  std::string decoded;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_escape(text, at)) {
      decoded += text[at];
      continue;
    }
    const auto unit =
        static_cast<std::uint32_t>(std::stoul(std::string(text.substr(at + 2, 4)), nullptr, 16));
    const bool surrogate = unit >= 0xd800 && unit < 0xe000;
    append_utf8(decoded, surrogate ? 0xfffd : unit);
    at += 6;
  }
  return decoded;
}

std::string encode_escapes(std::string_view text) {
  std::string encoded;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (is_escape(text, at)) encoded += "_x005F";
    encoded += text[at];
  }
  return encoded;
}

std::optional<std::size_t> column_of_reference(std::string_view reference) {
  std::size_t column = 0, letters = 0;
  for (const char c : reference) {
    if (c < 'A' || c > 'Z' || letters == 3) break;
    column = column * 26 + static_cast<std::size_t>(c - 'A' + 1);
    ++letters;
  }
  if (letters == 0) return std::nullopt;
  return column - 1;
}

std::string column_letters(std::size_t column) {
  std::string letters;
  for (std::size_t left = column + 1; left > 0; left = (left - 1) / 26)
    letters.insert(letters.begin(), static_cast<char>('A' + (left - 1) % 26));
  return letters;
}

}  // namespace cm
