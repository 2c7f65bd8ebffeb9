// A new company: with its tree of accounts, so that customers' ledgers have their place.
#pragma once

#include <string>
#include <vector>

#include "shared/domain/records/company.h"
#include "shared/record/change.h"
#include "shared/record/finding.h"

namespace cm {

// A company as typed when the first one is set up.
struct CompanyText {
  std::string name;
  std::string abbreviation;  // blank: the first letters of the name's words
  std::string state;         // blank: the GSTIN's
  std::string gstin;
};

struct CompanyDraft {
  Company company;
  Findings findings;  // of the fields and of check_company; with an error it cannot be made
};
CompanyDraft parse_company(const CompanyText& text, CompanyId id);

// The company, the root "Assets" of its accounts and, below it, the group "Accounts Receivable",
// which becomes its receivable group; its price list is Standard Selling unless it names another.
// Check check_company and each field first.
std::vector<Change> make_company(Company company);

}  // namespace cm
