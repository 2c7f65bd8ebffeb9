#include "shared/domain/values/phone.h"

#include <algorithm>

#include "shared/base/utf8.h"

namespace cm {
namespace {

constexpr std::size_t kIndianDigits = 10;  // STD code and number together
constexpr std::size_t kForeignDigitsMin = 8;
constexpr std::size_t kForeignDigitsMax = 15;  // ITU-T E.164
constexpr std::string_view kTwoDigitStdCodes[] = {"11", "20", "22", "33", "40", "44"};

bool is_separator(std::uint32_t c) {
  return c == ' ' || c == '.' || c == '-' || c == '/' || c == '(' || c == ')' ||
         (c >= 0x2010 && c <= 0x2015);
}

// "+91 (0) 98765-43210" → "+9109876543210"; empty when anything but digits, separators and one
// leading + is there.
std::string dialled(std::string_view text) {
  std::string digits;
  for (const std::uint32_t c : decode_utf8(clean_text(text))) {
    if (c >= '0' && c <= '9')
      digits += static_cast<char>(c);
    else if (c == '+' && digits.empty())
      digits += '+';
    else if (!is_separator(c))
      return {};
  }
  return digits;
}

bool take_prefix(std::string_view& text, std::string_view prefix) {
  if (!text.starts_with(prefix)) return false;
  text.remove_prefix(prefix.size());
  return true;
}

}  // namespace

tl::expected<Phone, FindingCode> Phone::parse(std::string_view text) {
  const std::string digits = dialled(text);
  std::string_view rest = digits;
  const bool international = take_prefix(rest, "+") || take_prefix(rest, "00");
  if (international && !rest.starts_with("91")) {
    const bool fits =
        rest.size() >= kForeignDigitsMin && rest.size() <= kForeignDigitsMax && rest.front() != '0';
    if (!fits) return tl::unexpected(FindingCode::PhoneShape);
    return Phone("+" + std::string(rest));
  }
  const bool country_code =
      (international || rest.size() == kIndianDigits + 2) && take_prefix(rest, "91");
  const bool trunk = take_prefix(rest, "0");
  if (rest.size() != kIndianDigits || rest.front() == '0')
    return tl::unexpected(FindingCode::PhoneShape);
  const bool mobile = rest.front() >= '6';
  // Without 0 or +91 an STD code cannot be told from a mistyped mobile number.
  const bool landline = trunk || (international && country_code);
  if (!mobile && !landline) return tl::unexpected(FindingCode::PhoneShape);
  return Phone("+91" + std::string(rest));
}

bool Phone::is_indian() const {
  return text_.starts_with("+91") && text_.size() == 3 + kIndianDigits;
}

bool Phone::is_indian_mobile() const {
  return is_indian() && text_[3] >= '6';
}

std::string Phone::format() const {
  if (!is_indian()) return text_;
  return (is_indian_mobile() ? "" : "0") + text_.substr(3);
}

std::string Phone::display() const {
  if (!is_indian()) return text_;
  const std::string number = text_.substr(3);
  if (is_indian_mobile()) return number.substr(0, 5) + " " + number.substr(5);
  const bool two = std::find(std::begin(kTwoDigitStdCodes), std::end(kTwoDigitStdCodes),
                             number.substr(0, 2)) != std::end(kTwoDigitStdCodes);
  const std::size_t std_length = two ? 2 : 3;
  return "0" + number.substr(0, std_length) + " " + number.substr(std_length, 6 - std_length) +
         " " + number.substr(6);
}

}  // namespace cm
