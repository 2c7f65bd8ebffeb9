// Reads one file into the master, row after row, in slices: the same for the command line and the
// browser. A row is one save or none; stopping between two rows leaves whole rows, and importing
// the file again goes on where it stopped.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "shared/domain/exchange/column_map.h"
#include "shared/domain/exchange/row_importer.h"
#include "shared/domain/exchange/table_file.h"

namespace cm {

struct ImportOptions {
  RowRules rules;
  MapOptions columns;
  TableOptions file;
  int header_row = 0;  // its number in the file; 0 = found out
};

class TableImport {
 public:
  // All references must outlive the import. `changes` is called before `outcomes`, for New and
  // Update rows only; leave it empty for a dry run.
  TableImport(const RecordType& type, const Directories& directories, const Clock& clock,
              Random& random, ImportOptions options, ChangeSink changes, OutcomeSink outcomes);
  ~TableImport();
  TableImport(const TableImport&) = delete;
  TableImport& operator=(const TableImport&) = delete;

  void feed(std::string_view bytes);  // keeps them; the work is done by step()
  void end_of_file();                 // no more bytes come
  enum class Step { More, NeedMore, Done };
  // Imports up to `rows_max` rows. More: call again. NeedMore: feed or end_of_file first.
  Step step(int rows_max);
  // end_of_file, and all the rows. False when the file as a whole was refused: then row 1 said why.
  bool finish();

  // After the header was read: what each column is, and the row that it was found in (0 = not yet).
  const ColumnMap& columns() const;
  const std::vector<std::string>& header() const;
  int header_row() const;
  const TableFile& file() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The rows that were refused, as a file to be corrected and imported again: the columns of the
// first file, and "Problem". Cells that a spreadsheet would run are inert.
std::vector<std::string> rejected_header(const std::vector<std::string>& header);
std::vector<std::string> rejected_cells(const RowOutcome& outcome,
                                        const std::vector<std::string>& header);

}  // namespace cm
