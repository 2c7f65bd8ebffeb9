// What the master refuses although each value by itself is sound: it would break what no later edit
// can heal. Today: a move that closes a cycle in a tree, a merge that closes a circle of customers,
// and hiding a record that is in use. All else that concerns several records is a finding, shown to
// people (check_record.h).
#pragma once

#include <span>
#include <string>

#include "shared/domain/record_lookup.h"
#include "shared/record/change.h"

namespace cm {

// Why, in plain words; empty when it may be written. `records`: what stands now. The decision
// follows the order of arrival: of two moves that only together close a cycle the first stands, the
// second is refused and kept for review, like every refused operation.
std::string check_change(const RecordType& type, const RecordId& id, ChangeKind kind,
                         std::span<const FieldValue> fields, const RecordLookup& records);

}  // namespace cm
