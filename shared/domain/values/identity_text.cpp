#include "shared/domain/values/identity_text.h"

#include "shared/base/utf8.h"

namespace cm {
namespace {

bool is_dash(std::uint32_t c) {
  return c == '-' || c == 0xad || (c >= 0x2010 && c <= 0x2015) || c == 0x2212;
}
bool is_letter(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool fits(char c, char kind) {
  switch (kind) {
    case 'A':
      return is_letter(c);
    case '9':
      return is_digit(c);
    case 'X':
      return is_letter(c) || is_digit(c);
    case 'N':
      return is_letter(c) || (is_digit(c) && c != '0');
    default:
      return c == kind - 'a' + 'A';
  }
}

}  // namespace

std::string clean_identity(std::string_view text) {
  std::string clean;
  for (const std::uint32_t c : decode_utf8(clean_text(text))) {
    if (c != ' ' && !is_dash(c)) append_utf8(clean, c);
  }
  return to_upper_ascii(clean);
}

bool matches_shape(std::string_view text, std::string_view shape) {
  std::size_t s = 0;
  for (const char c : text) {
    if (s >= shape.size()) return false;
    if (shape[s] == '[') {
      const std::size_t end = shape.find(']', s);
      if (shape.substr(s + 1, end - s - 1).find(c) == std::string_view::npos) return false;
      s = end + 1;
    } else if (!fits(c, shape[s++])) {
      return false;
    }
  }
  return s == shape.size();
}

}  // namespace cm
