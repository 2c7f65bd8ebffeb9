// Goal: any bytes are read without harm, and what is written is read back the same and runs
// nowhere.
#include "shared/domain/exchange/csv.h"

#include <doctest/doctest.h>

#include "shared/base/random.h"

using namespace cm;
using namespace std::string_literals;
using Cells = std::vector<std::string>;

namespace {

// "a|b;c" = two rows.
std::string shown(const std::vector<CsvRow>& rows) {
  std::string text;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (i) text += ';';
    for (std::size_t k = 0; k < rows[i].cells.size(); ++k)
      text.append(k ? "|" : "").append(rows[i].cells[k]);
  }
  return text;
}

bool has_code(const CsvRow& row, std::string_view code) {
  for (const Finding& finding : row.findings) {
    if (finding.code == code) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("csv: reads RFC 4180 and what programs make of it") {
  struct Case {
    std::string bytes, rows;
  };
  for (const auto& [bytes, rows] : {
           Case{"a,b\r\nc,d\r\n", "a|b;c|d"},
           Case{"a,b\nc,d", "a|b;c|d"},
           Case{"a,b\rc,d\r", "a|b;c|d"},
           Case{"\xef\xbb\xbf"
                "a,b",
                "a|b"},
           Case{"\"a,b\",c", "a,b|c"},
           Case{"\"a\"\"b\"", "a\"b"},
           Case{"\"a\r\nb\",c\nd,e", "a\r\nb|c;d|e"},
           Case{"a,,\n,", "a||;|"},
           Case{"\"\"", ""},
           Case{"a\"b,c", "a\"b|c"},
           Case{" a , b ", " a | b "},
           Case{"a;b", "a;b"},
           Case{"a\n\nb", "a;;b"},
           Case{"\r\n\r\n", ";"},
           Case{"", ""},
           Case{"श,शर्मा", "श|शर्मा"},
           Case{"\xef\xbb\xbf", ""},
           Case{"\xef\xbb", "\xef\xbb"},
       }) {
    CAPTURE(bytes);
    CHECK(shown(read_csv(bytes)) == rows);
  }
}

TEST_CASE("csv: gives the same rows whatever the pieces") {
  const std::string bytes =
      "\xef\xbb\xbf"
      "a,\"b\r\n\"\"x\"\"\"\r\n\r\nc,=d\r'+e,\"f\"\n";
  const std::string whole = shown(read_csv(bytes));
  for (std::size_t size = 1; size < bytes.size(); ++size) {
    std::vector<CsvRow> rows;
    CsvReader reader([&](CsvRow&& row) { rows.push_back(std::move(row)); });
    for (std::size_t at = 0; at < bytes.size(); at += size)
      reader.feed(std::string_view(bytes).substr(at, size));
    reader.finish();
    CHECK(shown(rows) == whole);
  }
}

TEST_CASE("csv: a blank line has no cells, an empty quoted cell is one") {
  const auto rows = read_csv("a\n\n\"\"\n");
  REQUIRE(rows.size() == 3);
  CHECK(rows[1].cells.empty());
  CHECK(rows[2].cells == Cells{""});
}

TEST_CASE("csv: says what cannot be trusted") {
  CHECK(has_code(read_csv("\"a\nb,c\n")[0], "row.quote"));
  CHECK(has_code(read_csv("\"a\"b,c\n")[0], "row.quote"));
  CHECK(has_code(read_csv("a\xff,b\n")[0], "row.bad_utf8"));
  CHECK(has_code(read_csv("\"\xed\xa0\x80\",b\n")[0], "row.bad_utf8"));
  CHECK(read_csv("good,row\n")[0].findings.empty());
  const auto rows = read_csv("bad\xff\ngood\n");
  CHECK(rows[1].findings.empty());
}

TEST_CASE("csv: rows and files have bounds, and the next row is whole again") {
  CsvLimits limits;
  limits.row_bytes_max = 100;
  limits.cells_max = 5;
  auto rows = read_csv(std::string(100'000, 'x') + "\nshort,row\n", limits);
  REQUIRE(rows.size() == 2);
  CHECK(has_code(rows[0], "row.too_long"));
  CHECK(rows[0].cells[0].size() <= 100);
  CHECK(rows[1].cells == Cells{"short", "row"});
  rows = read_csv("1,2,3,4,5,6,7\nok\n", limits);
  CHECK(has_code(rows[0], "row.too_long"));
  CHECK(rows[0].cells.size() == 5);
  CHECK(rows[1].findings.empty());
  limits.file_bytes_max = 10;
  int seen = 0;
  CsvReader reader([&](CsvRow&&) { ++seen; }, limits);
  reader.feed("a\nb\nc\nd\ne\nf\ng\n");
  CHECK(reader.too_large());
  CHECK(seen == 5);
}

TEST_CASE("csv: a cell that would run as a formula is made inert, and comes back as it was") {
  struct Case {
    std::string cell, written;
  };
  for (const auto& [cell, written] : {
           Case{"=1+1", "'=1+1"},
           Case{"+919876543210", "'+919876543210"},
           Case{"@SUM(A1)", "'@SUM(A1)"},
           Case{"-cmd|x", "'-cmd|x"},
           Case{"\tx", "'\tx"},
           Case{"\rx", "\"'\rx\""},
           Case{"'=1", "''=1"},
           Case{"''=1", "'''=1"},
           Case{"-12.50", "-12.50"},
           Case{"-", "'-"},
           Case{"-1+1", "'-1+1"},
           Case{"'quoted'", "'quoted'"},
           Case{"plain", "plain"},
           Case{"a=b", "a=b"},
           Case{"'", "'"},
       }) {
    CAPTURE(cell);
    CHECK(write_csv_row({cell}) == written + "\r\n");
    const auto rows = read_csv(write_csv_row({cell}));
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].cells == Cells{cell});
    CHECK(take_off_inert_mark(make_inert(cell)) == cell);
  }
}

TEST_CASE("csv: any cells of text come back, and no written cell starts a formula") {
  SeededRandom random(4180);
  const std::string_view pieces[] = {"=",  "+",  "-", "@", "'", "\"", ",", "\r",
                                     "\n", "\t", " ", "a", "1", ".",  "श", "\r\n"};
  for (int round = 0; round < 5000; ++round) {
    Cells cells(1 + random.below(4));
    for (std::string& cell : cells) {
      for (std::uint64_t k = random.below(6); k > 0; --k)
        cell += pieces[random.below(std::size(pieces))];
    }
    const std::string line = write_csv_row(cells);
    CAPTURE(line);
    const auto rows = read_csv(line);
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].cells == cells);
    CHECK(rows[0].findings.empty());
  }
}

