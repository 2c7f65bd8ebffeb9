// A customer's place in one of our companies: where its ledger and its own limit there are found.
#pragma once

#include <optional>

#include "shared/domain/record_lookup.h"
#include "shared/domain/records/ids.h"

namespace cm {

// The CustomerCompany row, not hidden. A merge can give a customer a place that was another's, and
// so a second one beside its own: then its own counts (known_ids.h), else the earliest.
std::optional<Row> find_place_in_company(CustomerId customer, CompanyId company,
                                         const RecordLookup& records);

}  // namespace cm
