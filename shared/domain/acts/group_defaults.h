// "Apply group defaults": price list, credit limit, credit days and payment terms as the customer's
// group says, or the nearest group above that says something. Shown before it is done.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "shared/domain/record_lookup.h"
#include "shared/record/change.h"

namespace cm {

// One field that would change.
struct GroupDefault {
  std::string field;  // SQL name, the same on customer and group
  Value before;       // of the customer
  Value after;
  std::string from;  // the group's name
};

// In order of fields; what no group says, and what the customer has already, is left out. A blank
// group is the default group.
std::vector<GroupDefault> preview_group_defaults(const Row& customer, const RecordLookup& records);

// The change that sets those of the preview that the person left ticked; no fields: nothing to do.
Change apply_group_defaults(const Row& customer, std::span<const GroupDefault> chosen);

}  // namespace cm
