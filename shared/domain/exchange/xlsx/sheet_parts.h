// The parts of a workbook that a worksheet's cells point to: its list of parts, shared texts,
// formats.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "shared/domain/exchange/xlsx/cell_value.h"
#include "shared/domain/exchange/xlsx/xml_parser.h"

namespace cm {

// _rels/.rels and its likes: which part is what.
class RelationsSink final : public XmlSink {
 public:
  struct Relation {
    std::string id;
    std::string kind;    // the last word of the type: "officeDocument", "worksheet", "styles"
    std::string target;  // as written: relative to the part's folder, or from the root with a /
  };
  void begin_element(std::string_view name, const XmlAttributes& attributes) override;
  void end_element(std::string_view) override {}
  void take_text(std::string_view) override {}
  std::vector<Relation> relations;
};

// xl/workbook.xml: the first sheet that is not hidden, and from when days are counted.
class WorkbookSink final : public XmlSink {
 public:
  void begin_element(std::string_view name, const XmlAttributes& attributes) override;
  void end_element(std::string_view) override {}
  void take_text(std::string_view) override {}
  std::string sheet_relation;  // id; empty when there is no sheet
  DateSystem dates = DateSystem::From1900;

 private:
  bool sheet_is_visible_ = false;
};

// xl/sharedStrings.xml. A text's runs are joined; how it is read aloud (phonetic runs) is left out.
class SharedTextsSink final : public XmlSink {
 public:
  explicit SharedTextsSink(std::size_t text_bytes_max) : text_bytes_max_(text_bytes_max) {}
  void begin_element(std::string_view name, const XmlAttributes& attributes) override;
  void end_element(std::string_view name) override;
  void take_text(std::string_view text) override;
  std::vector<std::string> texts;

 private:
  std::size_t text_bytes_max_;
  std::string text_;
  bool in_text_ = false;
  int phonetic_ = 0;
};

// xl/styles.xml: how the numbers of each cell style are shown.
class StylesSink final : public XmlSink {
 public:
  void begin_element(std::string_view name, const XmlAttributes& attributes) override;
  void end_element(std::string_view name) override;
  void take_text(std::string_view) override {}
  std::vector<NumberShown> shown;  // by the number in a cell's "s"

 private:
  std::map<int, NumberShown> custom_;
  bool in_cell_styles_ = false;
};

// A number in an attribute; -1 when it is none or has more than nine digits.
int number_in(std::string_view text);

}  // namespace cm
