// A customer's name taken apart for comparing: "M/s. Sai Engg. Works (P) Ltd." and "SAI ENGINEERING WORKS PRIVATE LIMITED"
// have the same words and the same legal form.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cm {

struct BusinessName {
  std::vector<std::string> words;  // folded, abbreviations written out, without title, legal form and "and"
  std::string form;                // "private limited", "llp", …; empty = none was written
  std::string squashed;            // the words in order with nothing between them

  bool is_blank() const { return words.empty(); }
};

BusinessName parse_business_name(std::string_view name);

// Words that many firms share ("traders", "enterprises"): alone they tell nobody apart.
bool is_trade_word(std::string_view word);
// Words that may be left out of a name without it becoming another ("india", "shri").
bool is_weak_word(std::string_view word);

// How a word sounds, roughly: words that Indian spellings vary ("Aggarwal", "Agrawal"; "Choudhary", "Chaudhari") have
// the same. Its first sound, then the consonants without their h, doubles once.
std::string sound_of(std::string_view word);

}  // namespace cm
