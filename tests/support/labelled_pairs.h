// Pairs of made-up customers of which we know whether they are one: what the search for duplicates is measured by. The
// same seed gives the same pairs.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "shared/base/random.h"
#include "shared/domain/duplicates/compare_customers.h"

namespace cm::test {

enum class PairLabel { Duplicate, Branch, Distinct };

struct LabelledPair {
  std::string_view kind;  // "a typing slip", "father and son", …
  PairLabel label = PairLabel::Distinct;
  CustomerFacts a, b;
};

// About as many of each kind.
std::vector<LabelledPair> make_labelled_pairs(std::size_t count, std::uint64_t seed);

// A firm or a person, with numbers of its own. Some thousand names in some dozen cities.
CustomerFacts make_customer_facts(Random& random);

// Of all pairs, per level: precision = of those found at this level, how many are what the level says (a duplicate; a
// branch). Recall = of all duplicates, how many are found at this level or a surer one; of all branches, how many as such.
struct LevelScore {
  std::size_t found = 0, right = 0;
  double precision = 1, recall = 0;
};
struct DuplicateScores {
  LevelScore of[4];  // by DuplicateLevel
};
DuplicateScores score_pairs(const std::vector<LabelledPair>& pairs);

}  // namespace cm::test
