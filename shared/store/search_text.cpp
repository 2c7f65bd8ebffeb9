#include "shared/store/search_text.h"

#include <algorithm>

#include "shared/base/utf8.h"

namespace cm {
namespace {

constexpr std::size_t kSpeltWordMin = 4;

// Beyond ASCII everything is a letter except punctuation, currency and other signs.
bool is_word_part(std::uint32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
  return c >= 0xc0 && !(c >= 0x2000 && c <= 0x2bff && c != 0x200c && c != 0x200d) &&
         !(c >= 0x3000 && c <= 0x3003) && c != 0xd7 && c != 0xf7 && c != 0x964 && c != 0x965;
}

}  // namespace

std::vector<std::string> search_words(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const std::uint32_t c : decode_utf8(fold_text(text))) {
    if (is_word_part(c)) {
      append_utf8(word, c);
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

std::string squash_text(std::string_view text) {
  std::string squashed;
  for (const std::string& word : search_words(text)) squashed += word;
  return squashed;
}

bool is_spelt_word(std::string_view word) {
  return word.size() >= kSpeltWordMin &&
         std::none_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace cm