TEST_CASE("csv: ten thousand hostile rows do no harm and stay bounded") {
  SeededRandom random(20261122);
  std::string bytes;
  for (int row = 0; row < 10'000; ++row) {
    for (std::uint64_t k = random.below(60); k > 0; --k) {
      const std::uint64_t kind = random.below(8);
      if (kind == 0)
        bytes += "\"";
      else if (kind == 1)
        bytes += ",";
      else if (kind == 2)
        bytes += std::string(random.below(300), static_cast<char>(random.below(256)));
      else
        bytes += static_cast<char>(random.below(256));
    }
    bytes += random.below(3) ? "\n" : "\r\n";
  }
  CsvLimits limits;
  limits.row_bytes_max = 4096;
  std::size_t rows = 0, longest = 0;
  CsvReader reader(
      [&](CsvRow&& row) {
        ++rows;
        std::size_t size = 0;
        for (const std::string& cell : row.cells) size += cell.size();
        longest = std::max(longest, size);
        CHECK(row.cells.size() <= limits.cells_max);
      },
      limits);
  for (std::size_t at = 0; at < bytes.size(); at += 4096)
    reader.feed(std::string_view(bytes).substr(at, 4096));
  reader.finish();
  CHECK(rows > 100);
  CHECK(longest <= limits.row_bytes_max);
}
