#include "shared/domain/exchange/table_file.h"

#include <algorithm>
#include <deque>

#include "shared/domain/exchange/csv.h"
#include "shared/domain/exchange/csv_dialect.h"
#include "shared/domain/exchange/xlsx/xlsx_reader.h"

namespace cm {
namespace {

constexpr std::size_t kPieceBytes = 16u << 10;
constexpr std::size_t kHeadBytes = 8;
constexpr std::size_t kDialectBytes = 64u << 10;  // looked at before the delimiter is guessed
constexpr std::string_view kZipHead = "PK\x03\x04";
// Old workbooks (.xls), and new ones behind a password, are compound files.
constexpr std::string_view kCompoundHead = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

}  // namespace

struct TableFile::State {
  TableOptions options;
  TableFormat format = TableFormat::Unknown;
  std::string bytes;     // fed and not yet read; of a workbook all of it
  std::size_t read = 0;  // of `bytes`
  std::size_t fed = 0;
  bool finished = false;
  bool ended = false;
  std::optional<FindingCode> problem;
  int rows = 0;
  // CSV
  TextDecoder decoder;
  bool decoded_all = false;
  std::string text;  // decoded and not yet parted into rows
  char delimiter = ',';
  std::optional<CsvReader> csv;
  std::deque<TableRow> csv_rows;
  // XLSX
  std::unique_ptr<XlsxReader> xlsx;

  explicit State(TableOptions options_) : options(std::move(options_)), decoder(options.encoding) {}

  void fail(FindingCode code) {
    problem = code;
    ended = true;
  }

  RowResult find_format() {
    if (bytes.size() < kHeadBytes && !finished) return RowResult::NeedMore;
    if (bytes.starts_with(kCompoundHead)) {
      fail(FindingCode::FileDamaged);
      return RowResult::End;
    }
    format = bytes.starts_with(kZipHead) ? TableFormat::Xlsx : TableFormat::Csv;
    return RowResult::Busy;
  }

  RowResult next_of_book(TableRow& row) {
    if (!xlsx) {
      if (!finished) return RowResult::NeedMore;
      xlsx = std::make_unique<XlsxReader>(std::move(bytes), options.limits);
      return RowResult::Busy;
    }
    const RowResult result = xlsx->next(row);
    if (result == RowResult::End) {
      problem = xlsx->problem();
      ended = true;
    }
    return result;
  }

  void begin_csv() {
    delimiter = options.delimiter.value_or(
        guess_delimiter(std::string_view(text).substr(0, kDialectBytes)));
    const CsvLimits limits{static_cast<std::size_t>(-1), options.limits.row_bytes_max,
                           options.limits.cells_max};
    csv.emplace(
        [this](CsvRow&& csv_row) {
          csv_rows.push_back({0, std::move(csv_row.cells), std::move(csv_row.findings)});
        },
        limits, delimiter);
  }

  void decode_piece() {
    const std::size_t size = std::min(kPieceBytes, bytes.size() - read);
    decoder.feed(std::string_view(bytes).substr(read, size), text);
    read += size;
    if (read == bytes.size()) bytes.clear(), read = 0;
    if (bytes.empty() && finished) {
      decoder.finish(text);
      decoded_all = true;
    }
  }

  RowResult next_of_csv(TableRow& row) {
    while (!csv_rows.empty()) {
      row = std::move(csv_rows.front());
      csv_rows.pop_front();
      row.number = ++rows;
      const bool is_word =
          rows == 1 && row.cells.size() <= 2 && !row.cells.empty() &&
          is_separator_line(row.cells[0] +
                            (row.cells.size() == 2 ? std::string(1, delimiter) : ""));
      if (!is_word) return RowResult::Row;
    }
    if (decoded_all && text.empty() && csv) {
      ended = true;
      return RowResult::End;
    }
    if (bytes.empty() && !finished) return RowResult::NeedMore;
    if (!decoded_all) decode_piece();
    if (!csv && (text.size() >= kDialectBytes || decoded_all)) begin_csv();
    if (!csv) return RowResult::Busy;
    csv->feed(text);
    text.clear();
    // A file that was cut ends within a row.
    if (decoded_all && problem != FindingCode::FileTooLarge) csv->finish();
    return RowResult::Busy;
  }
};

TableFile::TableFile(TableOptions options) : state_(std::make_unique<State>(std::move(options))) {}

TableFile::~TableFile() = default;

void TableFile::feed(std::string_view bytes) {
  State& state = *state_;
  if (state.ended) return;
  const std::size_t room = state.options.limits.file_bytes_max - state.fed;
  const std::string_view taken = bytes.substr(0, std::min(room, bytes.size()));
  state.bytes.append(taken);
  state.fed += taken.size();
  if (taken.size() < bytes.size()) state.problem = FindingCode::FileTooLarge;
}

void TableFile::finish() {
  state_->finished = true;
}

RowResult TableFile::next(TableRow& row) {
  State& state = *state_;
  if (state.ended) return RowResult::End;
  if (state.format == TableFormat::Unknown) return state.find_format();
  if (state.format == TableFormat::Csv) return state.next_of_csv(row);
  if (state.problem == FindingCode::FileTooLarge) {
    state.ended = true;  // the list of a zip's entries stands at its end
    return RowResult::End;
  }
  return state.next_of_book(row);
}

std::optional<FindingCode> TableFile::problem() const {
  return state_->problem;
}
TableFormat TableFile::format() const {
  return state_->format;
}
Encoding TableFile::encoding() const {
  return state_->decoder.encoding();
}
char TableFile::delimiter() const {
  return state_->delimiter;
}
int TableFile::row_count() const {
  return state_->rows;
}
std::size_t TableFile::bytes_fed() const {
  return state_->fed;
}

}  // namespace cm
