#include "shared/store/search_candidates.h"

#include <algorithm>
#include <rapidfuzz/distance/OSA.hpp>

#include "shared/base/utf8.h"
#include "shared/store/search_text.h"
#include "shared/store/statement.h"

namespace cm {
namespace {

constexpr std::size_t kSortedMax = 300;       // a tier's hits that are sorted by fit
constexpr std::size_t kFewHits = 5;           // below this, slips of spelling are tried
constexpr std::size_t kSimilarWordsMax = 12;  // per misspelt word
constexpr std::size_t kTrigramsMax =
    8;  // enough to narrow down; the rest is checked on the text itself
constexpr std::size_t kWordsMax = 8;             // of the search text; more say nothing more
constexpr std::size_t kHalfTypedLettersMax = 6;  // how much longer the meant word may be

constexpr std::string_view kByName =
    "SELECT n FROM customer WHERE deleted = 0 AND name_key >= ?1 AND name_key < ?2"
    " ORDER BY name_key, n";
constexpr std::string_view kMatching =
    "SELECT w.rowid FROM customer_words w WHERE customer_words MATCH ?1";
constexpr std::string_view kContaining =
    "SELECT p.rowid FROM customer_parts p JOIN customer_text t ON t.n = p.rowid WHERE "
    "customer_parts MATCH ?1"
    " AND instr(t.squashed, ?2)";
constexpr std::string_view kTextOf =
    "SELECT t.words, c.name_key FROM customer_text t JOIN customer c ON c.n = t.n WHERE t.n = ?";
constexpr std::string_view kListWords =
    "SELECT word FROM search_word WHERE letters BETWEEN ? AND ?";

// How well one word of the text fits one word of the customer.
double word_fit(std::string_view asked, std::string_view has, bool in_name) {
  const double place = in_name ? 1.0 : 0.5;
  if (asked == has) return 4 * place;
  if (has.starts_with(asked)) return 3 * place;
  if (has.find(asked) != std::string_view::npos) return 1.5 * place;
  const double similar = rapidfuzz::osa_normalized_similarity(asked, has, 0.6);
  return 1.5 * place * similar;
}

std::size_t slips_allowed(std::string_view word) {
  return word.size() < 6 ? 1 : 2;
}

// The distance to the word or to its beginning of the same length, so that half-typed words count.
std::size_t slips_between(const rapidfuzz::CachedOSA<char>& asked, std::string_view word,
                          std::size_t length, std::size_t allowed) {
  std::size_t slips = asked.distance(word, allowed);
  if (slips > 1 && word.size() > length)
    slips = std::min(slips, asked.distance(word.substr(0, length), allowed));
  return slips;
}

// FTS5 string: our words hold no quote, so nothing in them is syntax.
std::string quoted(std::string_view word) {
  return '"' + std::string(word) + '"';
}

std::string trigram_expression(std::string_view squashed) {
  const std::vector<std::uint32_t> letters = decode_utf8(squashed);
  const std::size_t count = letters.size() - 2;
  const std::size_t used = std::min(count, kTrigramsMax);
  std::string expression;
  for (std::size_t i = 0; i < used; ++i) {
    const std::size_t at = used == 1 ? 0 : i * (count - 1) / (used - 1);
    std::string trigram;
    for (std::size_t k = 0; k < 3; ++k) append_utf8(trigram, letters[at + k]);
    if (!expression.empty()) expression += " AND ";
    expression += quoted(trigram);
  }
  return expression;
}

}  // namespace

SearchCandidates::SearchCandidates(Database& database, std::string_view text,
                                   const RowSet* among)
    : database_(database), among_(among), words_(search_words(text)), squashed_(squash_text(text)) {
  if (words_.size() > kWordsMax) words_.resize(kWordsMax);
}

std::vector<std::int64_t> SearchCandidates::list(std::size_t max) {
  wanted_ = max;
  found_.clear();
  seen_.clear();
  add_by_name();
  if (!full()) add_matching(words_expression("name : "));
  if (!full()) add_matching(words_expression(""));
  if (!full()) add_containing();
  if (found_.size() < kFewHits) add_misspelt();
  if (found_.size() > max) found_.resize(max);
  return std::move(found_);
}

void SearchCandidates::add_by_name() {
  Statement statement(database_, kByName);
  statement.bind(squashed_, squashed_ + "\xf4\x8f\xbf\xbf");
  while (!full() && statement.step()) add(statement.integer(0));
}

void SearchCandidates::add(std::int64_t n) {
  if (among_ && !among_->has(n)) return;
  if (seen_.insert(n).second) found_.push_back(n);
}

void SearchCandidates::add_matching(const std::string& expression) {
  Statement statement(database_, kMatching);
  take(statement.bind(expression));
}

void SearchCandidates::add_containing() {
  if (count_code_points(squashed_) < 3) return;
  Statement statement(database_, kContaining);
  take(statement.bind(trigram_expression(squashed_), squashed_));
}

void SearchCandidates::add_misspelt() {
  const std::string expression = misspelt_expression();
  if (!expression.empty()) add_matching(expression);
}

void SearchCandidates::take(Statement& statement) {
  const std::size_t first = found_.size();
  // What is sorted is always a whole chunk, so that pages of any size see one order.
  while ((!full() || found_.size() < first + kSortedMax) && statement.step())
    add(statement.integer(0));
  struct Scored {
    double fit;
    std::string name_key;
    std::int64_t n;
  };
  std::vector<Scored> sorted;
  const std::size_t last = std::min(found_.size(), first + kSortedMax);
  for (std::size_t i = first; i < last; ++i) sorted.push_back({0, {}, found_[i]});
  for (Scored& scored : sorted) {
    Statement text(database_, kTextOf);
    if (!text.bind(scored.n).step()) continue;
    scored.fit = fit(text.text(0));
    scored.name_key = text.text(1);
  }
  std::sort(sorted.begin(), sorted.end(), [](const Scored& a, const Scored& b) {
    if (a.fit != b.fit) return a.fit > b.fit;
    return a.name_key != b.name_key ? a.name_key < b.name_key : a.n < b.n;
  });
  for (std::size_t i = 0; i < sorted.size(); ++i) found_[first + i] = sorted[i].n;
}

double SearchCandidates::fit(std::string_view text) const {
  std::vector<double> best(words_.size());
  bool in_name = true;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" \n"), text.size());
    const std::string_view has = text.substr(0, end);
    for (std::size_t i = 0; i < words_.size() && !has.empty(); ++i) {
      best[i] = std::max(best[i], word_fit(words_[i], has, in_name));
    }
    if (end < text.size() && text[end] == '\n') in_name = false;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  double sum = 0;
  for (const double fit : best) sum += fit;
  return sum;
}

