#include "shared/domain/acts/record_changes.h"

#include "shared/domain/acts/company.h"
#include "shared/domain/acts/ledger.h"
#include "shared/domain/records/company.h"
#include "shared/domain/records/customer.h"
#include "shared/domain/records/customer_company.h"

namespace cm {
namespace {

// The customer's place in a company and its ledger; with the limit that the form gives it.
std::vector<Change> place_in_company(const Row& after, const RecordLookup& records) {
  const CustomerCompany place = from_row<CustomerCompany>(after).record;
  const auto customer =
      find_shown(records, record_type_of<Customer>(),
                 place.customer ? std::optional(place.customer->uuid()) : std::nullopt);
  if (!customer || !place.company) return {};
  std::vector<Change> changes = add_company(*customer, *place.company, records);
  const FieldNumber limit = after.type->get_field("credit_limit").number;
  for (Change& change : changes) {
    if (change.type == after.type && !is_blank(after.get(limit)))
      change.fields.push_back({limit, after.get(limit)});
  }
  return changes;
}

}  // namespace

std::vector<Change> record_changes(const Row* before, const Row& after,
                                   const RecordLookup& records) {
  if (!before && after.type == &record_type_of<Company>())
    return make_company(from_row<Company>(after).record);
  if (!before && after.type == &record_type_of<CustomerCompany>())
    return place_in_company(after, records);
  Change change = diff_rows(before, after);
  if (change.fields.empty()) return {};
  return {std::move(change)};
}

}  // namespace cm
