// Whom contacts and addresses belong to.
#pragma once

#include <vector>

#include "shared/record/row.h"
#include "shared/store/database.h"

namespace cm {

// Of a contact, an address or a link to one, by what stands in the tables (hidden links too). Empty
// for other types.
std::vector<RecordId> list_parties_of(Database& database, const RecordType& type,
                                      const RecordId& row);

}  // namespace cm
