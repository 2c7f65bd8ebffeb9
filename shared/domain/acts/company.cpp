#include "shared/domain/acts/company.h"

#include "shared/domain/known_ids.h"
#include "shared/domain/records/account.h"

namespace cm {
namespace {

Account group(AccountId id, std::string name, CompanyId company, std::optional<AccountId> parent) {
  Account account(id);
  account.name = std::move(name);
  account.company = company;
  account.parent = parent;
  account.is_group = true;
  return account;
}

}  // namespace

std::vector<Change> make_company(Company company) {
  const CompanyId id = company.id;
  company.receivable_group = receivable_account(id);
  if (!company.default_price_list) company.default_price_list = standard_selling();
  const Account root = group(root_account(id), "Assets", id, std::nullopt);
  const Account receivable = group(receivable_account(id), "Accounts Receivable", id, root.id);
  return {diff_rows(nullptr, to_row(company)), diff_rows(nullptr, to_row(root)),
          diff_rows(nullptr, to_row(receivable))};
}

}  // namespace cm
