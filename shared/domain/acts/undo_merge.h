// A merge of two customers taken back.
#pragma once

#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "shared/domain/record_lookup.h"
#include "shared/record/change.h"

namespace cm {

// Puts back what stood before the merge (a CustomerMerge row). A unit that was edited since stays
// as it is. What the master moved to the survivor since, because it came late for the loser, the
// master takes back itself when this reaches it. Empty: it was undone before. Unexpected, in plain
// words: the survivor was merged into another since; what the merge kept cannot be read.
tl::expected<std::vector<Change>, std::string> undo_merge(const Row& merge,
                                                          const RecordLookup& records);

}  // namespace cm
