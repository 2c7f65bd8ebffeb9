// Goal: whatever program wrote the file, its rows are read; whatever is wrong with it, it ends with
// a finding. Method: bytes in pieces of several sizes, rows out.
#include "shared/domain/exchange/table_file.h"

#include <doctest/doctest.h>

#include "shared/base/random.h"
#include "shared/base/utf8.h"
#include "shared/domain/exchange/csv.h"
#include "shared/domain/exchange/csv_dialect.h"
#include "shared/domain/exchange/xlsx/cell_value.h"
#include "shared/domain/exchange/xlsx/xlsx_writer.h"
#include "tests/unit/domain/exchange/workbooks.h"

using namespace cm;
using namespace cm::test;
using namespace std::string_literals;

namespace {

struct Read {
  std::vector<TableRow> rows;
  std::string problem;  // code, or ""
  Encoding encoding = Encoding::Utf8;
  char delimiter = ',';
  TableFormat format = TableFormat::Unknown;

  // "a|b / c|d"
  std::string text() const {
    std::string all;
    for (const TableRow& row : rows) {
      if (!all.empty()) all += " / ";
      for (std::size_t i = 0; i < row.cells.size(); ++i)
        all.append(i ? "|" : "").append(row.cells[i]);
    }
    return all;
  }
};

Read read_file(const std::string& bytes, TableOptions options = {}, std::size_t piece = 1 << 20) {
  TableFile file(options);
  Read read;
  TableRow row;
  const auto take_rows = [&] {
    for (;;) {
      const RowResult result = file.next(row);
      if (result == RowResult::Row) read.rows.push_back(row);
      if (result == RowResult::NeedMore || result == RowResult::End) return;
    }
  };
  for (std::size_t at = 0; at < bytes.size(); at += piece) {
    file.feed(std::string_view(bytes).substr(at, piece));
    take_rows();
  }
  file.finish();
  take_rows();
  CHECK(file.next(row) == RowResult::End);
  if (file.problem()) read.problem = finding_kind(*file.problem()).name;
  read.encoding = file.encoding();
  read.delimiter = file.delimiter();
  read.format = file.format();
  return read;
}

std::string utf16(std::string_view text, bool little, bool mark) {
  std::string bytes;
  const auto put = [&](std::uint32_t unit) {
    const char high = static_cast<char>(unit >> 8), low = static_cast<char>(unit & 255);
    bytes += little ? low : high;
    bytes += little ? high : low;
  };
  if (mark) put(0xfeff);
  for (const std::uint32_t code_point : decode_utf8(text)) {
    if (code_point < 0x10000) {
      put(code_point);
    } else {
      put(0xd800 + ((code_point - 0x10000) >> 10));
      put(0xdc00 + ((code_point - 0x10000) & 0x3ff));
    }
  }
  return bytes;
}

}  // namespace

TEST_CASE("table_file: every encoding is found out, in pieces of any size") {
  const std::string text = "Name,City\nश्री राम 😀,\"Pune\nWest\"\nCafé Möller,Goa\n";
  const std::string expected = "Name|City / श्री राम 😀|Pune\nWest / Café Möller|Goa";
  struct Case {
    const char* what;
    std::string bytes;
    Encoding encoding;
  };
  for (const auto& [what, bytes, encoding] :
       {Case{"utf-8", text, Encoding::Utf8},
        Case{"with mark", "\xef\xbb\xbf" + text, Encoding::Utf8},
        Case{"utf-16le", utf16(text, true, true), Encoding::Utf16Le},
        Case{"utf-16be", utf16(text, false, true), Encoding::Utf16Be},
        Case{"utf-16le without mark", utf16(text, true, false), Encoding::Utf16Le},
        Case{"utf-16be without mark", utf16(text, false, false), Encoding::Utf16Be}}) {
    for (const std::size_t piece : {1u, 2u, 3u, 7u, 1000u}) {
      CAPTURE(what);
      CAPTURE(piece);
      const Read read = read_file(bytes, {}, piece);
      CHECK(read.text() == expected);
      CHECK(read.encoding == encoding);
      CHECK(read.problem.empty());
      for (const TableRow& row : read.rows) CHECK(row.findings.empty());
    }
  }
}

