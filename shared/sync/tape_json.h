// A JSON text checked and cut into tokens once, so that typed readers can walk it without trusting
// it. Bounded while it is made: bytes, depth, keys per object, bytes per text; no duplicate keys,
// no NUL.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

namespace cm {

// Fraction: any number that is not a 64-bit integer; kept as its text and never computed with.
enum class JsonKind : std::uint8_t {
  Null,
  True,
  False,
  Integer,
  Fraction,
  Text,
  Key,
  Object,
  Array,
  End
};

struct JsonToken {
  JsonKind kind = JsonKind::Null;
  std::uint32_t size = 0;   // Text, Key, Fraction: bytes
  std::int64_t number = 0;  // Integer: the value; Text, Key, Fraction: offset into the text
};

class JsonTape {
 public:
  // The error is a code of protocol_errors.h.
  static tl::expected<JsonTape, std::string_view> parse(std::string_view json,
                                                        std::size_t bytes_max);

  const std::vector<JsonToken>& tokens() const { return tokens_; }
  std::string_view text(const JsonToken& token) const {
    return std::string_view(text_).substr(static_cast<std::size_t>(token.number), token.size);
  }

 private:
  friend class TapeBuilder;
  std::vector<JsonToken> tokens_;
  std::string text_;
};

}  // namespace cm
