// What the master must not hold: the hard limits of the field table. Softer rules are findings,
// shown to people.
#pragma once

#include <string>
#include <vector>

#include "shared/sync/messages.h"

namespace cm {

// Why the operation breaks a hard limit, in plain words; empty when it does not. In a new record every
// required field must be there. Unknown choices,
// and text that no longer parses, are kept: a newer or older program wrote them.
std::string check_limits(const RecordType& type, const Operation& operation, RowExists exists);

// The fields that no program here knows, together with those that stand: bounded, so that no row ever
// grows past what a message may carry. Empty when they fit, else why not.
std::string check_unknown(const std::vector<UnknownField>& standing,
                          const std::vector<UnknownField>& incoming);

// Whether a device may say that its change was made so: decisions of conflicts and the master's own
// repairs are written by the master only.
bool device_may_claim(ChangeSource source);

// Fields that merge together come together: why the operation brings only a part of a unit, naming
// what is missing; empty when it does not. Not asked of programs older than the master: they may not
// know a field that joined the unit later.
std::string check_whole_units(const RecordType& type, const Operation& operation);

}  // namespace cm
