// What is wrong with, or worth knowing about, a company and its accounts.
#pragma once

#include "shared/domain/record_lookup.h"
#include "shared/domain/records/account.h"
#include "shared/domain/records/company.h"
#include "shared/record/finding.h"

namespace cm {

// State against GSTIN; an abbreviation that another company has; a receivable group that is none of
// its group accounts.
Findings check_company(const Company& company, const RecordLookup& records);

// A parent of another company. That it stands rightly in its tree is check_tree_row's matter.
Findings check_account(const Account& account, const RecordLookup& records);

}  // namespace cm
