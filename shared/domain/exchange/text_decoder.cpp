#include "shared/domain/exchange/text_decoder.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "shared/base/utf8.h"

namespace cm {
namespace {

constexpr std::size_t kLookedAtMax = 64u << 10;
constexpr std::string_view kMarkUtf8 = "\xef\xbb\xbf";
constexpr std::string_view kMarkLe = "\xff\xfe";
constexpr std::string_view kMarkBe = "\xfe\xff";
constexpr std::string_view kNotUtf8 = "\xff";  // stands for what cannot be decoded

struct Name {
  std::string_view name;
  Encoding encoding;
};
// The first name of each is the one we show.
constexpr Name kNames[] = {{"utf-8", Encoding::Utf8},
                           {"utf-16le", Encoding::Utf16Le},
                           {"utf-16be", Encoding::Utf16Be},
                           {"windows-1252", Encoding::Windows1252},
                           {"utf8", Encoding::Utf8},
                           {"utf-16", Encoding::Utf16Le},
                           {"utf16", Encoding::Utf16Le},
                           {"cp1252", Encoding::Windows1252},
                           {"latin-1", Encoding::Windows1252},
                           {"latin1", Encoding::Windows1252},
                           {"iso-8859-1", Encoding::Windows1252},
                           {"ansi", Encoding::Windows1252}};

// What 0x80–0x9f are in Windows-1252; 0 = not given out. The rest is as in Unicode.
constexpr std::array<std::uint16_t, 32> kWindows1252 = {
    0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};

bool is_ascii(char c) {
  return static_cast<unsigned char>(c) < 0x80;
}

// Thorn and y with diaeresis are the bytes of a byte order mark, and not letters of anyone here.
bool is_typed_in_1252(char c) {
  const auto byte = static_cast<unsigned char>(c);
  if (byte >= 0xfe) return false;
  return byte < 0x80 || byte >= 0xa0 || kWindows1252[byte - 0x80] != 0;
}

// True when some run of bytes ≥ 0x80 is well-formed UTF-8.
bool has_utf8_letters(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (is_ascii(text[at])) {
      ++at;
      continue;
    }
    for (std::size_t length = 2; length <= 4 && at + length <= text.size(); ++length) {
      if (is_valid_utf8(text.substr(at, length))) return true;
    }
    ++at;
  }
  return false;
}

}  // namespace

std::string_view encoding_name(Encoding encoding) {
  return std::find_if(std::begin(kNames), std::end(kNames),
                      [&](const Name& name) { return name.encoding == encoding; })
      ->name;
}

std::optional<Encoding> parse_encoding(std::string_view text) {
  const std::string folded = fold_text(clean_text(text));
  for (const Name& name : kNames) {
    if (name.name == folded) return name.encoding;
  }
  return std::nullopt;
}

void TextDecoder::feed(std::string_view bytes, std::string& out) {
  if (head_done_) {
    take_text(bytes, out);
    return;
  }
  held_.append(bytes);
  if (held_.size() >= 4) take_head(out);
}

void TextDecoder::finish(std::string& out) {
  if (!head_done_) take_head(out);
  if (!encoding_ && !held_.empty()) decide(out);
  if (odd_byte_ >= 0 || high_surrogate_) out.append(kNotUtf8);
}

void TextDecoder::take_head(std::string& out) {
  head_done_ = true;
  std::string head;
  head.swap(held_);
  const auto zero_at = [&](std::size_t at) { return at < head.size() && head[at] == '\0'; };
  std::size_t mark = 0;
  if (head.starts_with(kMarkUtf8)) {
    encoding_ = Encoding::Utf8, mark = kMarkUtf8.size();
  } else if (head.starts_with(kMarkLe)) {
    encoding_ = Encoding::Utf16Le, mark = kMarkLe.size();
  } else if (head.starts_with(kMarkBe)) {
    encoding_ = Encoding::Utf16Be, mark = kMarkBe.size();
  } else if (!zero_at(0) && zero_at(1) && !zero_at(2) && zero_at(3)) {
    encoding_ = Encoding::Utf16Le;
  } else if (zero_at(0) && !zero_at(1) && zero_at(2) && !zero_at(3)) {
    encoding_ = Encoding::Utf16Be;
  }
  // What the caller says stands, but a mark that says otherwise would be read as letters.
  if (given_ && mark == 0) encoding_ = given_;
  take_text(std::string_view(head).substr(mark), out);
}

void TextDecoder::take_text(std::string_view bytes, std::string& out) {
  if (encoding_) {
    decode(bytes, out);
    return;
  }
  if (held_.empty()) {
    const auto other = std::find_if_not(bytes.begin(), bytes.end(), is_ascii);
    const auto ascii = static_cast<std::size_t>(other - bytes.begin());
    out.append(bytes.substr(0, ascii));
    bytes.remove_prefix(ascii);
  }
  held_.append(bytes);
  if (held_.size() >= kLookedAtMax) decide(out);
}

void TextDecoder::decide(std::string& out) {
  std::string held;
  held.swap(held_);
  const std::string_view looked_at = std::string_view(held).substr(0, kLookedAtMax);
  const bool all_typed = std::all_of(looked_at.begin(), looked_at.end(), is_typed_in_1252);
  encoding_ = all_typed && !has_utf8_letters(looked_at) ? Encoding::Windows1252 : Encoding::Utf8;
  decode(held, out);
}

void TextDecoder::decode(std::string_view bytes, std::string& out) {
  switch (encoding()) {
    case Encoding::Utf8:
      out.append(bytes);
      return;
    case Encoding::Windows1252:
      for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        const bool special = byte >= 0x80 && byte < 0xa0;
        if (is_ascii(c))
          out += c;
        else if (special && kWindows1252[byte - 0x80] == 0)
          out.append(kNotUtf8);
        else
          append_utf8(out, special ? kWindows1252[byte - 0x80] : byte);
      }
      return;
    case Encoding::Utf16Le:
    case Encoding::Utf16Be:
      for (const char c : bytes) {
        const int byte = static_cast<unsigned char>(c);
        if (odd_byte_ < 0) {
          odd_byte_ = byte;
          continue;
        }
        const bool little = encoding() == Encoding::Utf16Le;
        take_unit(static_cast<unsigned>(little ? byte << 8 | odd_byte_ : odd_byte_ << 8 | byte),
                  out);
        odd_byte_ = -1;
      }
  }
}

void TextDecoder::take_unit(unsigned unit, std::string& out) {
  const bool high = unit >= 0xd800 && unit < 0xdc00;
  const bool low = unit >= 0xdc00 && unit < 0xe000;
  if (low && high_surrogate_) {
    append_utf8(out, 0x10000 + ((high_surrogate_ - 0xd800) << 10) + (unit - 0xdc00));
    high_surrogate_ = 0;
    return;
  }
  if (high_surrogate_) out.append(kNotUtf8);
  high_surrogate_ = high ? unit : 0;
  if (low)
    out.append(kNotUtf8);
  else if (!high)
    append_utf8(out, unit);
}

}  // namespace cm
