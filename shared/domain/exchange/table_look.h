// What a file seems to be, from its first rows: shown to a person before anything is imported.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/domain/exchange/table_import.h"

namespace cm {

constexpr std::size_t kSamplesMax = 3;  // values of a column that are shown

struct TableLook {
  TableFormat format = TableFormat::Unknown;
  Encoding encoding = Encoding::Utf8;  // of CSV, as far as was read
  char delimiter = ',';                // of CSV
  std::vector<TableRow> head;          // the rows that could be the header
  int header_row = 0;  // the number of the one that is; 0: there is none, and `findings` say why
  ColumnMap columns;
  std::vector<std::vector<std::string>>
      samples;  // by column: values that differ, from its first rows
  Findings
      findings;  // why the file as a whole cannot be read; those of the columns stand in `columns`
};

// Reads as little of it as it can: of a workbook, the first rows of its sheet.
TableLook look_at_table(const RecordType& type, std::string_view bytes,
                        const ImportOptions& options);

}  // namespace cm
