// The SQL of a list's filters, for any record type.
#pragma once

#include <string>

#include "shared/domain/list_filters.h"
#include "shared/store/database.h"
#include "shared/store/sql_parameters.h"

namespace cm {

// " AND (…)" for each filter, about rows of the type's table under its own name. Filters that the type
// does not have are left out.
std::string filter_conditions(Database& database, const RecordType& type,
                              const FilterValues& filters, SqlParameters& parameters);

}  // namespace cm
