// A customer gets a company: its ledger there is made by itself.
#pragma once

#include <vector>

#include "shared/domain/record_lookup.h"
#include "shared/domain/records/ids.h"
#include "shared/record/change.h"

namespace cm {

// The customer's row in the company and, under the company's receivable group, its ledger. Adds,
// and never moves what the customer has in other companies; rows that stand already are left as
// they are, a hidden one is shown again. The ids follow from customer and company, so two devices
// that do this offline make one ledger, not two. Empty when all is there (a merge may have brought
// it), or the company is unknown.
std::vector<Change> add_company(const Row& customer, CompanyId company,
                                const RecordLookup& records);

}  // namespace cm