TEST_CASE("table_file: Windows-1252 is found out, and can be said") {
  const std::string bytes = "Name,Notes\nCaf\xe9 M\xf6ller,\x93quoted\x94 \x80 5\nRos\xe9,x\n";
  for (const std::size_t piece : {1u, 5u, 1000u}) {
    const Read read = read_file(bytes, {}, piece);
    CHECK(read.encoding == Encoding::Windows1252);
    CHECK(read.text() == "Name|Notes / Café Möller|“quoted” € 5 / Rosé|x");
  }
  TableOptions options;
  options.encoding = Encoding::Windows1252;
  CHECK(read_file("\xc3\xa9,\x81\n", options).text() == "Ã©|\xff");
  CHECK(read_file("\xc3\xa9,b\n").text() == "é|b");
  options.encoding = Encoding::Utf8;
  CHECK(read_file("Caf\xe9\n", options).rows[0].findings[0].code == "row.bad_utf8");
}

TEST_CASE(
    "table_file: what no encoding explains is a finding of its row, and the others are read") {
  const Read broken = read_file("Name\nGood\nBad \xff\nश्री\n");
  REQUIRE(broken.rows.size() == 4);
  CHECK(broken.rows[1].findings.empty());
  CHECK(broken.rows[2].findings.at(0).code == "row.bad_utf8");
  CHECK(broken.rows[3].findings.empty());
  // A lone surrogate, and half a unit at the end.
  const std::string units(
      "a\0\x00\xd8"
      "b\0\n\0c\0\n\0d",
      13);
  const Read lone = read_file("\xff\xfe" + units);
  REQUIRE(lone.rows.size() == 3);
  CHECK(lone.rows[0].findings.at(0).code == "row.bad_utf8");
  CHECK(lone.rows[1].findings.empty());
  CHECK(lone.rows[2].findings.at(0).code == "row.bad_utf8");
}

TEST_CASE("table_file: the delimiter is found out, and can be said") {
  struct Case {
    std::string bytes;
    char delimiter;
    std::string text;
  };
  for (const auto& [bytes, delimiter, text] :
       {Case{"Name;Limit\nA;1,20,000\nB;5,00,000.50\n", ';',
             "Name|Limit / A|1,20,000 / B|5,00,000.50"},
        Case{"Name\tCity\nA, B\tPune\n", '\t', "Name|City / A, B|Pune"},
        Case{"Name,Notes\nA,x;y;z\nB,\"p;q,r\"\n", ',', "Name|Notes / A|x;y;z / B|p;q,r"},
        Case{"Customers of Acme, Pune\n\nName;Phone\nA;1\nB;2\n", ';',
             "Customers of Acme, Pune /  / Name|Phone / A|1 / B|2"},
        Case{"Name\nA\n", ',', "Name / A"}, Case{"sep=;\nName;City\nA;B\n", ';', "Name|City / A|B"},
        Case{"sep=,\nName,City\nA,B\n", ',', "Name|City / A|B"},
        Case{"Name|City\nA|B\n", '|', "Name|City / A|B"}}) {
    CAPTURE(bytes);
    const Read read = read_file(bytes);
    CHECK(read.delimiter == delimiter);
    CHECK(read.text() == text);
  }
  TableOptions options;
  options.delimiter = ';';
  CHECK(read_file("a,b;c\n", options).text() == "a,b|c");
  CHECK(parse_delimiter("tab") == '\t');
  CHECK_FALSE(parse_delimiter("x"));
}

TEST_CASE("table_file: a file over the limit ends with what was whole") {
  TableOptions options;
  options.limits.file_bytes_max = 10;
  const Read read = read_file("Name\nAsha\nBina\n", options);
  CHECK(read.text() == "Name / Asha");
  CHECK(read.problem == "file.too_large");
}

