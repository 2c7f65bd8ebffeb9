// What is worth knowing about a GSTIN by itself, once its shape is right.
#pragma once

#include <string_view>

#include "shared/domain/values/gstin.h"
#include "shared/record/finding.h"

namespace cm {

// Wrong check character (with the expected one and the likely slip), retired state code, a kind of
// number that is hardly seen. `field` is the field's name in the findings.
Findings check_gstin(const Gstin& gstin, std::string_view field);

}  // namespace cm
