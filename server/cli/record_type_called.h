// The record type that a person names on the command line.
#pragma once

#include <string>

#include "shared/record/record_type.h"

namespace cm {

// By table or label: "customer_group", "Customer Group" and "customer-group" are one. Throws
// Failure with the known ones when there is none.
const RecordType& record_type_called(const std::string& name);

}  // namespace cm
