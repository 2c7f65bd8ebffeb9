#include "shared/domain/exchange/table_look.h"

#include <algorithm>

#include "shared/base/utf8.h"
#include "shared/domain/exchange/header_row.h"
#include "shared/domain/finding_catalogue.h"

namespace cm {
namespace {

constexpr std::size_t kPieceBytes = 128u << 10;
constexpr std::size_t kRowsMax = 60;  // looked at for samples

std::vector<TableRow> first_rows(TableFile& file, std::string_view bytes) {
  std::vector<TableRow> rows;
  bool all_fed = false;
  while (rows.size() < kRowsMax) {
    TableRow row;
    switch (file.next(row)) {
      case RowResult::Row:
        if (!is_blank_row(row)) rows.push_back(std::move(row));
        break;
      case RowResult::Busy:
        break;
      case RowResult::NeedMore:
        if (all_fed) return rows;
        file.feed(bytes.substr(0, kPieceBytes));
        bytes.remove_prefix(std::min(kPieceBytes, bytes.size()));
        all_fed = bytes.empty();
        if (all_fed) file.finish();
        break;
      case RowResult::End:
        return rows;
    }
  }
  return rows;
}

std::size_t header_place(const RecordType& type, const std::vector<TableRow>& rows, int chosen) {
  if (chosen > 0) {
    const auto found = std::find_if(rows.begin(), rows.end(),
                                    [&](const TableRow& row) { return row.number >= chosen; });
    return static_cast<std::size_t>(found - rows.begin());
  }
  if (is_surely_header(type, rows.front())) return 0;
  const std::size_t count = std::min(rows.size(), kHeadRowsMax);
  return find_header_row(type, {rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(count)});
}

std::vector<std::vector<std::string>> samples_below(const std::vector<TableRow>& rows,
                                                    std::size_t header) {
  std::vector<std::vector<std::string>> samples(rows[header].cells.size());
  for (std::size_t i = header + 1; i < rows.size(); ++i) {
    for (std::size_t c = 0; c < samples.size() && c < rows[i].cells.size(); ++c) {
      std::string text = clean_text(to_valid_utf8(rows[i].cells[c]));
      const bool there = std::find(samples[c].begin(), samples[c].end(), text) != samples[c].end();
      if (text.empty() || there || samples[c].size() == kSamplesMax) continue;
      samples[c].push_back(std::move(text));
    }
  }
  return samples;
}

}  // namespace

TableLook look_at_table(const RecordType& type, std::string_view bytes,
                        const ImportOptions& options) {
  TableLook look;
  TableFile file(options.file);
  std::vector<TableRow> rows = first_rows(file, bytes);
  look.format = file.format();
  look.encoding = file.encoding();
  look.delimiter = file.delimiter();
  const std::size_t header = rows.empty() ? 0 : header_place(type, rows, options.header_row);
  if (header >= rows.size()) {
    const std::string megabytes = std::to_string(options.file.limits.file_bytes_max >> 20);
    look.findings.push_back(
        make_finding(file.problem().value_or(FindingCode::FileEmpty), "", {megabytes}));
    return look;
  }
  if (!rows[header].findings.empty()) {
    look.findings = rows[header].findings;
  } else {
    look.header_row = rows[header].number;
    look.columns = map_columns(type, rows[header].cells, options.columns);
    look.samples = samples_below(rows, header);
  }
  rows.resize(std::min(rows.size(), kHeadRowsMax));
  look.head = std::move(rows);
  return look;
}

}  // namespace cm
