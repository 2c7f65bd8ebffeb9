// Which customers a search text may mean, best first. Tiers, each asked only while hits are
// wanting:
//   1 the name begins with the text            (index on the name key; in order of name)
//   2 every word begins a word of the name     (FTS5, column name)
//   3 every word begins a word anywhere        (FTS5)
//   4 the text without spaces is inside a field (FTS5 trigrams, then checked)
//   5 with slips of spelling                   (words within a small edit distance)
// Tiers 2 to 5 are sorted by how well they fit, up to a bound; a text that fits more customers than
// that says too little to sort by.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "shared/store/listed_customers.h"
#include "shared/store/database.h"

namespace cm {

class SearchCandidates {
 public:
  // `among`: only these, or null for all; it must outlive this. What it leaves out counts for nothing,
  // neither for the number wanted nor for trying a further tier.
  SearchCandidates(Database& database, std::string_view text, const RowSet* among);
  // Row numbers of customers, at most `max`.
  std::vector<std::int64_t> list(std::size_t max);

 private:
  bool full() const { return found_.size() >= wanted_; }
  void add(std::int64_t n);
  void add_by_name();
  void add_matching(const std::string& expression);
  void add_containing();
  void add_misspelt();
  void take(class Statement& statement);  // its rows, as one tier

  std::string words_expression(std::string_view column) const;
  std::string misspelt_expression() const;
  std::vector<std::string> similar_words(std::string_view word) const;
  double fit(std::string_view text) const;

  Database& database_;
  const RowSet* among_;
  std::vector<std::string> words_;
  std::string squashed_;
  std::size_t wanted_ = 0;
  std::vector<std::int64_t> found_;
  std::unordered_set<std::int64_t> seen_;
};

}  // namespace cm
