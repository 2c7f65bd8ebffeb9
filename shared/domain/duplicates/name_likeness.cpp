#include "shared/domain/duplicates/name_likeness.h"

#include <algorithm>

#include <rapidfuzz/distance/OSA.hpp>

namespace cm {
namespace {

constexpr double kWordNearMin = 0.75;      // below this, two words are two words
constexpr double kNameNearMin = 0.87;      // over all letters of the name
constexpr double kJoinedNearMin = 0.93;    // "Saiengineering" against "Sai Engineering"
constexpr std::size_t kJoinedLettersMin = 9;
constexpr double kAnotherWord = 0.7;       // at most this, whatever the letters say
constexpr double kSoundsTheSame = 0.9;
constexpr double kSoundCountsFrom = 0.55;
constexpr std::size_t kShortWordMax = 6;

bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

// Rajesh and Rakesh, Amit and Anit: one consonant makes another person.
bool differs_by_one_consonant(std::string_view a, std::string_view b) {
  if (a.size() != b.size() || a.size() > kShortWordMax) return false;
  std::size_t differing = 0;
  bool consonants = true;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] == b[i]) continue;
    ++differing;
    consonants = consonants && !is_vowel(a[i]) && !is_vowel(b[i]);
  }
  return differing == 1 && consonants;
}

bool is_number(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// Each word of the shorter name with its best partner in the other.
struct Alignment {
  double letters = 0;       // of matched words
  double like_letters = 0;  // … weighed by likeness
  bool holds = true;        // no word of weight stands alone
  bool tells = false;       // some matched word is more than a trade
};

void match_best(const std::string& word, const std::vector<std::string>& others,
                std::vector<bool>& used, Alignment& alignment) {
  double best = 0;
  std::size_t at = others.size();
  for (std::size_t i = 0; i < others.size(); ++i) {
    const double likeness = used[i] ? 0 : word_likeness(word, others[i]);
    if (likeness > best) best = likeness, at = i;
  }
  if (best < kWordNearMin) {
    alignment.holds = alignment.holds && is_weak_word(word);
    return;
  }
  used[at] = true;
  const auto letters = static_cast<double>(std::max(word.size(), others[at].size()));
  alignment.letters += letters;
  alignment.like_letters += best * letters;
  alignment.tells = alignment.tells || !is_trade_word(word);
}

Alignment align(const std::vector<std::string>& fewer, const std::vector<std::string>& more) {
  Alignment alignment;
  std::vector<bool> used(more.size(), false);
  for (const std::string& word : fewer) match_best(word, more, used, alignment);
  for (std::size_t i = 0; i < more.size(); ++i) {
    if (!used[i] && !is_weak_word(more[i])) alignment.holds = false;
  }
  return alignment;
}

bool same_words_in_any_order(const BusinessName& a, const BusinessName& b) {
  return a.words.size() == b.words.size() &&
         std::is_permutation(a.words.begin(), a.words.end(), b.words.begin());
}

bool is_near_when_joined(const BusinessName& a, const BusinessName& b) {
  if (a.words.size() == b.words.size()) return false;
  if (std::min(a.squashed.size(), b.squashed.size()) < kJoinedLettersMin) return false;
  if (a.squashed.front() != b.squashed.front()) return false;
  return rapidfuzz::osa_normalized_similarity(a.squashed, b.squashed, kJoinedNearMin) >=
         kJoinedNearMin;
}

}  // namespace

double word_likeness(std::string_view a, std::string_view b) {
  if (a == b) return 1;
  if (a.empty() || b.empty() || is_number(a) || is_number(b)) return 0;
  const std::size_t shorter = std::min(a.size(), b.size());
  const std::size_t longer = std::max(a.size(), b.size());
  const std::size_t slips = rapidfuzz::osa_distance(a, b);
  const double spelling = 1 - static_cast<double>(slips) / static_cast<double>(longer);
  const std::string sound_a = sound_of(a), sound_b = sound_of(b);
  if (sound_a.substr(0, 1) != sound_b.substr(0, 1)) return std::min(spelling, kAnotherWord);
  if (sound_a == sound_b && sound_a.size() > 1 && spelling >= kSoundCountsFrom)
    return std::max(spelling, kSoundsTheSame);
  if (differs_by_one_consonant(a, b)) return std::min(spelling, kAnotherWord);
  if (shorter <= 3) {  // only letters that changed places
    const bool swapped = slips == 1 && a.size() == b.size() &&
                         std::is_permutation(a.begin(), a.end(), b.begin());
    return swapped ? kWordNearMin + 0.1 : std::min(spelling, kAnotherWord);
  }
  return spelling;
}

NameLikeness compare_names(const BusinessName& a, const BusinessName& b) {
  if (a.is_blank() || b.is_blank()) return NameLikeness::Different;
  if (a.squashed == b.squashed || same_words_in_any_order(a, b)) {
    const bool form_agrees = a.form == b.form || a.form.empty() || b.form.empty();
    return form_agrees ? NameLikeness::Same : NameLikeness::Near;
  }
  if (is_near_when_joined(a, b)) return NameLikeness::Near;
  const bool a_is_shorter = a.words.size() <= b.words.size();
  const Alignment alignment =
      align(a_is_shorter ? a.words : b.words, a_is_shorter ? b.words : a.words);
  const bool near = alignment.holds && alignment.tells &&
                    alignment.like_letters >= kNameNearMin * alignment.letters;
  return near ? NameLikeness::Near : NameLikeness::Different;
}

}  // namespace cm
