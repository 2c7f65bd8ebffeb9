#include "shared/domain/exchange/xlsx/xlsx_writer.h"

#include "shared/base/utf8.h"
#include "shared/domain/exchange/csv.h"
#include "shared/domain/exchange/xlsx/cell_value.h"

namespace cm {
namespace {

constexpr std::size_t kHeldMax = 64u << 10;
constexpr std::size_t kCellCodePointsMax = 32'767;  // a spreadsheet's own limit
constexpr std::size_t kNameCodePointsMax = 31;
constexpr std::size_t kNumberDigitsMax = 15;  // more would be rounded

constexpr std::string_view kHead =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr std::string_view kContentTypes =
    R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>)";
constexpr std::string_view kRootRelations =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>)";
constexpr std::string_view kBookRelations =
    R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>)";
// Cell styles: 0 plain, 1 heading, 2 date, 3 text that a spreadsheet must go on taking as text when
// it is edited (quotePrefix), 4 text (format @).
constexpr int kPlain = 0, kHeading = 1, kDate = 2, kQuoted = 3, kText = 4;
constexpr std::string_view kStyles =
    R"(<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd\-mm\-yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" quotePrefix="1"/><xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>)";
constexpr std::string_view kSheetHead =
    R"(<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15" defaultColWidth="18"/><sheetData>)";

// XML holds no control characters but tab and line ends; what cannot be written is escaped.
void append_xml(std::string& out, std::string_view text) {
  for (const char c : encode_escapes(text)) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else if (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n')
      out.append("_x00").append({"0123456789ABCDEF"[c >> 4], "0123456789ABCDEF"[c & 15], '_'});
    else
      out += c;
  }
}

// Valid, within a spreadsheet's limit, and without the two code points that XML refuses.
std::string cell_text(std::string_view text) {
  std::string clean = is_valid_utf8(text) ? std::string(text) : to_valid_utf8(text);
  for (const std::string_view refused : {"\xef\xbf\xbe", "\xef\xbf\xbf"}) {
    for (std::size_t at = clean.find(refused); at != std::string::npos;
         at = clean.find(refused, at))
      clean.replace(at, 3, "\xef\xbf\xbd");
  }
  if (clean.size() <= kCellCodePointsMax || count_code_points(clean) <= kCellCodePointsMax)
    return clean;
  std::string cut;
  std::size_t count = 0;
  for (const std::uint32_t code_point : decode_utf8(clean)) {
    if (++count > kCellCodePointsMax) break;
    append_utf8(cut, code_point);
  }
  return cut;
}

bool is_number(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  const std::size_t digits = text.size() - (text.find('.') == std::string_view::npos ? 0 : 1);
  return digits > 0 && digits <= kNumberDigitsMax && text.front() != '.' && text.back() != '.' &&
         text.find_first_not_of("0123456789.") == std::string_view::npos &&
         text.find('.') == text.rfind('.') &&
         (text.size() == 1 || text[0] != '0' || text[1] == '.');
}

std::string sheet_name_of(const std::string& wanted) {
  std::string name;
  std::size_t count = 0;
  for (const std::uint32_t code_point : decode_utf8(to_valid_utf8(clean_text(wanted)))) {
    const bool refused =
        code_point < 0x80 &&
        std::string_view("[]:*?/\\'").find(static_cast<char>(code_point)) != std::string_view::npos;
    if (++count <= kNameCodePointsMax) append_utf8(name, refused ? ' ' : code_point);
  }
  return clean_text(name).empty() ? "Sheet1" : clean_text(name);
}

}  // namespace

XlsxWriter::XlsxWriter(const std::string& sheet_name) : sheet_name_(sheet_name_of(sheet_name)) {
  zip_.begin("xl/worksheets/sheet1.xml");
  held_.append(kHead).append(kSheetHead);
}

void XlsxWriter::write_header(const std::vector<std::string>& headings) {
  write_cells(headings, {}, kHeading);
}

void XlsxWriter::write_row(const std::vector<std::string>& cells,
                           const std::vector<CellKind>& kinds) {
  write_cells(cells, kinds, kPlain);
}

void XlsxWriter::write_cells(const std::vector<std::string>& cells,
                             const std::vector<CellKind>& kinds, int style) {
  const std::string row = std::to_string(++row_);
  held_.append("<row r=\"").append(row).append("\">");
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].empty()) continue;
    const CellKind kind = i < kinds.size() ? kinds[i] : CellKind::Text;
    const auto date = kind == CellKind::Date ? serial_of_date(cells[i]) : std::nullopt;
    held_.append("<c r=\"").append(column_letters(i)).append(row).append("\" s=\"");
    if (date || (kind == CellKind::Number && is_number(cells[i]))) {
      held_.append(std::to_string(date ? kDate : style)).append("\"><v>");
      held_.append(date ? std::to_string(*date) : cells[i]).append("</v></c>");
      continue;
    }
    const bool quoted = make_inert(cells[i]) != cells[i];
    held_.append(std::to_string(style != kPlain ? style : quoted ? kQuoted : kText));
    held_.append("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
    append_xml(held_, cell_text(cells[i]));
    held_.append("</t></is></c>");
  }
  held_.append("</row>");
  flush(kHeldMax);
}

void XlsxWriter::flush(std::size_t above) {
  if (held_.size() <= above) return;
  zip_.write(held_);
  held_.clear();
}

std::string XlsxWriter::finish() {
  held_.append("</sheetData></worksheet>");
  flush(0);
  const auto add = [&](const std::string& name, std::string_view content) {
    zip_.begin(name);
    zip_.write(std::string(kHead).append(content));
  };
  std::string book =
      R"(<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name=")";
  append_xml(book, sheet_name_);
  book += R"(" sheetId="1" r:id="rId1"/></sheets></workbook>)";
  add("xl/workbook.xml", book);
  add("xl/_rels/workbook.xml.rels", kBookRelations);
  add("xl/styles.xml", kStyles);
  add("_rels/.rels", kRootRelations);
  add("[Content_Types].xml", kContentTypes);
  return zip_.finish();
}

}  // namespace cm
