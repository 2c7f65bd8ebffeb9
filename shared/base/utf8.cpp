#include "shared/base/utf8.h"

#include <algorithm>
#include <array>

namespace cm {
namespace {

constexpr std::uint32_t kReplacement = 0xfffd;

struct Decoded {
  std::uint32_t code_point = 0;
  std::size_t length = 0;  // bytes taken; 0 = malformed here
};

// One code point at text[at]. Ranges of the second byte keep out overlong forms, surrogates and
// everything over U+10FFFF (Unicode, table 3-7).
Decoded decode_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
  const std::uint8_t first = byte(at);
  if (first < 0x80) return {first, 1};
  std::size_t length = 0;
  std::uint8_t low = 0x80, high = 0xbf;
  if (first >= 0xc2 && first <= 0xdf)
    length = 2;
  else if (first >= 0xe0 && first <= 0xef)
    length = 3;
  else if (first >= 0xf0 && first <= 0xf4)
    length = 4;
  else
    return {};
  if (at + length > text.size()) return {};
  if (first == 0xe0) low = 0xa0;
  if (first == 0xed) high = 0x9f;
  if (first == 0xf0) low = 0x90;
  if (first == 0xf4) high = 0x8f;
  if (byte(at + 1) < low || byte(at + 1) > high) return {};
  std::uint32_t code_point = first & (0x7fu >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if ((byte(at + i) & 0xc0) != 0x80) return {};
    code_point = code_point << 6 | (byte(at + i) & 0x3f);
  }
  return {code_point, length};
}

bool is_space(std::uint32_t c) {
  return c == ' ' || (c >= 0x09 && c <= 0x0d) || c == 0x85 || c == 0xa0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200a) || c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f ||
         c == 0x3000;
}

bool is_line_break(std::uint32_t c) {
  return c == '\n' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

// Control characters, the byte-order mark, and marks that reorder or hide text (bidirectional
// overrides, zero-width space). The zero-width joiners stay: Indic scripts spell with them.
bool is_dropped(std::uint32_t c) {
  return c < 0x20 || (c >= 0x7f && c <= 0x9f) || c == 0xfeff || c == 0x200b || c == 0x200e ||
         c == 0x200f || (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

// Latin-1 and Latin Extended-A without their accents, in order of code point; ' ' = not a letter,
// kept.
constexpr std::string_view kLatin1 =  // U+00C0 – U+00FF
    "aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty";
constexpr std::string_view kLatinA =  // U+0100 – U+017F
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkklllllll"
    "lllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";
static_assert(kLatin1.size() == 0x100 - 0xc0);
static_assert(kLatinA.size() == 0x180 - 0x100);

// Letters that fold to two: before → after.
std::string_view fold_to_two(std::uint32_t c) {
  switch (c) {
    case 0xc6:
    case 0xe6:
      return "ae";
    case 0xde:
    case 0xfe:
      return "th";
    case 0xdf:
      return "ss";
    case 0x132:
    case 0x133:
      return "ij";
    case 0x152:
    case 0x153:
      return "oe";
    default:
      return {};
  }
}

std::uint32_t fold_greek_or_cyrillic(std::uint32_t c) {
  if (c >= 0x391 && c <= 0x3a9 && c != 0x3a2) return c + 0x20;
  if (c == 0x3c2) return 0x3c3;  // final sigma
  if (c >= 0x410 && c <= 0x42f) return c + 0x20;
  if (c >= 0x400 && c <= 0x40f) return c + 0x50;
  return c;
}

void append_folded(std::string& out, std::uint32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 0x20 : c);
    return;
  }
  if (const std::string_view two = fold_to_two(c); !two.empty()) {
    out += two;
    return;
  }
  if (c >= 0x300 && c <= 0x36f) return;  // combining accents
  char letter = ' ';
  if (c >= 0xc0 && c <= 0xff) letter = kLatin1[c - 0xc0];
  if (c >= 0x100 && c <= 0x17f) letter = kLatinA[c - 0x100];
  if (letter != ' ')
    out += letter;
  else
    append_utf8(out, fold_greek_or_cyrillic(c));
}

// Collects words so that runs of space become one and none stands at an end.
class Cleaner {
 public:
  explicit Cleaner(Lines lines) : lines_(lines) {}

  void take(std::uint32_t c) {
    if (lines_ == Lines::Keep && is_line_break(c)) {
      ++breaks_, space_ = false;
    } else if (is_space(c)) {
      space_ = true;
    } else if (!is_dropped(c)) {
      if (!text_.empty()) text_.append(breaks_, '\n');
      if (!text_.empty() && breaks_ == 0 && space_) text_ += ' ';
      breaks_ = 0, space_ = false;
      append_utf8(text_, c);
    }
  }
  std::string text() && { return std::move(text_); }

 private:
  Lines lines_;
  std::string text_;
  std::size_t breaks_ = 0;
  bool space_ = false;
};

}  // namespace

bool is_valid_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const Decoded decoded = decode_at(text, i);
    if (decoded.length == 0) return false;
    i += decoded.length;
  }
  return true;
}

std::vector<std::uint32_t> decode_utf8(std::string_view text) {
  std::vector<std::uint32_t> code_points;
  code_points.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const Decoded decoded = decode_at(text, i);
    code_points.push_back(decoded.length ? decoded.code_point : kReplacement);
    i += std::max<std::size_t>(decoded.length, 1);
  }
  return code_points;
}

void append_utf8(std::string& out, std::uint32_t c) {
  if (c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff)) c = kReplacement;
  const auto put = [&](std::uint32_t byte) { out += static_cast<char>(byte); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xc0 | c >> 6), put(0x80 | (c & 0x3f));
  } else if (c < 0x10000) {
    put(0xe0 | c >> 12), put(0x80 | (c >> 6 & 0x3f)), put(0x80 | (c & 0x3f));
  } else {
    put(0xf0 | c >> 18), put(0x80 | (c >> 12 & 0x3f)), put(0x80 | (c >> 6 & 0x3f)),
        put(0x80 | (c & 0x3f));
  }
}

std::string to_valid_utf8(std::string_view text) {
  std::string valid;
  valid.reserve(text.size());
  for (const std::uint32_t c : decode_utf8(text)) append_utf8(valid, c);
  return valid;
}

std::size_t count_code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
    return (static_cast<std::uint8_t>(c) & 0xc0) != 0x80;
  }));
}

std::string clean_text(std::string_view text, Lines lines) {
  // CR LF and a lone CR are line breaks too.
  Cleaner cleaner(lines);
  std::uint32_t previous = 0;
  for (const std::uint32_t c : decode_utf8(text)) {
    if (!(previous == '\r' && c == '\n')) cleaner.take(c == '\r' ? '\n' : c);
    previous = c;
  }
  return std::move(cleaner).text();
}

std::string fold_text(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  for (const std::uint32_t c : decode_utf8(text)) append_folded(folded, c);
  return folded;
}

std::string to_upper_ascii(std::string_view text) {
  std::string upper(text);
  for (char& c : upper) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return upper;
}

}  // namespace cm
