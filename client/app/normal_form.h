// The one right way of writing what was typed, shown once a box is left: "27aabcs…" becomes
// "27AABCS…".
#pragma once

#include <optional>
#include <string>

#include "shared/record/field.h"

namespace cm {

// Nullopt when this kind of field has none, or the text does not parse.
std::optional<std::string> normal_form(const Field& field, const std::string& typed);

}  // namespace cm
