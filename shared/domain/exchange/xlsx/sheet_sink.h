// xl/worksheets/sheet1.xml: cells to texts, row by row.
#pragma once

#include <deque>
#include <string>
#include <vector>

#include "shared/domain/exchange/table_row.h"
#include "shared/domain/exchange/xlsx/sheet_parts.h"

namespace cm {

class SheetSink final : public XmlSink {
 public:
  struct Book {
    std::vector<std::string> texts;
    std::vector<NumberShown> shown;
    DateSystem dates = DateSystem::From1900;
  };
  // The book must outlive the sink.
  SheetSink(const Book& book, TableLimits limits) : book_(book), limits_(limits) {}
  void begin_element(std::string_view name, const XmlAttributes& attributes) override;
  void end_element(std::string_view name) override;
  void take_text(std::string_view text) override;

  std::deque<TableRow> rows;  // finished ones; the caller takes them out
  bool done = false;          // the end of the cells was seen

 private:
  void begin_row(const XmlAttributes& attributes);
  void begin_cell(const XmlAttributes& attributes);
  void end_cell();
  std::string cell_text();
  std::string number_text() const;
  void note(FindingCode code);

  const Book& book_;
  TableLimits limits_;
  TableRow row_;
  int last_row_ = 0;
  bool in_row_ = false;
  std::size_t row_bytes_ = 0;
  // The open cell
  bool in_cell_ = false;
  std::size_t column_ = 0;
  std::string type_;  // "t": s, inlineStr, str, b, e, n, d
  int style_ = 0;
  std::string value_;
  bool in_value_ = false;
  int phonetic_ = 0;
};

}  // namespace cm