TEST_CASE("xlsx: texts, numbers, dates, percentages and yes/no are read as they are seen") {
  const std::string bytes = book_of(
      "<row r='1'><c r='A1' t='s'><v>0</v></c><c r='C1' t='inlineStr'><is><r><t>GST</t></r><r><t>IN"
      "</t></r></is></c></row>"
      "<row r='3'><c r='A3' t='s'><v>1</v></c><c r='B3'><v>9.87654321E9</v></c>"
      "<c r='C3' t='str'><f>A1</f><v>27AAB</v></c><c r='D3' s='1'><v>46348</v></c>"
      "<c r='E3' s='2'><v>46348.75</v></c><c r='F3' s='3'><v>2.5000000000000001E-2</v></c>"
      "<c r='G3' t='b'><v>1</v></c><c r='H3'><v>0.30000000000000004</v></c>"
      "<c r='I3' t='d'><v>2026-11-22T00:00:00</v></c><c r='J3'><v>411026</v></c></row>",
      "<si><t>Name</t></si><si><r><t>Asha &amp; </t></r><rPh><t>no</t></rPh><r><t "
      "xml:space='preserve'>Sons"
      "_x000D_</t></r></si>",
      "<numFmt numFmtId='170' formatCode='[$-409]dd\\-mmm\\-yy;@'/><numFmt numFmtId='171' "
      "formatCode='0.00%'/>",
      "<xf/><xf numFmtId='14'/><xf numFmtId='170'/><xf numFmtId='171'/>");
  for (const std::size_t piece : {100u, 100000u}) {
    const Read read = read_file(bytes, {}, piece);
    CHECK(read.problem.empty());
    CHECK(read.format == TableFormat::Xlsx);
    REQUIRE(read.rows.size() == 2);
    CHECK(read.text() ==
          "Name||GSTIN / Asha & Sons\r|9876543210|27AAB|2026-11-22|2026-11-22|2.5%|Yes|0.3|"
          "2026-11-22|411026");
    CHECK(read.rows[1].number == 3);
  }
  const Read old = read_file(book_of("<row><c s='1'><v>44886</v></c></row>", "", "",
                                     "<xf/><xf numFmtId='14'/>", "date1904='1'"));
  CHECK(old.text() == "2026-11-22");
}

TEST_CASE("xlsx: long numbers never become 9.87E+09") {
  for (const auto& [stored, shown] : {std::pair("9.8765432100000000E+9", "9876543210"),
                                      {"9876543210", "9876543210"},
                                      {"1E3", "1000"},
                                      {"1.1000000000000001", "1.1"},
                                      {"-2.5E-3", "-0.0025"},
                                      {"0", "0"},
                                      {"-0", "0"},
                                      {"919876543210", "919876543210"},
                                      {"1.2345678901234568E+17", "123456789012346000"},
                                      {"0.99999999999999989", "1"},
                                      {"1234.50", "1234.5"},
                                      {"abc", "abc"},
                                      {"1e999", "1e999"},
                                      {"", ""},
                                      {".5", "0.5"},
                                      {"1.2.3", "1.2.3"},
                                      {"12345678901234567890", "12345678901234567890"}}) {
    CAPTURE(stored);
    CHECK(plain_number(stored) == shown);
  }
  CHECK(number_shown("dd/mm/yyyy") == NumberShown::Date);
  CHECK(number_shown("#,##0.00\\ \"d\"") == NumberShown::Plain);
  CHECK(number_shown("[Red]0") == NumberShown::Plain);
  CHECK(date_of_serial("60", DateSystem::From1900) == std::nullopt);
  CHECK(date_of_serial("61", DateSystem::From1900) == "1900-03-01");
  CHECK(serial_of_date("2026-11-22") == 46348);
}

