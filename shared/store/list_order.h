// The order of a list's rows, for any record type.
#pragma once

#include <string>
#include <string_view>

#include "shared/record/record_type.h"

namespace cm {

enum class SortOrder { Ascending, Descending };

// " ORDER BY …" by a field: a link by the title of what it leads to, blanks last, alike customers by name. An unknown or empty
// name: by title, else as created. Of customers also "phone" and "city", as their list shows them.
std::string list_order(const RecordCatalogue& records, const RecordType& type,
                       std::string_view sort, SortOrder order);
// Whether a list of this type can be sorted by that name.
bool can_sort_by(const RecordType& type, std::string_view name);

}  // namespace cm
