// What stands in every master from its first start: the roots of the trees, the default customer
// group, India's states as territories, the standard price list, the walk-in customer. Ordinary
// records with known ids: they can be renamed, moved, made inactive; one that was hidden is not
// made again.
#pragma once

#include <vector>

#include "shared/domain/record_lookup.h"
#include "shared/record/change.h"

namespace cm {

// Those of them that were never made.
std::vector<Change> make_first_records(const RecordLookup& records);

}  // namespace cm
