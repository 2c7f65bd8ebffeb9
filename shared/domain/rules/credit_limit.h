// The credit limit that really applies to a customer in a company, and where it comes from: the
// first that is set of customer in company, customer, its group and the groups above it, company.
// Blank inherits; zero is no credit; none anywhere is no limit.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "shared/domain/record_lookup.h"
#include "shared/domain/records/customer.h"

namespace cm {

struct CreditLimitStep {
  std::string source;          // "Customer Sai Engineering Works"
  std::optional<Money> limit;  // nullopt: nothing set here
  std::string text;            // "Customer Sai Engineering Works: not set", "…: ₹ 5,00,000.00"
};

struct CreditLimit {
  std::optional<Money> limit;  // nullopt: no limit
  std::vector<CreditLimitStep>
      trace;  // in the order in which they were asked; the last one decided
};

// Without a company: of the customer alone, not looking at any company's limits.
CreditLimit find_credit_limit(const Customer& customer, std::optional<CompanyId> company,
                              const RecordLookup& records);

}  // namespace cm
