#include "shared/domain/exchange/xlsx/sheet_sink.h"

#include <algorithm>

#include "shared/base/utf8.h"

namespace cm {

void SheetSink::begin_element(std::string_view name, const XmlAttributes& attributes) {
  if (name == "row") {
    begin_row(attributes);
  } else if (name == "c" && in_row_) {
    begin_cell(attributes);
  } else if (in_cell_ && name == "rPh") {
    ++phonetic_;
  } else if (in_cell_) {
    // A formula (<f>) is not looked at: its last result stands beside it.
    in_value_ = name == "v" || (name == "t" && phonetic_ == 0);
  }
}

void SheetSink::end_element(std::string_view name) {
  in_value_ = false;
  if (name == "rPh" && in_cell_) {
    --phonetic_;
  } else if (name == "c" && in_cell_) {
    end_cell();
  } else if (name == "row" && in_row_) {
    in_row_ = false;
    rows.push_back(std::move(row_));
    row_ = {};
  } else if (name == "sheetData") {
    done = true;
  }
}

void SheetSink::take_text(std::string_view text) {
  if (!in_value_ || !in_cell_) return;
  row_bytes_ += text.size();
  if (row_bytes_ > limits_.row_bytes_max)
    note(FindingCode::RowTooLong);
  else
    value_.append(text);
}

void SheetSink::begin_row(const XmlAttributes& attributes) {
  const int number = number_in(attributes.get("r"));
  row_ = {};
  row_.number = std::max(number, last_row_ + 1);
  last_row_ = row_.number;
  row_bytes_ = 0;
  in_row_ = true;
}

void SheetSink::begin_cell(const XmlAttributes& attributes) {
  column_ = column_of_reference(attributes.get("r")).value_or(row_.cells.size());
  type_ = attributes.find("t").value_or("n");
  style_ = std::max(number_in(attributes.get("s")), 0);
  value_.clear();
  phonetic_ = 0;
  in_value_ = false;
  in_cell_ = true;
}

void SheetSink::end_cell() {
  in_cell_ = false;
  std::string text = cell_text();
  if (text.empty()) return;
  if (column_ >= limits_.cells_max) {
    note(FindingCode::RowTooLong);
    return;
  }
  if (!is_valid_utf8(text)) note(FindingCode::RowBadUtf8);
  if (row_.cells.size() <= column_) row_.cells.resize(column_ + 1);
  row_.cells[column_] = std::move(text);
}

std::string SheetSink::cell_text() {
  if (type_ == "s") {
    const int at = number_in(value_);
    if (at < 0 || static_cast<std::size_t>(at) >= book_.texts.size()) return {};
    const std::string& text = book_.texts[static_cast<std::size_t>(at)];
    row_bytes_ += text.size();
    if (row_bytes_ <= limits_.row_bytes_max) return text;
    note(FindingCode::RowTooLong);
    return {};
  }
  if (type_ == "inlineStr" || type_ == "str") return decode_escapes(value_);
  if (type_ == "b") return value_ == "1" || value_ == "true" ? "Yes" : "No";
  if (type_ == "e") {
    note(FindingCode::RowCellError);
    return value_;
  }
  if (type_ == "d") return value_.substr(0, 10);  // ISO 8601
  return number_text();
}

std::string SheetSink::number_text() const {
  const auto style = static_cast<std::size_t>(style_);
  switch (style < book_.shown.size() ? book_.shown[style] : NumberShown::Plain) {
    case NumberShown::Date:
      if (const auto date = date_of_serial(value_, book_.dates)) return *date;
      break;
    case NumberShown::Percent:
      return value_.empty() ? value_ : percent_text(value_);
    case NumberShown::Plain:
      break;
  }
  return plain_number(value_);
}

void SheetSink::note(FindingCode code) {
  const Finding finding = make_finding(code, "");
  if (std::find(row_.findings.begin(), row_.findings.end(), finding) == row_.findings.end())
    row_.findings.push_back(finding);
}

}  // namespace cm
