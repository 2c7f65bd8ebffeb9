// Two customers that are one: made one. Pure: what is returned is committed as one save. See
// undo_merge.h for the way back.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "shared/domain/acts/customer_holding.h"
#include "shared/record/change.h"

namespace cm {

// What of the loser is to stand in the survivor.
struct MergeChoice {
  std::set<FieldNumber> fields;  // of the customer; a field brings the unit that it merges with
  bool primary_contact = false;  // else the survivor's contacts and addresses stay the first ones
  bool primary_addresses = false;
  std::string reason;
};

// The survivor gets the chosen values. What pointed to the loser points to the survivor, nothing is
// copied, but for what would clash with what the survivor has (party_references.h): that stays with
// the loser. The loser stays as an inactive record with merged_into. Nothing is deleted. A
// CustomerMerge record, the last of the changes, keeps what stood before. Unexpected, in plain
// words: a customer merged with itself, one that was merged or deleted before, a walk-in customer,
// more than the record can keep.
tl::expected<std::vector<Change>, std::string> merge_customers(const CustomerHolding& survivor,
                                                               const CustomerHolding& loser,
                                                               const MergeChoice& choice,
                                                               const Clock& clock, Random& random);

// Why the two cannot be merged, in plain words; empty when they can.
std::string why_not_merged(const Row& survivor, const Row& loser);

// The survivor's row as the merge will leave it: what a preview shows.
Row preview_merge(const Row& survivor, const Row& loser, const std::set<FieldNumber>& chosen);

// Fields that tell what a record is and not what the customer is like: a merge never takes them
// over.
bool stays_with_record(std::string_view customer_field);

}  // namespace cm
