// "Not a duplicate", "a branch of the same legal entity": remembered for the pair, on every device.
#pragma once

#include <optional>
#include <string_view>

#include "shared/domain/records/duplicate_decision.h"
#include "shared/record/change.h"

namespace cm {

// The record that holds the decision about this pair, whichever is named first.
RecordId duplicate_decision_id(const RecordId& one, const RecordId& other);

// `standing`: the record of duplicate_decision_id, if there is one (a hidden one is brought back). Empty change: it was
// decided so already. The two must differ.
Change decide_duplicate(const RecordId& one, const RecordId& other, DuplicateVerdict decision, std::string_view reason,
                        const Row* standing);

// Takes a decision back: the pair is suspected again.
Change forget_duplicate_decision(const Row& standing);

}  // namespace cm
