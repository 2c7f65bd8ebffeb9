// What the master does by itself: the records that every master starts with, dated changes whose day
// has come (both as its own device), and comparing changed customers with all others.
#pragma once

#include "shared/domain/values/date.h"
#include "shared/store/master.h"

namespace cm {

// Those that were never made (acts/first_records.h); nothing when all were.
void make_missing_first_records(Database& database, Master& master);

// Follows every dated change that is due (acts/dated_change.h), customer by customer.
void follow_due_assignments(Database& database, Master& master, const Date& today);

// One transaction that compares at most `max` of the customers that were changed since they were last
// compared (duplicate_finder.h); returns how many. Not part of the transaction that changed them: a
// push waits for none of it.
std::size_t compare_changed_customers(Database& database, std::size_t max);

}  // namespace cm
