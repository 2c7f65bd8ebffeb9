// The rows of a file that somebody gives us: CSV in any of its dialects, or XLSX. Told from the
// bytes, not from the name.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "shared/domain/exchange/table_row.h"
#include "shared/domain/exchange/text_decoder.h"

namespace cm {

enum class TableFormat { Unknown, Csv, Xlsx };

struct TableOptions {
  std::optional<Encoding> encoding;  // absent = found out
  std::optional<char> delimiter;     // absent = found out
  TableLimits limits;
};

class TableFile {
 public:
  explicit TableFile(TableOptions options = {});
  ~TableFile();
  TableFile(const TableFile&) = delete;
  TableFile& operator=(const TableFile&) = delete;

  // Keeps the bytes; the work is done by next(). A workbook is read when all of it is there.
  void feed(std::string_view bytes);
  void finish();  // no more bytes come
  // A small piece of work (a few milliseconds at most), unless a row stands ready.
  RowResult next(TableRow& row);
  // Why the file was not read to its end: FileTooLarge, FileDamaged, FileUnpacksTooLarge.
  std::optional<FindingCode> problem() const;

  // Known once the first row has come.
  TableFormat format() const;
  Encoding encoding() const;  // of CSV
  char delimiter() const;     // of CSV
  int row_count() const;      // rows that came so far
  std::size_t bytes_fed() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace cm
