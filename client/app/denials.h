// Changes that the server refused for good: their author is told, as they vanish from his screen.
#pragma once

#include <string>
#include <vector>

#include "shared/store/record_store.h"
#include "shared/sync/client_engine.h"

namespace cm {

// "Not accepted: Anita Sharma and 1 more. <the server's reason> Kept in Conflicts." Each record is
// counted once, however many operations of it were denied. `denied` is not empty.
std::string denial_text(const RecordStore& records, const std::vector<DeniedOperation>& denied);

}  // namespace cm
