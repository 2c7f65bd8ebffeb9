#include "shared/domain/exchange/csv.h"

#include <algorithm>

#include "shared/base/utf8.h"

namespace cm {
namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";
constexpr std::string_view kFormulaStarts = "=+-@\t\r";
constexpr char kInertMark = '\'';

// "-1250.50" is a number, and a spreadsheet may read it as one.
bool is_plain_negative(std::string_view cell) {
  return cell.size() > 1 && cell.front() == '-' &&
         cell.find_first_not_of("0123456789.", 1) == std::string_view::npos;
}

// Any marks, then a character that starts a formula.
bool looks_like_formula(std::string_view cell) {
  const std::size_t start = cell.find_first_not_of(kInertMark);
  return start != std::string_view::npos &&
         kFormulaStarts.find(cell[start]) != std::string_view::npos;
}

bool needs_quotes(std::string_view cell) {
  return cell.find_first_of(",\"\r\n") != std::string_view::npos || cell.starts_with(' ') ||
         cell.ends_with(' ');
}

}  // namespace

std::string make_inert(std::string_view cell) {
  const bool mark = looks_like_formula(cell) && !is_plain_negative(cell);
  return (mark ? std::string(1, kInertMark) : std::string()).append(cell);
}

std::string take_off_inert_mark(std::string_view cell) {
  const bool marked = cell.starts_with(kInertMark) && looks_like_formula(cell);
  return std::string(marked ? cell.substr(1) : cell);
}

std::string write_csv_row(const std::vector<std::string>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i) line += ',';
    const std::string cell = make_inert(cells[i]);
    // A row of one empty cell would otherwise be a blank line.
    if (!needs_quotes(cell) && !(cells.size() == 1 && cell.empty())) {
      line += cell;
      continue;
    }
    line += '"';
    for (const char c : cell) line.append(c == '"' ? 2 : 1, c);
    line += '"';
  }
  return line + "\r\n";
}

CsvReader::CsvReader(Sink sink, CsvLimits limits, char delimiter)
    : sink_(std::move(sink)), limits_(limits), delimiter_(delimiter) {}

void CsvReader::feed(std::string_view bytes) {
  for (const char c : bytes) {
    if (too_large_) return;
    if (++file_bytes_ > limits_.file_bytes_max) {
      too_large_ = true;
      return;
    }
    if (head_done_) {
      take(c);
      continue;
    }
    head_ += c;
    if (head_ == kByteOrderMark) {
      head_done_ = true;
    } else if (!kByteOrderMark.starts_with(head_)) {
      head_done_ = true;
      for (const char held : head_) take(held);
    }
  }
}

void CsvReader::take(char c) {
  if (state_ == State::AfterCarriageReturn) {
    state_ = State::CellStart;
    if (c == '\n') return;
  }
  if (++row_bytes_ == limits_.row_bytes_max + 1) note(FindingCode::RowTooLong);
  row_begun_ = true;
  switch (state_) {
    case State::Quoted:
      if (c == '"')
        state_ = State::QuoteInQuoted;
      else
        put(c);
      return;
    case State::QuoteInQuoted:
      if (c == '"') {
        put(c);
        state_ = State::Quoted;
        return;
      }
      if (c != delimiter_ && c != '\r' && c != '\n') note(FindingCode::RowQuote);
      state_ = State::Plain;
      break;
    case State::CellStart:
      if (c == '"') {
        state_ = State::Quoted;
        return;
      }
      break;
    case State::Plain:
    case State::AfterCarriageReturn:
      break;
  }
  take_outside_quotes(c);
}

void CsvReader::take_outside_quotes(char c) {
  if (c == delimiter_) {
    end_cell();
    state_ = State::CellStart;
  } else if (c == '\r' || c == '\n') {
    end_row();
    state_ = c == '\r' ? State::AfterCarriageReturn : State::CellStart;
  } else {
    put(c);
    state_ = State::Plain;
  }
}

void CsvReader::put(char c) {
  if (row_bytes_ <= limits_.row_bytes_max) cell_ += c;
}

void CsvReader::end_cell() {
  if (row_.cells.size() >= limits_.cells_max) {
    note(FindingCode::RowTooLong);
  } else {
    if (!is_valid_utf8(cell_)) note(FindingCode::RowBadUtf8);
    row_.cells.push_back(take_off_inert_mark(cell_));
  }
  cell_.clear();
}

void CsvReader::end_row() {
  // Only the line end itself was taken: a blank line has no cells.
  const bool blank = row_.cells.empty() && row_bytes_ <= 1;
  if (!blank) end_cell();
  CsvRow finished;
  std::swap(finished, row_);
  row_bytes_ = 0;
  row_begun_ = false;
  sink_(std::move(finished));
}

void CsvReader::finish() {
  if (!head_done_ && head_ != kByteOrderMark) {
    head_done_ = true;
    for (const char held : head_) take(held);
  }
  if (!row_begun_) return;
  if (state_ == State::Quoted) note(FindingCode::RowQuote);
  ++row_bytes_;  // stands for the line end that is not there
  end_row();
}

void CsvReader::note(FindingCode code) {
  const Finding finding = make_finding(code, "");
  if (std::find(row_.findings.begin(), row_.findings.end(), finding) == row_.findings.end()) {
    row_.findings.push_back(finding);
  }
}

std::vector<CsvRow> read_csv(std::string_view text, CsvLimits limits) {
  std::vector<CsvRow> rows;
  CsvReader reader([&](CsvRow&& row) { rows.push_back(std::move(row)); }, limits);
  reader.feed(text);
  reader.finish();
  return rows;
}

}  // namespace cm
