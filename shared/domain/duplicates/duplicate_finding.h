// How a suspected duplicate is told to the person who is typing.
#pragma once

#include <string_view>

#include "shared/domain/duplicates/compare_customers.h"
#include "shared/record/finding.h"

namespace cm {

// At the box of its surest sign (quick-entry name). A strong one is a warning that is accepted with
// a reason, all others are notes: saving is never refused. `named`: the other customer, "Sai
// Engineering Works, Pune".
Finding finding_about(const Duplicate& duplicate, std::string_view named);

}  // namespace cm
