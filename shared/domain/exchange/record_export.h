// Records out of the master as rows of a file: any type, any columns. What comes out comes in again
// without a change.
#pragma once

#include <string>
#include <vector>

#include "shared/domain/exchange/exchange_field.h"
#include "shared/domain/exchange/record_directory.h"
#include "shared/domain/exchange/xlsx/xlsx_writer.h"

namespace cm {

using Columns = std::vector<const ExchangeField*>;

std::vector<std::string> export_header(const Columns& columns);
// A customer with its parts. Links to other records are shown by link_text.
std::vector<std::string> export_cells(const Columns& columns, const CustomerSheet& sheet,
                                      const Directories& directories);
// Any other record. Of a contact or address that belongs to several parties, the first is told.
std::vector<std::string> export_cells(const Columns& columns, const Row& row,
                                      const Directories& directories);
// How a workbook shows the columns: money, counts and percentages as numbers, dates as dates;
// phones, PIN codes and GSTINs stay text.
std::vector<CellKind> cell_kinds(const Columns& columns);

}  // namespace cm
