// What the master does by itself, as its own device: the records that every master starts with, and
// dated changes whose day has come.
#pragma once

#include "shared/domain/values/date.h"
#include "shared/store/master.h"

namespace cm {

// Those that were never made (acts/first_records.h); nothing when all were.
void make_missing_first_records(Database& database, Master& master);

// Follows every dated change that is due (acts/dated_change.h), customer by customer.
void follow_due_assignments(Database& database, Master& master, const Date& today);

}  // namespace cm
