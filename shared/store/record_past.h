// What became of a record: each operation on it as people read it, from which value to which.
//
// The master tells the whole past, in order of effective time. A device keeps the operations of its
// own only: what stood before the first of them is not known there (no `before`).
#pragma once

#include <vector>

#include "shared/store/database.h"
#include "shared/sync/messages.h"

namespace cm {

// Newest first, at most `max`. Of a customer, that of its contacts, addresses, sales team, ledgers
// and dated changes too. Empty for a row that nobody ever wrote.
std::vector<PastChange> list_past(Database& database, const RecordId& row, std::size_t max);

}  // namespace cm
