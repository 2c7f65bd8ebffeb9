#include "shared/domain/exchange/xlsx/sheet_parts.h"

namespace cm {
namespace {

constexpr std::size_t kPartsMax = 10'000;
constexpr std::size_t kTextsMax = 4'000'000;

}  // namespace

int number_in(std::string_view text) {
  if (text.empty() || text.size() > 9) return -1;
  int number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    number = number * 10 + (c - '0');
  }
  return number;
}

void RelationsSink::begin_element(std::string_view name, const XmlAttributes& attributes) {
  if (name != "Relationship" || relations.size() >= kPartsMax) return;
  const std::string_view type = attributes.get("Type");
  relations.push_back({std::string(attributes.get("Id")),
                       std::string(type.substr(type.rfind('/') + 1)),
                       std::string(attributes.get("Target"))});
}

void WorkbookSink::begin_element(std::string_view name, const XmlAttributes& attributes) {
  if (name == "workbookPr") {
    const std::string_view from_1904 = attributes.get("date1904");
    if (from_1904 == "1" || from_1904 == "true") dates = DateSystem::From1904;
  }
  if (name != "sheet" || sheet_is_visible_) return;
  const bool visible = attributes.find("state").value_or("visible") == "visible";
  if (!visible && !sheet_relation.empty()) return;
  sheet_relation = attributes.get("id");
  sheet_is_visible_ = visible;
}

void SharedTextsSink::begin_element(std::string_view name, const XmlAttributes&) {
  if (name == "si") text_.clear();
  if (name == "rPh") ++phonetic_;
  in_text_ = name == "t" && phonetic_ == 0;
}

void SharedTextsSink::end_element(std::string_view name) {
  in_text_ = false;
  if (name == "rPh") --phonetic_;
  if (name == "si" && texts.size() < kTextsMax) texts.push_back(decode_escapes(text_));
}

void SharedTextsSink::take_text(std::string_view text) {
  if (in_text_ && text_.size() <= text_bytes_max_) text_.append(text);
}

void StylesSink::begin_element(std::string_view name, const XmlAttributes& attributes) {
  if (name == "numFmt" && custom_.size() < kPartsMax) {
    custom_[number_in(attributes.get("numFmtId"))] = number_shown(attributes.get("formatCode"));
  } else if (name == "cellXfs") {
    in_cell_styles_ = true;
  } else if (name == "xf" && in_cell_styles_ && shown.size() < kPartsMax * 10) {
    const int format = number_in(attributes.find("numFmtId").value_or("0"));
    const auto custom = custom_.find(format);
    shown.push_back(custom == custom_.end() ? number_shown(format) : custom->second);
  }
}

void StylesSink::end_element(std::string_view name) {
  if (name == "cellXfs") in_cell_styles_ = false;
}

}  // namespace cm
