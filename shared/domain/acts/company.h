// A new company: with its tree of accounts, so that customers' ledgers have their place.
#pragma once

#include <vector>

#include "shared/domain/records/company.h"
#include "shared/record/change.h"

namespace cm {

// The company, the root "Assets" of its accounts and, below it, the group "Accounts Receivable",
// which becomes its receivable group; its price list is Standard Selling unless it names another.
// Check check_company and each field first.
std::vector<Change> make_company(Company company);

}  // namespace cm
