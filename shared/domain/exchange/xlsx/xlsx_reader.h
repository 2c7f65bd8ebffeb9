// The rows of a workbook's first visible sheet, as texts. From memory, in slices, bounded.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "shared/domain/exchange/table_row.h"
#include "shared/domain/exchange/xlsx/zip_reader.h"

namespace cm {

class XlsxReader {
 public:
  // All of the file's bytes.
  explicit XlsxReader(std::string bytes, TableLimits limits = {}, ZipLimits zip_limits = {});
  ~XlsxReader();

  // One small piece of work (a few milliseconds at most), unless a row stands ready. A row that the
  // sheet skips is not told; its number is missing.
  RowResult next(TableRow& row);
  // Why it ended before the end of the sheet: FileDamaged or FileUnpacksTooLarge.
  std::optional<FindingCode> problem() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace cm
