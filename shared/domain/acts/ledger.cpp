#include "shared/domain/acts/ledger.h"

#include <algorithm>

#include "shared/base/utf8.h"
#include "shared/domain/known_ids.h"
#include "shared/domain/records/account.h"
#include "shared/domain/records/company.h"
#include "shared/domain/records/customer_company.h"
#include "shared/domain/rules/place_in_company.h"
#include "shared/domain/rules/row_values.h"

namespace cm {
namespace {

// "Sai Engineering Works - SEW"; a name as long as the field is cut for it.
std::string ledger_name(const Row& customer, const Company& company) {
  const std::string ending = " - " + company.abbreviation;
  const auto length_max =
      static_cast<std::size_t>(record_type_of<Account>().get_field("name").length_max);
  const std::size_t room = length_max - std::min(length_max, count_code_points(ending));
  std::string name;
  std::size_t length = 0;
  for (const std::uint32_t code_point : decode_utf8(text_in(customer, "name"))) {
    if (++length > room) break;
    append_utf8(name, code_point);
  }
  return name + ending;
}

Change show_again(const Row& hidden) {
  Change change(*hidden.type, hidden.id);
  change.base = hidden.versions;  // that of the hiding included
  return change;
}

// Nothing when the row stands; else it is made, or shown again as it was.
void make_or_show(const Row& row, const RecordLookup& records, std::vector<Change>& changes) {
  const auto standing = records.find(*row.type, row.id);
  if (standing && !standing->deleted) return;
  if (standing)
    changes.push_back(show_again(*standing));
  else
    changes.push_back(diff_rows(nullptr, row));
}

}  // namespace

std::vector<Change> add_company(const Row& customer, CompanyId company_id,
                                const RecordLookup& records) {
  const auto row = find_shown(records, record_type_of<Company>(), company_id.uuid());
  if (!row) return {};
  const Company company = from_row<Company>(*row).record;
  const CustomerId customer_id(customer.id);

  Account ledger(ledger_account(customer_id, company_id));
  ledger.name = ledger_name(customer, company);
  ledger.company = company_id;
  ledger.parent = company.receivable_group.value_or(receivable_account(company_id));
  ledger.customer = customer_id;
  CustomerCompany place(customer_in_company(customer_id, company_id));
  place.customer = customer_id;
  place.company = company_id;
  place.account = ledger.id;
  const auto standing = find_place_in_company(customer_id, company_id, records);
  if (standing && standing->id != place.id.uuid()) return {};  // it came with a merge

  std::vector<Change> changes;
  make_or_show(to_row(ledger), records, changes);
  make_or_show(to_row(place), records, changes);
  return changes;
}

}  // namespace cm
