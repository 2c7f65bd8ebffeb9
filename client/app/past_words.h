// The past of a record in words, with the titles of what its links point to.
#pragma once

#include <vector>

#include "client/app/context.h"
#include "client/app/past_state.h"

namespace cm {

std::vector<PastEntry> describe_past(AppContext& app, const PastState& past);  // the shown ones
std::vector<PastDifferenceWords> describe_differences(AppContext& app, const PastState& past,
                                                      const std::vector<PastDifference>& of);

}  // namespace cm