std::string SearchCandidates::words_expression(std::string_view column) const {
  std::string expression;
  for (const std::string& word : words_) {
    if (!expression.empty()) expression += " AND ";
    expression.append(column).append(quoted(word)) += " *";
  }
  return expression;
}

std::string SearchCandidates::misspelt_expression() const {
  std::string expression;
  bool any = false;
  for (const std::string& word : words_) {
    std::string choices = quoted(word) + " *";
    for (const std::string& similar : similar_words(word)) {
      choices += " OR " + quoted(similar);
      any = true;
    }
    if (!expression.empty()) expression += " AND ";
    expression += '(' + choices + ')';
  }
  return any ? expression : std::string();
}

std::vector<std::string> SearchCandidates::similar_words(std::string_view word) const {
  if (!is_spelt_word(word)) return {};
  const std::size_t allowed = slips_allowed(word);
  const rapidfuzz::CachedOSA<char> asked(word);
  struct Similar {
    std::size_t slips;
    std::string word;
  };
  std::vector<Similar> similar;
  Statement statement(database_, kListWords);
  statement.bind(word.size() - allowed, word.size() + kHalfTypedLettersMax);
  while (statement.step()) {
    const std::string_view has = statement.text(0);
    const std::size_t slips = slips_between(asked, has, word.size(), allowed);
    if (slips <= allowed) similar.push_back({slips, std::string(has)});
  }
  std::sort(similar.begin(), similar.end(), [](const Similar& a, const Similar& b) {
    return a.slips != b.slips ? a.slips < b.slips : a.word < b.word;
  });
  if (similar.size() > kSimilarWordsMax) similar.resize(kSimilarWordsMax);
  std::vector<std::string> words;
  for (Similar& each : similar) words.push_back(std::move(each.word));
  return words;
}

}  // namespace cm
