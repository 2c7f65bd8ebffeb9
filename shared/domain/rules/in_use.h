// Whether a record may be hidden: not while others name it. Customers, contacts and addresses may
// (the office's decision; their links go to review); what a contact or address belongs to may as
// well, those stay.
#pragma once

#include <string>

#include "shared/domain/record_lookup.h"
#include "shared/record/finding.h"

namespace cm {

// A finding that says by what it is in use ("3 of Customer, 1 of Target"), counted up to 100 each;
// else none. No field: it is about the record.
Findings check_delete(const Row& row, const RecordLookup& records);

}  // namespace cm
