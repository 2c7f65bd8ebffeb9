// Which row of a file says what the columns are.
#pragma once

#include <cstddef>
#include <vector>

#include "shared/domain/exchange/table_row.h"
#include "shared/record/record_type.h"

namespace cm {

constexpr std::size_t kHeadRowsMax = 12;  // filled rows among which the header is looked for

// Nothing but spaces in it.
bool is_blank_row(const TableRow& row);
// Half of its cells are headings that we know for certain: nothing further down is asked.
bool is_surely_header(const RecordType& type, const TableRow& row);
// The place among `rows` of the one with most headings that are known for certain; of the first
// when none has any.
std::size_t find_header_row(const RecordType& type, const std::vector<TableRow>& rows);

}  // namespace cm
