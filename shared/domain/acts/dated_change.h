// A customer gets another group, territory or sales person from a day on. The statement is a record
// of its own (records/assignment.h); the customer's own fields, or its sales team, hold what is
// true today and follow when the day has come.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "shared/domain/record_lookup.h"
#include "shared/domain/records/assignment.h"
#include "shared/domain/values/date.h"
#include "shared/record/change.h"
#include "shared/record/finding.h"

namespace cm {

enum class DatedField { CustomerGroup, Territory, SalesPerson };

struct DatedChange {
  DatedField field = DatedField::CustomerGroup;
  RecordId to;                       // a leaf of that tree
  std::optional<RecordId> replaced;  // sales persons: whom in the team; none = joins an empty team
  Date from;                         // the first day of the new value
  std::string reason;
};

// Nothing would change, or a group was chosen. Findings carry the field's SQL name.
Findings check_dated_change(const Row& customer, const DatedChange& change,
                            const RecordLookup& records);

// The statement and, when its day is not after `today`, what follows from it.
std::vector<Change> make_dated_change(const Row& customer, const DatedChange& change,
                                      const Date& today, const RecordLookup& records,
                                      const Clock& clock, Random& random);

// What follows from statements whose day has come and that nobody has followed yet: the customer's
// field takes the value, unless a newer statement stands; the statement is marked. Empty when none
// is due. On two devices, or on a device and the master, it is the same change.
std::vector<Change> follow_assignments(const Row& customer, const Date& today,
                                       const RecordLookup& records);

// The customer's group or territory on a day: by the newest statement of that day or before; before
// the first, what it says stood there; without any, what stands.
std::optional<RecordId> value_on(const Row& customer, DatedField field, const Date& day,
                                 std::span<const Assignment> assignments);

// Those of a customer, in the order in which they count: by day, then by id (time of making).
std::vector<Assignment> list_assignments(const RecordId& customer, const RecordLookup& records);

}  // namespace cm
