// What people call a record: the customer it belongs to, else its own name.
#pragma once

#include <string>
#include <string_view>

#include "shared/store/record_store.h"

namespace cm {

// A contact, an address and their links are named by their customer. Empty when the record is not
// on this device or has no name.
std::string find_record_name(const RecordStore& records, std::string_view table,
                             const RecordId& id);

}  // namespace cm
