// That a customer buys from one of our companies: its ledger there and, where it has one, its own
// credit limit. The id follows from customer and company (acts/ledger.h): two devices make the same
// row.
#pragma once

#include <optional>

#include "shared/domain/records/ids.h"
#include "shared/domain/values/money.h"
#include "shared/record/describe.h"

namespace cm {

struct CustomerCompany {
  CustomerCompanyId id;
  std::optional<CustomerId> customer;  // required
  std::optional<CompanyId> company;    // required
  std::optional<AccountId> account;    // the ledger
  std::optional<Money> credit_limit;   // blank inherits, zero is no credit

  explicit CustomerCompany(CustomerCompanyId of) : id(of) {}
};

// Numbers are stored and sent: never renumber, never reuse.
template <>
struct Describe<CustomerCompany> {
  static constexpr RecordTypeNumber number = 9;
  static constexpr std::string_view table = "customer_company", label = "Customer in Company";
  static constexpr auto fields = std::tuple{
      field<1>("customer", "Customer", &CustomerCompany::customer, required, office, unit("pair"),
               links_to("customer")),
      field<2>("company", "Company", &CustomerCompany::company, required, office, unit("pair"),
               links_to("company")),
      field<3>("account", "Ledger", &CustomerCompany::account, office, links_to("account"), leaf),
      field<4>("credit_limit", "Credit Limit", &CustomerCompany::credit_limit,
               range(0, kCreditLimitPaiseMax), office),
  };
};

}  // namespace cm
