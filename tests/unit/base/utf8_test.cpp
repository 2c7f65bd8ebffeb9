// Goal: text is well-formed after the edge, cleaned without hurting any script, and folds for
// search.
#include "shared/base/utf8.h"

#include <doctest/doctest.h>

#include "shared/base/random.h"

using namespace cm;
using namespace std::string_literals;

TEST_CASE("utf8: tells well-formed text from all kinds of malformed bytes") {
  struct Case {
    std::string text;
    bool valid;
  };
  for (const auto& [text, valid] : {
           Case{"", true},
           Case{"plain", true},
           Case{"Jürgen", true},
           Case{"शर्मा", true},
           Case{"😀", true},
           Case{"\0"s, true},
           Case{"\x7f", true},
           Case{"\u00a0", true},
           Case{"\U0010ffff", true},
           Case{"\x80", false},              // continuation alone
           Case{"\xc3", false},              // cut off
           Case{"\xe0\xa4", false},          // cut off
           Case{"\xc0\xaf", false},          // overlong slash
           Case{"\xe0\x80\xaf", false},      // overlong
           Case{"\xf0\x80\x80\xaf", false},  // overlong
           Case{"\xed\xa0\x80", false},      // surrogate
           Case{"\xf4\x90\x80\x80", false},  // over U+10FFFF
           Case{"\xff\xfe", false},
           Case{"ok\xe9", false},
       }) {
    CAPTURE(text);
    CHECK(is_valid_utf8(text) == valid);
    CHECK(is_valid_utf8(to_valid_utf8(text)));
    if (valid) CHECK(to_valid_utf8(text) == text);
  }
  CHECK(to_valid_utf8("ok\xe9!") == "ok\ufffd!");
}

TEST_CASE("utf8: counts code points, not bytes") {
  CHECK(count_code_points("") == 0);
  CHECK(count_code_points("abc") == 3);
  CHECK(count_code_points("शर्मा") == 5);
  CHECK(count_code_points("😀é") == 2);
}

TEST_CASE("utf8: decode and append are inverse for every code point") {
  for (std::uint32_t c = 1; c <= 0x10ffff; c += c < 0x900 ? 1 : 97) {
    if (c >= 0xd800 && c <= 0xdfff) continue;
    std::string text;
    append_utf8(text, c);
    CHECK(is_valid_utf8(text));
    CHECK(decode_utf8(text) == std::vector<std::uint32_t>{c});
  }
}

TEST_CASE("utf8: clean_text trims, joins spaces and drops control characters") {
  struct Case {
    std::string text, joined, kept;
  };
  for (const auto& [text, joined, kept] : {
           Case{"  a  b ", "a b", "a b"},
           Case{"a\tb", "a b", "a b"},
           Case{"a\u00a0\u3000b", "a b", "a b"},
           Case{"a\0b"s, "ab", "ab"},
           Case{"\x01\x7f", "", ""},
           Case{"\ufeff"
                "a",
                "a", "a"},
           Case{"a\r\nb", "a b", "a\nb"},
           Case{"a\rb", "a b", "a\nb"},
           Case{"\n\na \n b\n\n", "a b", "a\nb"},
           Case{"a\n\nb", "a b", "a\n\nb"},
           Case{" ", "", ""},
           Case{"safe\u202etxt.exe", "safetxt.exe", "safetxt.exe"},  // bidirectional override
           Case{"क्\u200dष", "क्\u200dष", "क्\u200dष"},  // the joiner belongs to the word
           Case{"bad\xff"
                "byte",
                "bad\ufffd"
                "byte",
                "bad\ufffd"
                "byte"},
       }) {
    CAPTURE(text);
    CHECK(clean_text(text) == joined);
    CHECK(clean_text(text, Lines::Keep) == kept);
  }
}

TEST_CASE("utf8: cleaning twice is cleaning once, and the result is always well-formed") {
  SeededRandom random(20261122);
  for (int i = 0; i < 3000; ++i) {
    std::string text;
    for (std::uint64_t k = random.below(30); k > 0; --k)
      text += static_cast<char>(random.below(256));
    for (const Lines lines : {Lines::Join, Lines::Keep}) {
      const std::string once = clean_text(text, lines);
      CAPTURE(text);
      CHECK(is_valid_utf8(once));
      CHECK(clean_text(once, lines) == once);
    }
    CHECK(fold_text(fold_text(text)) == fold_text(text));
  }
}

TEST_CASE("utf8: fold_text makes words comparable and leaves Indic scripts alone") {
  struct Case {
    std::string text, folded;
  };
  for (const auto& [text, folded] : {
           Case{"SAI Engineering", "sai engineering"},
           Case{"Müller & Søn", "muller & son"},
           Case{"STRAẞE ß", "straẞe ss"},
           Case{"Łódź", "lodz"},
           Case{"Cafe\u0301", "cafe"},
           Case{"ÆŒ", "aeoe"},
           Case{"ΑΘΗΝΑΣ", "αθηνασ"},
           Case{"МОСКВА Ё", "москва ё"},
           Case{"श्री शर्मा", "श्री शर्मा"},
           Case{"2 × 3", "2 × 3"},
           Case{"ĳ Ĳ", "ij ij"},
           Case{"þÞ", "thth"},
       }) {
    CAPTURE(text);
    CHECK(fold_text(text) == folded);
  }
  CHECK(to_upper_ascii("aé1z") == "Aé1Z");
}
