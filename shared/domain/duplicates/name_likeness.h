// How alike two names are.
#pragma once

#include <string_view>

#include "shared/domain/duplicates/business_name.h"

namespace cm {

enum class NameLikeness {
  Different,
  Near,  // a slip of spelling, a word that may be left out, another legal form
  Same,  // but for case, punctuation, abbreviations, order of words, an omitted legal form
};

NameLikeness compare_names(const BusinessName& a, const BusinessName& b);

// 0 (nothing in common) … 1 (equal): spelling, with sound and the slips that make another person's name in mind.
double word_likeness(std::string_view a, std::string_view b);

}  // namespace cm
