#include "tests/support/walkthrough_customers.h"

#include <fstream>
#include <iterator>

#include "shared/base/ensure.h"
#include "shared/domain/exchange/csv.h"
#include "shared/domain/quick_entry.h"

namespace cm::test {
namespace {

std::string name_of_label(const std::string& label) {
  for (const QuickField& field : quick_fields()) {
    if (field.label == label) return std::string(field.name);
  }
  ENSURE(false, "the fixture's headings are the form's labels");
  return {};
}

Boxes read_customer(std::size_t row) {
  std::ifstream file(CM_WALKTHROUGH_CSV, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  const std::vector<CsvRow> rows = read_csv(text);
  ENSURE(rows.size() == 3, "the fixture has a heading and two customers");
  Boxes boxes;
  for (std::size_t i = 0; i < rows[0].cells.size(); ++i) {
    const std::string& cell = rows[row].cells.at(i);
    if (!cell.empty()) boxes.emplace_back(name_of_label(rows[0].cells[i]), cell);
  }
  return boxes;
}

}  // namespace

const Boxes& sai_engineering() {
  static const Boxes boxes = read_customer(1);
  return boxes;
}

const Boxes& anita_sharma() {
  static const Boxes boxes = read_customer(2);
  return boxes;
}

}  // namespace cm::test
