// What is wrong with a target, and how it spreads over the months.
#pragma once

#include <array>

#include "shared/domain/record_lookup.h"
#include "shared/domain/records/target.h"
#include "shared/record/finding.h"

namespace cm {

// A quantity or an amount; shares that total exactly 100.00 % or are all blank; a second target for
// the same owner, year and item group.
Findings check_target(const Target& target, const RecordLookup& records);

// The twelve shares as they count: as typed, or evenly when all are blank.
std::array<Percent, 12> spread_of(const Target& target);
// Twelve shares of 8.33 %, the last one with what is left of 100.00 %.
std::array<Percent, 12> even_spread();
void set_spread(Target& target, const std::array<Percent, 12>& shares);

}  // namespace cm
