// How text is cut up for searching: the same for what is stored and for what is asked.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cm {

// Folded words (lower case, no accents), cut at everything that is not a letter or digit:
// "M/s. Śrī-Sai Works" → "m", "s", "sri", "sai", "works".
std::vector<std::string> search_words(std::string_view text);
// The words without anything between them: "98765 43210" → "9876543210".
std::string squash_text(std::string_view text);
// True for a word of letters only, long enough that a slip in it can be told from another word.
bool is_spelt_word(std::string_view word);

}  // namespace cm
