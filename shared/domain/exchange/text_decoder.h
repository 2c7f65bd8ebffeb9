// Bytes of a text file → UTF-8, streaming. The encoding is given, or found out from the bytes.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace cm {

enum class Encoding { Utf8, Utf16Le, Utf16Be, Windows1252 };
std::string_view encoding_name(Encoding encoding);  // "utf-8", "utf-16le", …
std::optional<Encoding> parse_encoding(
    std::string_view name);  // "UTF-8", "utf16", "cp1252", "ansi", …

// A byte order mark decides, then the zeros of UTF-16. Else ASCII passes, and the first 64 KiB
// after the first other byte decide: Windows-1252 when nothing in them is UTF-8 and each byte is a
// letter or sign that people type; else UTF-8. What cannot be decoded becomes bytes that are not
// UTF-8, so that the row which holds them is told from the others. Holds at most 64 KiB.
class TextDecoder {
 public:
  explicit TextDecoder(std::optional<Encoding> given = std::nullopt) : given_(given) {}
  void feed(std::string_view bytes, std::string& out);  // appends
  void finish(std::string& out);
  Encoding encoding() const { return encoding_.value_or(Encoding::Utf8); }

 private:
  void take_head(std::string& out);
  void take_text(std::string_view bytes, std::string& out);
  void decide(std::string& out);
  void decode(std::string_view bytes, std::string& out);
  void take_unit(unsigned unit, std::string& out);

  std::optional<Encoding> given_;
  std::optional<Encoding> encoding_;  // absent while all was ASCII
  bool head_done_ = false;
  std::string held_;   // the head; later what is looked at before deciding
  int odd_byte_ = -1;  // first half of a UTF-16 unit
  unsigned high_surrogate_ = 0;
};

}  // namespace cm
