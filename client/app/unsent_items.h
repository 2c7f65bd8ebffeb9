// The saves that wait to be sent, in words for the sync screen.
#pragma once

#include <vector>

#include "client/app/state.h"
#include "shared/store/record_store.h"
#include "shared/store/replica.h"

namespace cm {

// One item a save, oldest first, from at most `operations_max` operations.
std::vector<UnsentItem> list_unsent_items(const Replica& replica, const RecordStore& records,
                                          std::size_t operations_max);

}  // namespace cm
