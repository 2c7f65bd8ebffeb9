#include "shared/domain/rules/credit_limit.h"

#include "shared/domain/known_ids.h"
#include "shared/domain/records/company.h"
#include "shared/domain/records/customer_company.h"
#include "shared/domain/records/customer_group.h"
#include "shared/domain/rules/place_in_company.h"
#include "shared/domain/rules/tree.h"

namespace cm {
namespace {

// True when this source decides.
bool ask(CreditLimit& found, std::string source, std::optional<Money> limit) {
  std::string text = source + ": ";
  if (!limit)
    text += "not set";
  else
    text += limit->paise() == 0 ? "no credit" : limit->display();
  found.trace.push_back({std::move(source), limit, std::move(text)});
  found.limit = limit;
  return limit.has_value();
}

bool ask_groups(CreditLimit& found, const Customer& customer, const RecordLookup& records) {
  const CustomerGroupId group = customer.customer_group.value_or(default_customer_group());
  const auto row = find_shown(records, record_type_of<CustomerGroup>(), group.uuid());
  if (!row) return false;
  for (const Row& above : path_to_root(*row, records)) {
    const CustomerGroup one = from_row<CustomerGroup>(above).record;
    if (ask(found, "Customer group " + one.name, one.credit_limit)) return true;
  }
  return false;
}

}  // namespace

CreditLimit find_credit_limit(const Customer& customer, std::optional<CompanyId> company,
                              const RecordLookup& records) {
  CreditLimit found;
  const auto company_row =
      company ? find_shown(records, record_type_of<Company>(), company->uuid()) : std::nullopt;
  const auto of =
      company_row ? std::optional(from_row<Company>(*company_row).record) : std::nullopt;
  if (of) {
    const auto row = find_place_in_company(customer.id, of->id, records);
    const auto limit =
        row ? from_row<CustomerCompany>(*row).record.credit_limit : std::optional<Money>();
    if (ask(found, "Customer in " + of->name, limit)) return found;
  }
  if (ask(found, "Customer " + customer.name, customer.credit_limit)) return found;
  if (ask_groups(found, customer, records)) return found;
  if (of) ask(found, "Company " + of->name, of->credit_limit);
  return found;
}

}  // namespace cm
