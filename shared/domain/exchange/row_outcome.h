// What became of one row of an import.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/record/change.h"
#include "shared/record/finding.h"

namespace cm {

enum class Outcome { New, Update, Unchanged, Error };
std::string_view outcome_name(Outcome outcome);  // "new", "update", "unchanged", "error"

struct RowOutcome {
  int row = 0;  // in the file: 2 = the first line after a header that stands in line 1
  Outcome outcome = Outcome::Error;
  Findings findings;
  std::vector<std::string> cells;  // of a refused row, as they stood in the file
  std::string title = {};          // what the row calls its record; for people
};

// Writes the changes of one row as one save. The directories must see them when it returns.
using ChangeSink = std::function<void(const std::vector<Change>&)>;
using OutcomeSink = std::function<void(const RowOutcome&)>;

// {"row":2,"outcome":"new","findings":[{"field":…,"code":…,"grade":…,"text":…,"expected":…}]} on
// one line.
std::string to_json(const RowOutcome& outcome);

}  // namespace cm
