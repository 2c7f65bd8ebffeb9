// A customer that was merged into another: which one stands for it now.
#pragma once

#include <optional>

#include "shared/domain/record_lookup.h"

namespace cm {

// Where the chain of merged_into ends. Nullopt for a customer that was merged into none, or into a
// circle.
std::optional<RecordId> find_survivor(const RecordId& customer, const RecordLookup& records);

// True when `into`, or what that was merged into, is the customer: then neither would survive.
bool closes_merge_circle(const RecordId& customer, const RecordId& into,
                         const RecordLookup& records);

}  // namespace cm