TEST_CASE("xlsx: what is written is read again, whatever the text") {
  XlsxWriter writer("Customers: [all]?");
  writer.write_header({"Name", "Phone", "Limit", "Since"});
  const std::vector<std::vector<std::string>> rows = {
      {"=HYPERLINK(\"x\")", "09876543210", "1234.50", "2026-11-22"},
      {"<b> & \"q\" _x0041_ \x01\r\n\ttab", "+442079460000", "-5", "not a date"},
      {"श्री 😀", "", "99999999999999999", "1900-01-05"},
      {"'=mark", "  spaces  ", "0012", ""}};
  for (const auto& row : rows)
    writer.write_row(row, {CellKind::Text, CellKind::Text, CellKind::Number, CellKind::Date});
  const std::string bytes = writer.finish();
  const Read read = read_file(bytes);
  REQUIRE(read.rows.size() == 5);
  CHECK(read.problem.empty());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t cell = 0; cell < 4; ++cell) {
      CAPTURE(i);
      CAPTURE(cell);
      const std::string& back =
          cell < read.rows[i + 1].cells.size() ? read.rows[i + 1].cells[cell] : "";
      CHECK(back == (rows[i][cell] == "1234.50" ? "1234.5" : rows[i][cell]));
    }
  }
}

TEST_CASE("xlsx: damaged, hostile and foreign files end with a finding") {
  const std::string row = "<row r='1'><c r='A1'><v>1</v></c></row>";
  Parts no_sheet = book_parts(row), bomb = book_parts(row), entities = book_parts(row);
  no_sheet.pop_back();
  bomb.back().second =
      "<worksheet><sheetData>" + std::string(8u << 20, ' ') + row + "</sheetData></worksheet>";
  entities.back().second = "<!DOCTYPE worksheet [<!ENTITY a 'x'>]>" + entities.back().second;
  Parts deep = book_parts("");
  for (int i = 0; i < 5000; ++i) deep.back().second.insert(0, "<a>");
  std::string flipped = book_of(row);
  flipped[flipped.size() / 2] = static_cast<char>(flipped[flipped.size() / 2] ^ 0x55);
  struct Case {
    const char* what;
    std::string bytes;
    std::string problem;
  };
  for (const auto& [what, bytes, problem] :
       {Case{"only a head", "PK\x03\x04", "file.damaged"},
        Case{"no sheet", zip_of(no_sheet), "file.damaged"},
        Case{"another archive", zip_of({{"readme.txt", "hello"}}), "file.damaged"},
        Case{"a bomb", zip_of(bomb), "file.unpacks_too_large"},
        Case{"entities", zip_of(entities), "file.damaged"},
        Case{"nested deep", zip_of(deep), "file.damaged"},
        Case{"cut", book_of(row).substr(0, 900), "file.damaged"},
        Case{"an old workbook", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 and more", "file.damaged"}}) {
    CAPTURE(what);
    CHECK(read_file(bytes).problem == problem);
  }
  TableLimits limits;
  limits.file_bytes_max = 100;
  TableOptions options;
  options.limits = limits;
  CHECK(read_file(book_of(row), options).problem == "file.too_large");
  const Read cells = read_file(book_of(
      "<row><c r='ZZZ1'><v>1</v></c><c t='s'><v>77</v></c><c t='e'><v>#REF!</v></c></row>"));
  const Findings& findings = cells.rows.at(0).findings;
  REQUIRE(findings.size() == 2);
  CHECK(findings[0].code == "row.too_long");
  CHECK(findings[1].code == "row.cell_error");
}

TEST_CASE("table_file: ten thousand damaged files end, and never crash") {
  SeededRandom random(20261122);
  const std::string good = book_of(
      "<row r='1'><c r='A1' t='s'><v>0</v></c></row><row r='2'><c r='B2'><v>12</v></c></row>",
      "<si><t>Name</t></si>");
  for (int i = 0; i < 10'000; ++i) {
    std::string bytes = i % 2 ? good : utf16("Name;\"Phone\"\nश्री;1\n", i % 4 == 0, i % 3 == 0);
    for (std::size_t flips = 1 + random.below(6); flips > 0; --flips)
      bytes[random.below(bytes.size())] = static_cast<char>(random.below(256));
    if (random.below(4) == 0) bytes.resize(random.below(bytes.size()));
    const Read read = read_file(bytes, {}, 1 + random.below(400));
    CHECK(read.rows.size() < 1000);
  }
}
