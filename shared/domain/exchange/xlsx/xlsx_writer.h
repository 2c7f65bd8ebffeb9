// A workbook of one sheet: a heading row that stays in view, then rows. For export.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/domain/exchange/xlsx/zip_writer.h"

namespace cm {

// How a column's cells are written. Text is never run, whatever it starts with, and never becomes a
// number; a cell of another kind whose text is no such number or date is written as text.
enum class CellKind { Text, Number, Date };

class XlsxWriter {
 public:
  explicit XlsxWriter(const std::string& sheet_name);
  void write_header(const std::vector<std::string>& headings);
  // `kinds` by column; missing ones are Text.
  void write_row(const std::vector<std::string>& cells, const std::vector<CellKind>& kinds = {});
  std::string finish();  // the file's bytes; nothing may be written after it

 private:
  void write_cells(const std::vector<std::string>& cells, const std::vector<CellKind>& kinds,
                   int style);
  void flush(std::size_t above);

  ZipWriter zip_;
  std::string sheet_name_;
  std::string held_;  // of the sheet, not yet in the archive
  std::size_t row_ = 0;
};

}  // namespace cm
