// The machine-readable fix of a finding ("R"), made into what a box would say ("27AABCS1234F1ZR").
#pragma once

#include <string>

#include "client/app/state.h"

namespace cm {

// Where a fix goes and what the box then says.
struct FindingFix {
  std::string field;
  std::string text;
};
// The finding has an `expected`.
FindingFix fix_of(const CustomerEditorState& editor, const Finding& finding);

}  // namespace cm
