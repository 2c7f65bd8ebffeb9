#include "shared/domain/rules/place_in_company.h"

#include "shared/domain/known_ids.h"
#include "shared/domain/records/customer_company.h"

namespace cm {

std::optional<Row> find_place_in_company(CustomerId customer, CompanyId company,
                                         const RecordLookup& records) {
  const RecordId own = customer_in_company(customer, company).uuid();
  std::optional<Row> found;
  for (Row& row : records.list_by(record_type_of<CustomerCompany>(), "customer", customer.uuid())) {
    if (!(row.get("company") == Value{company.uuid()})) continue;
    if (row.id == own) return std::move(row);
    if (!found) found = std::move(row);
  }
  return found;
}

}  // namespace cm
