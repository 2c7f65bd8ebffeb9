// A row of a file, before anyone asked what its columns mean.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "shared/domain/finding_catalogue.h"
#include "shared/record/finding.h"

namespace cm {

struct TableLimits {
  std::size_t file_bytes_max = 64u << 20;
  std::size_t row_bytes_max = 256u << 10;
  std::size_t cells_max = 512;
};

struct TableRow {
  int number = 0;                  // 1 = the first row of the file or sheet
  std::vector<std::string> cells;  // none = a blank line
  Findings findings;  // why the row cannot be trusted: cut, unreadable, a quote that stays open
};

enum class RowResult {
  Row,       // the row was filled
  Busy,      // some work was done; call again
  NeedMore,  // nothing is left of the bytes given
  End,       // of the file, or of what can be read of it
};

}  // namespace cm
