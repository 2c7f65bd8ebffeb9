#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iostream>

#include "server/cli/commands.h"
#include "server/cli/master_folder.h"
#include "server/cli/progress.h"
#include "server/cli/record_type_called.h"
#include "shared/base/failure.h"
#include "shared/domain/exchange/csv.h"
#include "shared/domain/exchange/record_export.h"
#include "shared/domain/records/catalogue.h"
#include "shared/store/customer_directory_store.h"
#include "shared/store/record_directory_store.h"
#include "shared/store/record_store.h"
#include "shared/store/transaction.h"

namespace cm {
namespace {

constexpr std::size_t kPage = 1000;

// Takes rows of one export, and writes them in the file's kind.
class ExportFile {
 public:
  virtual ~ExportFile() = default;
  virtual void write_row(const std::vector<std::string>& cells) = 0;
  virtual void finish() = 0;
};

class CsvFile final : public ExportFile {
 public:
  CsvFile(std::ostream& out, const Columns& columns) : out_(out) {
    out_ << write_csv_row(export_header(columns));
  }
  void write_row(const std::vector<std::string>& cells) override { out_ << write_csv_row(cells); }
  void finish() override { out_.flush(); }

 private:
  std::ostream& out_;
};

class XlsxFile final : public ExportFile {
 public:
  XlsxFile(std::ostream& out, const Columns& columns, const std::string& sheet)
      : out_(out), kinds_(cell_kinds(columns)), book_(sheet) {
    book_.write_header(export_header(columns));
  }
  void write_row(const std::vector<std::string>& cells) override { book_.write_row(cells, kinds_); }
  void finish() override { out_ << book_.finish() << std::flush; }

 private:
  std::ostream& out_;
  std::vector<CellKind> kinds_;
  XlsxWriter book_;
};

Columns columns_of(const RecordType& type, const std::string& chosen_columns) {
  if (chosen_columns.empty()) return default_columns(type);
  Columns columns;
  if (chosen_columns == "all") {
    for (const ExchangeField& field : exchange_fields(type)) columns.push_back(&field);
    return columns;
  }
  for (const CsvRow& row : read_csv(chosen_columns)) {
    for (const std::string& cell : row.cells) {
      columns.push_back(find_exchange_field_called(type, cell));
      if (!columns.back())
        throw Failure(FailureCode::NotFound, "There is no column \"" + cell + "\".");
    }
  }
  return columns;
}

// In order of creation. A customer merged into another is no customer any more: importing it again
// must not bring it back.
void write_records(Database& database, const RecordType& type, const Columns& columns,
                   ExportFile& out, Progress& progress) {
  const ReadTransaction snapshot(database);  // a push meanwhile does not show
  const RecordStore records(database);
  const CustomerDirectoryStore customer_directory(database);
  const RecordDirectoryStore record_directory(database);
  const Directories directories{customer_directory, record_directory};
  const bool customers = type.table() == "customer";
  std::optional<RecordId> after;
  for (std::size_t written = 0;; progress.at(written)) {
    std::vector<Row> page = records.list_after(type, after, kPage);
    if (page.empty()) break;
    after = page.back().id;
    written += page.size();
    for (Row& row : page) {
      if (customers && !is_blank(row.get("merged_into"))) continue;
      out.write_row(customers ? export_cells(columns, records.sheet_of(std::move(row)), directories)
                              : export_cells(columns, row, directories));
    }
  }
  out.finish();
}

void write_export(Database& database, const ExportCommand& command, std::ostream& out) {
  Progress progress("rows", command.file.empty() && ::isatty(STDOUT_FILENO));
  const RecordType& type = record_type_called(command.type);
  const Columns columns = columns_of(type, command.columns);
  if (command.file.ends_with(".xlsx")) {
    XlsxFile file(out, columns, std::string(type.label()));
    write_records(database, type, columns, file, progress);
  } else {
    CsvFile file(out, columns);
    write_records(database, type, columns, file, progress);
  }
  if (!out) throw Failure(FailureCode::DiskFull, "The export could not be written to its end.");
}

}  // namespace

int export_records(const ExportCommand& command) {
  MasterFolder folder(command.folder, MasterFolder::Missing::Refuse);
  folder.take(MasterFolder::Use::Shared);
  OpenOptions open;
  open.create = false;
  const auto database = Database::open(folder.master_path(), open, record_catalogue());
  if (command.file.empty()) {
    write_export(*database, command, std::cout);
    return kDone;
  }
  std::ofstream out(command.file, std::ios::binary | std::ios::trunc);
  if (!out) throw Failure(FailureCode::DiskError, "Cannot write the file " + command.file + ".");
  write_export(*database, command, out);
  return kDone;
}

}  // namespace cm
