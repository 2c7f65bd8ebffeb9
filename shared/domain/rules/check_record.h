// All rules about one record of any type: which type has which is one table. What forms of every
// record show before it is saved. Single fields are checked by parse_field, the one-page customer
// form by quick_draft.
#pragma once

#include "shared/domain/record_lookup.h"
#include "shared/record/finding.h"

namespace cm {

// Findings carry SQL field names; a value that does not parse is passed over. Alone: the rules that
// look at no other record. With `records`: all, trees and links included.
Findings check_record(const Row& row);
Findings check_record(const Row& row, const RecordLookup& records);

}  // namespace cm
