// Two days of a record's past, side by side. Pure.
#pragma once

#include <vector>

#include "client/app/past_state.h"
#include "shared/domain/values/date.h"

namespace cm {

// The fields whose values at the ends of the two days (India) differ, in order of record and field.
std::vector<PastDifference> compare_days(const std::vector<PastChange>& newest_first,
                                         const Date& first, const Date& second);

}  // namespace cm
