// A ledger, or a group of them: the tree of accounts of one company. Each customer has one ledger
// per company, made under the company's receivable group.
#pragma once

#include <optional>
#include <string>

#include "shared/domain/records/ids.h"
#include "shared/record/describe.h"

namespace cm {

struct Account {
  AccountId id;
  std::string name;                    // required
  std::optional<CompanyId> company;    // required
  std::optional<AccountId> parent;     // blank: the company's root, or hanging from it
  bool is_group = false;               // only groups have children
  std::optional<CustomerId> customer;  // whose ledger it is

  explicit Account(AccountId of) : id(of) {}
};

// Numbers are stored and sent: never renumber, never reuse.
template <>
struct Describe<Account> {
  static constexpr RecordTypeNumber number = 8;
  static constexpr std::string_view table = "account", label = "Account";
  static constexpr auto fields = std::tuple{
      field<1>("name", "Name", &Account::name, required, office, max_length(200)),
      field<2>("company", "Company", &Account::company, required, office, links_to("company")),
      field<3>("parent", "Parent", &Account::parent, office, links_to("account")),
      field<4>("is_group", "Is a Group", &Account::is_group, office),
      field<5>("customer", "Customer", &Account::customer, office, links_to("customer")),
  };
};

}  // namespace cm
