#include "shared/domain/duplicates/duplicate_keys.h"

#include <algorithm>
#include <string>

#include "shared/base/stable_hash.h"

namespace cm {
namespace {

constexpr std::uint64_t kHashMask = (std::uint64_t{1} << 48) - 1;
constexpr std::size_t kWordsMax = 3;   // the longest; more find nothing that these do not
constexpr std::size_t kPlacesMax = 6;  // of a customer with branches everywhere
constexpr std::size_t kStartSounds = 4;
// Two slips in a name of two words leave about half of the pairs of letters.
constexpr int kAlikeNumerator = 2, kAlikeDenominator = 5;

int count_bits(std::uint64_t bits) {
  return __builtin_popcountll(bits);
}

// A bit for each pair of letters that stand together in a word: the order of words does not matter.
std::uint64_t sketch_of(const BusinessName& name) {
  std::uint64_t sketch = 0;
  for (const std::string& word : name.words) {
    for (std::size_t i = 0; i + 1 < word.size(); ++i)
      sketch |= std::uint64_t{1} << (stable_hash(word.substr(i, 2)) & 63);
    if (word.size() == 1) sketch |= std::uint64_t{1} << (stable_hash(word) & 63);
  }
  return sketch;
}

// Without the words of trade, if others are left.
std::vector<std::string> telling_words(const BusinessName& name) {
  std::vector<std::string> words;
  for (const std::string& word : name.words) {
    if (!is_trade_word(word) && !is_weak_word(word)) words.push_back(word);
  }
  if (words.empty()) words = name.words;
  std::stable_sort(words.begin(), words.end(), [](const std::string& a, const std::string& b) {
    return a.size() > b.size();
  });
  if (words.size() > kWordsMax) words.resize(kWordsMax);
  return words;
}

std::string initials_of(const BusinessName& name) {
  std::string initials;
  for (const std::string& word : name.words) {
    if (!is_weak_word(word)) initials += sound_of(word).substr(0, 1);
  }
  std::sort(initials.begin(), initials.end());
  return initials;
}

std::vector<std::string> places_of(const CustomerSummary& summary) {
  std::vector<std::string> places = summary.pincodes;
  places.insert(places.end(), summary.cities.begin(), summary.cities.end());
  if (places.size() > kPlacesMax) places.resize(kPlacesMax);
  return places;
}

class KeySet {
 public:
  void add(DuplicateKeyKind kind, const std::string& text, std::uint64_t sketch = 0) {
    if (text.empty()) return;
    const std::string named = std::to_string(static_cast<int>(kind)) + ':' + text;
    keys_.push_back({kind, stable_hash(named) & kHashMask, sketch});
  }
  // Of keys that differ in the sketch alone (name and trade name), the first stays.
  std::vector<DuplicateKey> take() {
    std::stable_sort(keys_.begin(), keys_.end(), [](const DuplicateKey& a, const DuplicateKey& b) {
      return a.kind != b.kind ? a.kind < b.kind : a.hash < b.hash;
    });
    keys_.erase(std::unique(keys_.begin(), keys_.end(),
                            [](const DuplicateKey& a, const DuplicateKey& b) {
                              return a.kind == b.kind && a.hash == b.hash;
                            }),
                keys_.end());
    return std::move(keys_);
  }

 private:
  std::vector<DuplicateKey> keys_;
};

}  // namespace

std::vector<DuplicateKey> duplicate_keys(const CustomerSummary& summary) {
  if (summary.walk_in) return {};
  KeySet keys;
  keys.add(DuplicateKeyKind::Gstin, summary.gstin);
  keys.add(DuplicateKeyKind::Pan, summary.pan);
  for (const std::string& mobile : summary.mobiles) keys.add(DuplicateKeyKind::Mobile, mobile);
  for (const std::string& email : summary.emails) keys.add(DuplicateKeyKind::Email, email);
  const std::vector<std::string> places = places_of(summary);
  for (const BusinessName* name : {&summary.name, &summary.trade_name}) {
    if (name->is_blank()) continue;
    const std::uint64_t sketch = sketch_of(*name);
    const std::string initials = initials_of(*name);
    const std::string start = sound_of(name->squashed).substr(0, kStartSounds);
    for (const std::string& place : places) {
      for (const std::string& word : telling_words(*name))
        keys.add(DuplicateKeyKind::NameWord, sound_of(word) + '@' + place, sketch);
      keys.add(DuplicateKeyKind::NameInitials, initials + '@' + place, sketch);
      keys.add(DuplicateKeyKind::NameStart, start + '@' + place, sketch);
    }
  }
  return keys.take();
}

bool are_sketches_alike(std::uint64_t a, std::uint64_t b) {
  return count_bits(a & b) * kAlikeDenominator >= count_bits(a | b) * kAlikeNumerator;
}

}  // namespace cm
