#include <array>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <iostream>

#include "server/cli/commands.h"
#include "server/cli/master_folder.h"
#include "server/http/master_pool.h"
#include "server/identity/secure_random.h"
#include "server/system_clock.h"
#include "shared/base/failure.h"
#include "shared/domain/exchange/customer_exchange.h"
#include "shared/domain/records/catalogue.h"
#include "shared/store/customer_directory_store.h"
#include "shared/store/record_store.h"
#include "shared/store/transaction.h"

namespace cm {
namespace {

constexpr std::size_t kPage = 1000;

void print_row(const RowOutcome& row) {
  std::cout << std::setw(7) << row.row << "  " << outcome_name(row.outcome) << "\n";
  for (const Finding& finding : row.findings) {
    std::cout << "         " << grade_name(finding.grade) << ", " << finding.field << ": "
              << finding.text << "\n";
  }
}

// How the rows of an import went.
class Tally {
 public:
  void add(const RowOutcome& row) {
    if (row.row > 1) ++rows_;  // row 1 is the header
    ++by_outcome_[static_cast<std::size_t>(row.outcome)];
  }
  std::size_t of(Outcome outcome) const { return by_outcome_[static_cast<std::size_t>(outcome)]; }
  std::string text() const {
    return std::to_string(rows_) + " rows: " + std::to_string(of(Outcome::New)) + " new, " +
           std::to_string(of(Outcome::Update)) + " updated, " +
           std::to_string(of(Outcome::Unchanged)) + " unchanged, " +
           std::to_string(of(Outcome::Error)) + " with errors.";
  }

 private:
  std::size_t rows_ = 0;
  std::array<std::size_t, 4> by_outcome_{};
};

void feed_file(CustomerImport& import, const std::string& file) {
  std::ifstream opened;
  if (file != "-") {
    if (std::filesystem::is_directory(file))
      throw Failure(FailureCode::NotFound, file + " is a folder.");
    opened.open(file, std::ios::binary);
    if (!opened) throw Failure(FailureCode::NotFound, "Cannot read the file " + file + ".");
  }
  std::istream& in = file == "-" ? std::cin : opened;
  std::array<char, 65536> piece;
  while (in.read(piece.data(), piece.size()) || in.gcount() > 0) {
    import.feed({piece.data(), static_cast<std::size_t>(in.gcount())});
  }
  if (in.bad())
    throw Failure(FailureCode::DiskError, "The file " + file + " could not be read to its end.");
}

// In order of creation. A customer merged into another is no customer any more: importing it again
// must not bring it back.
void write_customers(Database& database, std::ostream& out) {
  const ReadTransaction snapshot(database);  // a push meanwhile does not show
  const RecordStore records(database);
  const RecordType& customers = record_catalogue().get("customer");
  out << write_csv_row(export_header());
  std::optional<RecordId> after;
  for (;;) {
    std::vector<Row> page = records.list_after(customers, after, kPage);
    if (page.empty()) break;
    after = page.back().id;
    for (Row& customer : page) {
      if (!is_blank(customer.get("merged_into"))) continue;
      out << write_csv_row(export_cells(records.sheet_of(std::move(customer))));
    }
  }
  out.flush();
  if (!out) throw Failure(FailureCode::DiskFull, "The export could not be written to its end.");
}

}  // namespace

int import_customers(const ImportOptions& options) {
  MasterFolder folder(options.folder, MasterFolder::Missing::Create);
  folder.take(MasterFolder::Use::Shared);
  folder.take_import_turn();
  SystemClock clock;
  SecureRandom random;
  MasterConnection connection(folder.master_path(), clock, random);
  const CustomerDirectoryStore directory(*connection.database);
  const Actor actor{options.user, Role::Office, connection.master.device()};

  ChangeSink write;
  if (!options.dry_run) {
    write = [&](const std::vector<Change>& changes) {
      connection.master.commit(changes, ChangeSource::Import, actor);
    };
  }
  Tally tally;
  const auto report = [&](const RowOutcome& row) {
    tally.add(row);
    if (options.json)
      std::cout << to_json(row) << "\n";
    else
      print_row(row);
  };
  CustomerImport::Options import_options;
  import_options.typed_by = options.user;
  CustomerImport import(directory, clock, random, import_options, write, report);
  feed_file(import, options.file);
  const bool taken = import.finish();
  std::cout << std::flush;
  std::cerr << tally.text() << (options.dry_run ? " Dry run: nothing was changed." : "") << "\n";
  return taken && tally.of(Outcome::Error) == 0 ? kDone : kRowsRefused;
}

int export_customers(const ExportOptions& options) {
  MasterFolder folder(options.folder, MasterFolder::Missing::Refuse);
  folder.take(MasterFolder::Use::Shared);
  OpenOptions open;
  open.create = false;
  const auto database = Database::open(folder.master_path(), open, record_catalogue());
  if (options.file.empty()) {
    write_customers(*database, std::cout);
    return kDone;
  }
  std::ofstream out(options.file, std::ios::binary | std::ios::trunc);
  if (!out) throw Failure(FailureCode::DiskError, "Cannot write the file " + options.file + ".");
  write_customers(*database, out);
  return kDone;
}

}  // namespace cm
