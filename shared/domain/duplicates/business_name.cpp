#include "shared/domain/duplicates/business_name.h"

#include <algorithm>
#include <array>

#include "shared/base/utf8.h"

namespace cm {
namespace {

struct Spelling {
  std::string_view written, meant;
};

// What people shorten or spell in several ways.
constexpr auto kSpellings = std::to_array<Spelling>({
    {"agency", "agencies"},      {"assoc", "associates"},      {"associate", "associates"},
    {"bldrs", "builders"},       {"bros", "brothers"},         {"brother", "brothers"},
    {"co", "company"},           {"constn", "construction"},   {"constructions", "construction"},
    {"corp", "corporation"},     {"dept", "department"},       {"distributor", "distributors"},
    {"elec", "electricals"},     {"electrical", "electricals"},
    {"electronic", "electronics"}, {"engg", "engineering"},    {"engineer", "engineers"},
    {"engrs", "engineers"},      {"ent", "enterprises"},       {"entp", "enterprises"},
    {"enterprise", "enterprises"}, {"exp", "exports"},         {"export", "exports"},
    {"govt", "government"},      {"hosp", "hospital"},         {"ind", "industries"},
    {"inds", "industries"},      {"industry", "industries"},   {"inc", "incorporated"},
    {"intl", "international"},   {"ltd", "limited"},           {"mfg", "manufacturing"},
    {"mfrs", "manufacturers"},   {"pharm", "pharma"},          {"pvt", "private"},
    {"service", "services"},     {"shree", "shri"},            {"sree", "shri"},
    {"sri", "shri"},             {"son", "sons"},              {"store", "stores"},
    {"sys", "systems"},          {"system", "systems"},        {"tech", "technologies"},
    {"technology", "technologies"}, {"trader", "traders"},     {"work", "works"},
});

constexpr auto kForms = std::to_array<std::string_view>(
    {"private", "limited", "llp", "company", "corporation", "incorporated", "opc", "plc", "huf"});

// Titles and joining words, which are no part of a name.
constexpr auto kDropped =
    std::to_array<std::string_view>({"and", "the", "messrs", "mr", "mrs", "smt", "dr"});

constexpr auto kWeak = std::to_array<std::string_view>({"india", "indian", "shri"});

constexpr auto kTrade = std::to_array<std::string_view>({
    "agencies",      "agro",        "associates", "auto",         "brothers",    "builders",
    "cement",        "chemicals",   "computers",  "construction", "distributors", "electricals",
    "electronics",   "engineering", "engineers",  "enterprises",  "exports",     "fabricators",
    "foods",         "furniture",   "garments",   "general",      "glass",       "hardware",
    "hospital",      "hotel",       "industries", "industrial",   "infra",       "international",
    "jewellers",     "machinery",   "manufacturers", "manufacturing", "marketing", "medical",
    "metals",        "motors",      "paints",     "paper",        "pharma",      "plastics",
    "polymers",      "printers",    "products",   "sales",        "services",    "solutions",
    "sons",          "steel",       "stores",     "suppliers",    "systems",     "technologies",
    "textiles",      "tiles",       "tools",      "traders",      "trading",     "transport",
    "works",         "limited",     "private",    "company",      "corporation", "national",
});

template <std::size_t N>
bool contains(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Cut at everything that is not a letter or digit; "&" is a word, an apostrophe nothing.
std::vector<std::string> split(std::string_view name) {
  std::vector<std::string> words;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  std::string text = fold_text(clean_text(name));
  if (text.starts_with("m/s")) text.erase(0, 3);
  for (const char c : text) {
    const bool beyond_ascii = static_cast<unsigned char>(c) >= 0x80;
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || beyond_ascii) {
      word += c;
    } else if (c != '\'') {
      end_word();
      if (c == '&') words.emplace_back("and");
    }
  }
  end_word();
  return words;
}

bool is_single_letter(const std::string& word) {
  return word.size() == 1 && word[0] >= 'a' && word[0] <= 'z';
}

// "S. K. Traders", "S K Traders", "SK Traders": the letters are one word. "(P) Ltd" is "Private Limited".
std::vector<std::string> join_letters(const std::vector<std::string>& words) {
  std::vector<std::string> joined;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (!is_single_letter(words[i])) {
      joined.push_back(words[i]);
      continue;
    }
    const bool before_limited =
        i + 1 < words.size() && (words[i + 1] == "ltd" || words[i + 1] == "limited");
    if (words[i] == "p" && before_limited && i > 0) {
      joined.emplace_back("private");
      continue;
    }
    const bool goes_on = i > 0 && is_single_letter(words[i - 1]) && !joined.empty() &&
                         joined.back().size() < 6 && joined.back().back() == words[i - 1][0];
    if (goes_on)
      joined.back() += words[i];
    else
      joined.push_back(words[i]);
  }
  return joined;
}

std::string meant_by(const std::string& word) {
  const auto found = std::find_if(kSpellings.begin(), kSpellings.end(),
                                  [&](const Spelling& spelling) { return spelling.written == word; });
  return found == kSpellings.end() ? word : std::string(found->meant);
}

void add_word(std::string& text, std::string_view word) {
  if (!text.empty()) text += ' ';
  text += word;
}

char plain_sound(char c) {
  switch (c) {
    case 'c':
    case 'q': return 'k';
    case 'z': return 's';
    case 'w': return 'v';
    default: return c;
  }
}

bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

}  // namespace

BusinessName parse_business_name(std::string_view name) {
  BusinessName parsed;
  const std::vector<std::string> words = join_letters(split(name));
  for (const std::string& written : words) {
    std::string word = meant_by(written);
    if (contains(kForms, word)) {
      add_word(parsed.form, word);
    } else if (!contains(kDropped, word)) {
      parsed.words.push_back(std::move(word));
    }
  }
  // A name of nothing but such words is that name.
  if (parsed.words.empty()) {
    for (const std::string& written : words) parsed.words.push_back(meant_by(written));
    parsed.form.clear();
  }
  for (const std::string& word : parsed.words) parsed.squashed += word;
  return parsed;
}

bool is_trade_word(std::string_view word) {
  return contains(kTrade, word);
}

bool is_weak_word(std::string_view word) {
  return contains(kWeak, word);
}

std::string sound_of(std::string_view word) {
  std::string sound;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    const bool aspiration = c == 'h' && i > 0 && !is_vowel(word[i - 1]);
    if (c == 'p' && i + 1 < word.size() && word[i + 1] == 'h') {
      sound += 'f';
      continue;
    }
    if (aspiration) continue;
    if (c == 'x') {
      sound += "ks";
      continue;
    }
    if (is_vowel(c)) {
      if (i == 0) sound += c == 'y' ? 'y' : 'a';
      continue;
    }
    const char plain = plain_sound(c);
    if (sound.empty() || sound.back() != plain) sound += plain;
  }
  return sound;
}

}  // namespace cm
