#include "server/cli/record_type_called.h"

#include "shared/base/failure.h"
#include "shared/domain/exchange/customer_directory.h"
#include "shared/domain/records/catalogue.h"

namespace cm {

const RecordType& record_type_called(const std::string& name) {
  std::string known;
  for (const RecordType* type : record_catalogue().types()) {
    if (name_key(type->table()) == name_key(name) || name_key(type->label()) == name_key(name))
      return *type;
    known.append(known.empty() ? "" : ", ").append(type->table());
  }
  throw Failure(FailureCode::NotFound,
                "There is no record type \"" + name + "\". Choose one of: " + known + ".");
}

}  // namespace cm
