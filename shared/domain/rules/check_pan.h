// What is worth knowing about a PAN by itself, once its shape is right.
#pragma once

#include <string_view>

#include "shared/domain/values/pan.h"
#include "shared/record/finding.h"

namespace cm {

// Serial 0000, a fourth letter that no holder has, the rare K.
Findings check_pan(const Pan& pan, std::string_view field);

}  // namespace cm
