// RFC 4180 reading and writing, streaming, with bounds.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/domain/finding_catalogue.h"
#include "shared/record/finding.h"

namespace cm {

struct CsvLimits {
  std::size_t file_bytes_max = 64u << 20;
  std::size_t row_bytes_max = 256u << 10;
  std::size_t cells_max = 512;
};

struct CsvRow {
  std::vector<std::string> cells;  // inert marks (see CsvWriter) taken off
  Findings findings;               // bad UTF-8, a stray quote, too long: the row cannot be trusted
};

// Feed bytes in pieces of any size; each finished row goes to the sink at once, so that memory is
// bounded by one row. Takes a BOM, CRLF, LF and lone CR line ends, quoted line breaks and doubled
// quotes. A blank line arrives as a row of no cells. A row over the limits arrives cut, with a
// finding.
class CsvReader {
 public:
  using Sink = std::function<void(CsvRow&&)>;
  explicit CsvReader(Sink sink, CsvLimits limits = {}, char delimiter = ',');
  void feed(std::string_view bytes);
  void finish();                                 // the last row may lack its line end
  bool too_large() const { return too_large_; }  // over file_bytes_max: the rest was not read

 private:
  enum class State { CellStart, Plain, Quoted, QuoteInQuoted, AfterCarriageReturn };
  void take(char c);
  void take_outside_quotes(char c);
  void put(char c);
  void end_cell();
  void end_row();
  void note(FindingCode code);

  Sink sink_;
  CsvLimits limits_;
  char delimiter_;
  State state_ = State::CellStart;
  std::string cell_;
  CsvRow row_;
  std::size_t row_bytes_ = 0;
  std::size_t file_bytes_ = 0;
  std::string head_;  // the first bytes, until it is known whether they are a BOM
  bool head_done_ = false;
  bool row_begun_ = false;
  bool too_large_ = false;
};

// The whole text at once.
std::vector<CsvRow> read_csv(std::string_view text, CsvLimits limits = {});

// One line with its CRLF. A cell that a spreadsheet would run as a formula (it starts with = + - @
// tab or CR) gets a ' before it; so does one that starts with ' before such a character, which
// makes the mark reversible: read_csv(write) gives the same cells. A plain negative number stays a
// number.
std::string write_csv_row(const std::vector<std::string>& cells);

std::string make_inert(std::string_view cell);
std::string take_off_inert_mark(std::string_view cell);

}  // namespace cm
