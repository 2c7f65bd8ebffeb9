// Workbooks as other programs write them, made from their parts.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "shared/domain/exchange/xlsx/zip_writer.h"

namespace cm::test {

using Parts = std::vector<std::pair<std::string, std::string>>;

inline std::string zip_of(const Parts& parts) {
  ZipWriter zip;
  for (const auto& [name, content] : parts) {
    zip.begin(name);
    zip.write(content);
  }
  return zip.finish();
}

// A workbook with these rows ("<row>…</row>"), shared texts ("<si>…</si>") and cell styles ("<xf
// …/>").
inline Parts book_parts(const std::string& rows, const std::string& texts = "",
                        const std::string& formats = "", const std::string& styles = "<xf/>",
                        const std::string& properties = "") {
  const std::string office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
  return {
      {"_rels/.rels", "<Relationships><Relationship Id='r1' Type='" + office +
                          "officeDocument' Target='xl/workbook.xml'/></Relationships>"},
      {"xl/workbook.xml", "<workbook xmlns:r='r'><workbookPr " + properties +
                              "/><sheets><sheet name='Hidden' state='hidden' r:id='r9'/>"
                              "<sheet name='Customers' r:id='r1'/></sheets></workbook>"},
      {"xl/_rels/workbook.xml.rels",
       "<Relationships><Relationship Id='r9' Type='" + office +
           "worksheet' Target='worksheets/hidden.xml'/><Relationship Id='r1' Type='" + office +
           "worksheet' Target='worksheets/sheet1.xml'/><Relationship Id='r2' Type='" + office +
           "sharedStrings' Target='sharedStrings.xml'/><Relationship Id='r3' Type='" + office +
           "styles' Target='/xl/styles.xml'/></Relationships>"},
      {"xl/sharedStrings.xml", "<sst>" + texts + "</sst>"},
      {"xl/styles.xml", "<styleSheet><numFmts>" + formats +
                            "</numFmts><cellStyleXfs><xf numFmtId='14'/>"
                            "</cellStyleXfs><cellXfs>" +
                            styles + "</cellXfs></styleSheet>"},
      {"xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>"}};
}

inline std::string book_of(const std::string& rows, const std::string& texts = "",
                           const std::string& formats = "", const std::string& styles = "<xf/>",
                           const std::string& properties = "") {
  return zip_of(book_parts(rows, texts, formats, styles, properties));
}

}  // namespace cm::test
