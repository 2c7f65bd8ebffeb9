// The columns that the list of a type can have, as fields: its own, and of customers what is shown with
// them (phone, city). The first names the record and is always there.
#pragma once

#include <string>
#include <vector>

#include "shared/record/record_type.h"

namespace cm {

constexpr std::size_t kListColumnsMax = 7;  // shown unless a person chooses

// In the order in which they are offered and shown: what names a record, then the field table's.
std::vector<const Field*> known_columns(const RecordType& type);
// Those shown unless a person chooses.
std::vector<const Field*> list_columns(const RecordType& type);
// Those of these names, and the first; unknown names are left out. No names: list_columns.
std::vector<const Field*> columns_named(const RecordType& type,
                                        const std::vector<std::string>& names);

}  // namespace cm
