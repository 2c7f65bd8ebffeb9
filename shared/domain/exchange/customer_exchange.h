// Customers in and out of a CSV file whose columns are the labels of the customer form.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "shared/domain/exchange/csv.h"
#include "shared/domain/exchange/customer_directory.h"
#include "shared/domain/quick_entry.h"

namespace cm {

// --- Out ---
// "Code", then the labels of quick_fields.
std::vector<std::string> export_header();
std::vector<std::string> export_cells(const CustomerSheet& sheet);

// --- In ---
enum class Outcome { New, Update, Unchanged, Error };
std::string_view outcome_name(Outcome outcome);  // "new", "update", "unchanged", "error"

struct RowOutcome {
  int row = 0;  // 2 = the first line after the header
  Outcome outcome = Outcome::Error;
  Findings findings;
};

// Writes the changes of one row as one save. The directory must see them when it returns.
using ChangeSink = std::function<void(const std::vector<Change>&)>;

// Which column holds which box. Labels and names match without regard to case, spaces and punctuation.
struct HeaderMap {
  std::vector<std::string> boxes;  // per column: a QuickField name, "code", "id", or "" (a blank heading)
  Findings findings;               // unknown, doubled or missing columns; with an error nothing is imported
};
HeaderMap map_header(const std::vector<std::string>& header);

// Reads one file, row after row. Rows are matched with the master and with earlier rows of the same
// file (README: "How a row finds its customer"). A blank cell, and a missing column, leaves what stands. Warnings are
// accepted, those that need a reason with the reason "import"; errors refuse the row and nothing of it is kept.
class CustomerImport {
 public:
  struct Options {
    std::string typed_by;  // sign-in name
    CsvLimits limits = {};
  };
  using OutcomeSink = std::function<void(const RowOutcome&)>;

  // All references must outlive the import. `changes` is called before `outcomes`, for New and Update
  // rows only; leave it empty for a dry run.
  CustomerImport(const CustomerDirectory& directory, const Clock& clock, Random& random, Options options,
                 ChangeSink changes, OutcomeSink outcomes);
  ~CustomerImport();
  CustomerImport(const CustomerImport&) = delete;
  CustomerImport& operator=(const CustomerImport&) = delete;

  void feed(std::string_view bytes);
  // Header-level problems come as the outcome of row 1. False when the file as a whole was refused.
  bool finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// {"row":2,"outcome":"new","findings":[{"field":…,"code":…,"grade":…,"text":…,"expected":…}]} on one line.
std::string to_json(const RowOutcome& outcome);

}  // namespace cm
