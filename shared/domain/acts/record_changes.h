// What saving the form of any record changes: the record, and what comes with a new one of its
// type (a company's accounts, a customer's ledger in a company).
#pragma once

#include <vector>

#include "shared/domain/record_lookup.h"
#include "shared/record/change.h"

namespace cm {

// Null `before` = a new record. Empty: nothing differs. The record's own change is among them; it
// may have another id than `after` where the id follows from what the record joins.
std::vector<Change> record_changes(const Row* before, const Row& after,
                                   const RecordLookup& records);

}  // namespace cm
