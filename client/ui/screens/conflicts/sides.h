// A conflict as words: which fields differ, and what each side says.
#pragma once

#include <string>
#include <vector>

#include "client/app/state.h"

namespace cm::ui {

struct ConflictLine {
  std::string label;   // "GSTIN"
  std::string winner;  // as shown; "blank" when there is no value
  std::string loser;
};

// The fields whose values differ; all of them when none does.
std::vector<ConflictLine> conflict_lines(const Conflict& conflict);
std::string conflict_label(const Conflict& conflict);   // "Phone", "GSTIN, PAN"
std::string conflict_reason(const Conflict& conflict);  // one sentence on how it came about

}  // namespace cm::ui
