#include <unistd.h>

#include <array>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <map>
#include <thread>

#include "server/cli/commands.h"
#include "server/cli/master_folder.h"
#include "server/cli/progress.h"
#include "server/cli/record_type_called.h"
#include "server/http/master_pool.h"
#include "server/identity/secure_random.h"
#include "server/system_clock.h"
#include "shared/base/failure.h"
#include "shared/domain/exchange/csv.h"
#include "shared/domain/exchange/csv_dialect.h"
#include "shared/domain/exchange/table_import.h"
#include "shared/domain/rules/tree.h"
#include "shared/store/customer_directory_store.h"
#include "shared/store/record_directory_store.h"
#include "shared/store/upkeep.h"

namespace cm {
namespace {

constexpr int kPage = 1000;

const RecordType& importable_type(const std::string& name) {
  const RecordType& type = record_type_called(name);
  if (!is_importable(type))
    throw Failure(FailureCode::NotFound,
                  std::string(type.label()) +
                      " cannot be imported: it comes from what is done to a customer.");
  return type;
}

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

// Rows that were refused. The file is opened at the start, so that one that cannot be written is
// told of before anything is done; none is left when all rows went in.
class RejectedFile {
 public:
  RejectedFile(std::string file, const std::string& imported) : file_(std::move(file)) {
    if (file_.empty()) return;
    std::error_code ignored;  // of a file that is not there yet
    if (std::filesystem::equivalent(file_, imported, ignored))
      throw Failure(FailureCode::NotFound, "--rejected names the file that is imported.");
    out_.open(file_, std::ios::binary | std::ios::trunc);
    if (!out_) throw Failure(FailureCode::DiskError, "Cannot write the file " + file_ + ".");
  }
  void add(const RowOutcome& row, const std::vector<std::string>& header) {
    if (file_.empty() || row.outcome != Outcome::Error || header.empty()) return;
    if (rows_++ == 0) out_ << write_csv_row(rejected_header(header));
    out_ << write_csv_row(rejected_cells(row, header));
  }
  void close() {
    if (file_.empty()) return;
    out_.close();
    if (!out_)
      throw Failure(FailureCode::DiskFull, "The rejected rows could not be written to their end.");
    if (rows_ == 0) std::filesystem::remove(file_);
  }

