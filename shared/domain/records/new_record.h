// A new record as its struct makes it: "Active" is ticked, the country is India.
#pragma once

#include "shared/record/row.h"

namespace cm {

// The type must stand in the catalogue. Versions and stamps come with the save.
Row make_record(const RecordType& type, const RecordId& id);

}  // namespace cm
