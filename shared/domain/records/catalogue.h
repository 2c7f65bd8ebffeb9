// Every record type of the product.
#pragma once

#include "shared/record/record_type.h"

namespace cm {

// Built once, in order of number; lives for ever.
const RecordCatalogue& record_catalogue();

}  // namespace cm
