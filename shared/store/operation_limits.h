// What the master must not hold: the hard limits of the field table. Softer rules are findings,
// shown to people.
#pragma once

#include <string>

#include "shared/sync/messages.h"

namespace cm {

// Null = a new record: then every required field must be there.
enum class RowExists { No, Yes };

// Why the operation breaks a hard limit, in plain words; empty when it does not. Unknown choices,
// and text that no longer parses, are kept: a newer or older program wrote them.
std::string check_limits(const RecordType& type, const Operation& operation, RowExists exists);

}  // namespace cm
