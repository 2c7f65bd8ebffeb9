#include "shared/domain/exchange/row_importer.h"

#include "shared/domain/exchange/customer_rows.h"
#include "shared/domain/exchange/record_rows.h"

namespace cm {

std::string_view outcome_name(Outcome outcome) {
  switch (outcome) {
    case Outcome::New:
      return "new";
    case Outcome::Update:
      return "update";
    case Outcome::Unchanged:
      return "unchanged";
    case Outcome::Error:
      break;
  }
  return "error";
}

std::unique_ptr<RowImporter> make_row_importer(const RecordType& type,
                                               const Directories& directories, const Clock& clock,
                                               Random& random, RowRules rules) {
  if (type.table() == "customer")
    return std::make_unique<CustomerRows>(directories, clock, random, std::move(rules));
  return std::make_unique<RecordRows>(type, directories, clock, random, std::move(rules));
}

}  // namespace cm
