#include <unistd.h>

#include <array>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <thread>

#include "server/cli/commands.h"
#include "server/cli/master_folder.h"
#include "server/cli/progress.h"
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
  std::size_t rows() const { return rows_; }
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

// Writes the rows a slice at a time, each slice one transaction, and tells of a row once it is on the
// disk. A crash leaves whole rows; the same file again finds them unchanged and goes on.
class SlicedWriter {
 public:
  using Tell = std::function<void(const RowOutcome&)>;
  SlicedWriter(Master& master, Actor actor, Tell tell)
      : master_(master), actor_(std::move(actor)), tell_(std::move(tell)) {}

  void write(const std::vector<Change>& changes) {
    if (!batch_) {
      begun_ = std::chrono::steady_clock::now();
      batch_.emplace(master_);
    }
    batch_->add(changes, ChangeSource::Import, actor_);
    ++saves_;
  }
  void note(const RowOutcome& row) {
    waiting_.push_back(row);
    if (saves_ >= kSliceRows || waiting_.size() >= kPage) flush();
  }
  void flush() {
    if (batch_) {
      batch_->commit();
      batch_.reset();
      // The server's writers poll for the database: they must find it free now and then.
      std::this_thread::sleep_for((std::chrono::steady_clock::now() - begun_) / 10);
    }
    for (const RowOutcome& row : waiting_) tell_(row);
    waiting_.clear();
    saves_ = 0;
  }

 private:
  static constexpr std::size_t kSliceRows = 200;

  Master& master_;
  Actor actor_;
  Tell tell_;
  std::optional<Master::Batch> batch_;
  std::chrono::steady_clock::time_point begun_;
  std::vector<RowOutcome> waiting_;
  std::size_t saves_ = 0;
};

// `between` is called after each piece, before the next is waited for.
void feed_file(CustomerImport& import, const std::string& file,
               const std::function<void()>& between) {
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
    between();
  }
  if (in.bad())
    throw Failure(FailureCode::DiskError, "The file " + file + " could not be read to its end.");
}

// In order of creation. A customer merged into another is no customer any more: importing it again
// must not bring it back.
void write_customers(Database& database, std::ostream& out, Progress& progress) {
  const ReadTransaction snapshot(database);  // a push meanwhile does not show
  const RecordStore records(database);
  const RecordType& customers = record_catalogue().get("customer");
  out << write_csv_row(export_header());
  std::optional<RecordId> after;
  for (std::size_t written = 0;; progress.at(written)) {
    std::vector<Row> page = records.list_after(customers, after, kPage);
    if (page.empty()) break;
    after = page.back().id;
    written += page.size();
    for (Row& customer : page) {
      if (!is_blank(customer.get("merged_into"))) continue;
      out << write_csv_row(export_cells(records.sheet_of(std::move(customer))));
    }
  }
  out.flush();
  if (!out) throw Failure(FailureCode::DiskFull, "The export could not be written to its end.");
}

// The master that an import works on. A dry run where there is none yet looks at an empty one in
// memory, and leaves nothing behind.
class ImportTarget {
 public:
  ImportTarget(const ImportOptions& options, const Clock& clock, Random& random) {
    std::string path = ":memory:";
    const auto file = std::filesystem::path(options.folder) / "master.db";
    if (!options.dry_run || std::filesystem::exists(file)) {
      folder_.emplace(options.folder, MasterFolder::Missing::Create);
      folder_->take(MasterFolder::Use::Shared);
      folder_->take_import_turn();
      path = folder_->master_path();
    }
    connection_.emplace(path, clock, random);
  }
  MasterConnection* operator->() { return &*connection_; }

 private:
  std::optional<MasterFolder> folder_;
  std::optional<MasterConnection> connection_;
};

}  // namespace

int import_customers(const ImportOptions& options) {
  SystemClock clock;
  SecureRandom random;
  ImportTarget target(options, clock, random);
  const CustomerDirectoryStore directory(*target->database);
  const Actor actor{options.user, Role::Office, target->master.device()};

  Tally tally;
  Progress progress("rows", ::isatty(STDOUT_FILENO) != 0);
  SlicedWriter writer(target->master, actor, [&](const RowOutcome& row) {
    tally.add(row);
    progress.at(tally.rows());
    if (options.json)
      std::cout << to_json(row) << "\n";
    else
      print_row(row);
  });
  ChangeSink write;
  if (!options.dry_run)
    write = [&](const std::vector<Change>& changes) { writer.write(changes); };
  CustomerImport::Options import_options;
  import_options.typed_by = options.user;
  bool taken = false;
  {
    CustomerImport import(directory, clock, random, import_options, write,
                          [&](const RowOutcome& row) { writer.note(row); });
    feed_file(import, options.file, [&] { writer.flush(); });
    taken = import.finish();
    writer.flush();
  }
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
  Progress progress("customers", options.file.empty() && ::isatty(STDOUT_FILENO));
  if (options.file.empty()) {
    write_customers(*database, std::cout, progress);
    return kDone;
  }
  std::ofstream out(options.file, std::ios::binary | std::ios::trunc);
  if (!out) throw Failure(FailureCode::DiskError, "Cannot write the file " + options.file + ".");
  write_customers(*database, out, progress);
  return kDone;
}

}  // namespace cm
