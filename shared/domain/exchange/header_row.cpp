#include "shared/domain/exchange/header_row.h"

#include <algorithm>

#include "shared/base/utf8.h"
#include "shared/domain/exchange/column_map.h"

namespace cm {

bool is_blank_row(const TableRow& row) {
  return row.findings.empty() &&
         std::all_of(row.cells.begin(), row.cells.end(),
                     [](const std::string& cell) { return clean_text(cell).empty(); });
}

bool is_surely_header(const RecordType& type, const TableRow& row) {
  return row.findings.empty() && !row.cells.empty() &&
         count_known_headings(type, row.cells) * 2 >= row.cells.size();
}

std::size_t find_header_row(const RecordType& type, const std::vector<TableRow>& rows) {
  std::size_t best = 0, most = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::size_t known =
        rows[i].findings.empty() ? count_known_headings(type, rows[i].cells) : 0;
    if (known > most) best = i, most = known;
  }
  return best;
}

}  // namespace cm