 private:
  std::string file_;
  std::ofstream out_;
  std::size_t rows_ = 0;
};

// Writes the rows a slice at a time, each slice one transaction, and tells of a row once it is on
// the disk. A crash leaves whole rows; the same file again finds them unchanged and goes on.
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
    if (saves_ >= kSliceRows || waiting_.size() >= static_cast<std::size_t>(kPage)) flush();
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
void feed_file(TableImport& import, const std::string& file, const std::function<void()>& between) {
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
    while (import.step(kPage) == TableImport::Step::More) {
    }
    between();
  }
  if (in.bad())
    throw Failure(FailureCode::DiskError, "The file " + file + " could not be read to its end.");
}

template <class T>
T chosen(const std::map<std::string, T>& choices, const std::string& text) {
  return choices.at(text);  // the command line let no other through
}

ImportOptions table_options(const RecordType& type, const ImportCommand& command) {
  ImportOptions options;
  options.rules.typed_by = command.user;
  options.rules.mode = chosen<ImportMode>({{"upsert", ImportMode::Upsert},
                                           {"insert", ImportMode::Insert},
                                           {"update", ImportMode::Update}},
                                          command.mode);
  options.rules.match_by = chosen<MatchBy>({{"any", MatchBy::Any},
                                            {"id", MatchBy::Id},
                                            {"code", MatchBy::Code},
                                            {"gstin", MatchBy::Gstin}},
                                           command.match);
  for (const std::string& pair : command.map) {
    const std::size_t equals = pair.rfind('=');
    if (equals == std::string::npos)
      throw Failure(FailureCode::NotFound, "--map takes Heading=Field, not \"" + pair + "\".");
    const std::string field = pair.substr(equals + 1);
    if (!field.empty() && !find_exchange_field_called(type, field))
      throw Failure(FailureCode::NotFound, "--map: there is no field \"" + field + "\".");
    options.columns.given[pair.substr(0, equals)] = field;
  }
  if (command.skip_unknown) options.columns.unknown = UnknownColumns::LeaveOut;
  if (!command.encoding.empty()) {
    options.file.encoding = parse_encoding(command.encoding);
    if (!options.file.encoding)
      throw Failure(FailureCode::NotFound, "The encoding " + command.encoding + " is not known.");
  }
  if (!command.delimiter.empty()) {
    options.file.delimiter = parse_delimiter(command.delimiter);
    if (!options.file.delimiter)
      throw Failure(FailureCode::NotFound, "The delimiter " + command.delimiter + " is not known.");
  }
  return options;
}

// What was not plain: columns that are read by resemblance, or not at all.
void print_columns(const TableImport& import, std::ostream& out) {
  for (const MappedColumn& column : import.columns().columns) {
    if (column.found_by == FoundBy::Similarity)
      out << "Column \"" << column.heading << "\" is read as " << column.field << " ("
          << column.score << " % alike).\n";
    else if (column.field.empty() && !column.heading.empty())
      out << "Column \"" << column.heading << "\" is left out.\n";
  }
}

// The master that an import works on. A dry run where there is none yet looks at an empty one in
// memory, and leaves nothing behind.
class ImportTarget {
 public:
  ImportTarget(const ImportCommand& command, const Clock& clock, Random& random) {
    std::string path = ":memory:";
    const auto file = std::filesystem::path(command.folder) / "master.db";
    if (!command.dry_run || std::filesystem::exists(file)) {
      folder_.emplace(command.folder, MasterFolder::Missing::Create);
      folder_->take(MasterFolder::Use::Shared);
      folder_->take_import_turn();
      path = folder_->master_path();
    }
    connection_.emplace(path, clock, random);
    // Trees hang from roots that a master which was never served has not got yet.
    const bool may_write = !command.dry_run || !folder_;
    if (may_write && is_tree(record_type_called(command.type)))
      make_missing_first_records(*connection_->database, connection_->master);
  }
  MasterConnection* operator->() { return &*connection_; }

 private:
  std::optional<MasterFolder> folder_;
  std::optional<MasterConnection> connection_;
};

}  // namespace

int import_records(const ImportCommand& command) {
  const RecordType& type = importable_type(command.type);
  const ImportOptions options = table_options(type, command);
  SystemClock clock;
  SecureRandom random;
  RejectedFile rejected(command.rejected, command.file);
  ImportTarget target(command, clock, random);
  const CustomerDirectoryStore customers(*target->database);
  const RecordDirectoryStore records(*target->database);
  const Actor actor{command.user, Role::Office, target->master.device()};

  Tally tally;
  Progress progress("rows", ::isatty(STDOUT_FILENO) != 0);
  std::vector<std::string> header;
  SlicedWriter writer(target->master, actor, [&](const RowOutcome& row) {
    tally.add(row);
    progress.at(tally.rows());
    rejected.add(row, header);
    if (command.json)
      std::cout << to_json(row) << "\n";
    else
      print_row(row);
  });
  ChangeSink write;
  if (!command.dry_run) write = [&](const std::vector<Change>& changes) { writer.write(changes); };
  std::optional<TableImport> import;
  import.emplace(type, Directories{customers, records}, clock, random, options, write,
                 [&](const RowOutcome& row) {
                   if (header.empty()) header = import->header();
  writer.note(row);
});
feed_file(*import, command.file, [&] { writer.flush(); });
const bool taken = import->finish();
writer.flush();
rejected.close();
std::cout << std::flush;
print_columns(*import, std::cerr);
std::cerr << tally.text() << (command.dry_run ? " Dry run: nothing was changed." : "") << "\n";
return taken && tally.of(Outcome::Error) == 0 ? kDone : kRowsRefused;
}  // namespace cm

}  // namespace cm
