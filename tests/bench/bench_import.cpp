// Measures the importer: a dry run and an import of customers with contact and addresses, beside
// their floor in the same run: reading the file's cells and nothing else. Prints one JSON object a
// line.
//   bench_import [customers]     how many stand in the device already; the file has 50,000
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "shared/domain/exchange/csv.h"
#include "shared/domain/exchange/record_export.h"
#include "shared/domain/exchange/table_import.h"
#include "shared/domain/records/catalogue.h"
#include "shared/domain/sample_customers.h"
#include "shared/store/customer_directory_store.h"
#include "shared/store/master.h"
#include "shared/store/record_directory_store.h"
#include "shared/store/replica.h"
#include "tests/bench/sample_master.h"

namespace {

using namespace cm;

constexpr UnixMs kNow = 1'800'000'000'000;
constexpr std::size_t kRows = 50'000;
constexpr std::size_t kSliceRows = 200;

double seconds(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

void print(const char* bench, double rows_per_s, double floor_rows_per_s) {
  std::printf(
      "{\"bench\":\"%s\",\"value\":%.0f,\"unit\":\"rows/s\",\"floor\":%.0f,\"ratio\":%.3f}\n",
      bench, rows_per_s, floor_rows_per_s, rows_per_s / floor_rows_per_s);
  std::fflush(stdout);
}

// Nobody links to anything in these files.
class NoRecords final : public RecordDirectory {
 public:
  std::optional<Row> find(const RecordType&, const RecordId&) const override {
    return std::nullopt;
  }
  std::vector<Row> list_by(const RecordType&, std::string_view, const Value&) const override {
    return {};
  }
  std::int64_t count_by(const RecordType&, std::string_view, const Value&,
                        std::int64_t) const override {
    return 0;
  }
  std::vector<Row> list_called(const RecordType&, std::string_view,
                               std::string_view) const override {
    return {};
  }
};

class NoCustomers final : public CustomerDirectory {
 public:
  std::optional<CustomerSheet> find_by_id(const RecordId&) const override { return std::nullopt; }
  std::optional<CustomerSheet> find_by_code(std::string_view) const override {
    return std::nullopt;
  }
  std::vector<CustomerSheet> find_by_gstin(std::string_view) const override { return {}; }
  std::vector<CustomerSheet> find_by_name_key(std::string_view) const override { return {}; }
};

const RecordType& customers() {
  return record_catalogue().get("customer");
}

std::string make_file(const Clock& clock, Random& random) {
  const NoCustomers no_customers;
  const NoRecords no_records;
  const Columns columns = default_columns(customers());
  SampleCustomers samples(2);
  std::string file = write_csv_row(export_header(columns));
  for (std::size_t i = 0; i < kRows; ++i) {
    const std::vector<Change> changes =
        changes_of(check_draft(samples.next(), nullptr), nullptr, clock, random);
    file += write_csv_row(
        export_cells(columns, sheet_after(nullptr, changes), {no_customers, no_records}));
  }
  return file;
}

// Rows that reached an outcome other than an error.
std::size_t import_file(Database& database, Replica* replica, const std::string& file,
                        const Clock& clock, Random& random) {
  const CustomerDirectoryStore known_customers(database);
  const RecordDirectoryStore known_records(database);
  std::optional<Replica::Batch> batch;
  std::size_t taken = 0, in_slice = 0;
  ChangeSink save;
  if (replica) {
    save = [&](const std::vector<Change>& changes) {
      if (!batch) batch.emplace(*replica);
      batch->add(changes, ChangeSource::Import, "bench");
    };
  }
  TableImport import(customers(), {known_customers, known_records}, clock, random, {}, save,
                     [&](const RowOutcome& row) {
                       taken += row.outcome != Outcome::Error ? 1 : 0;
                       if (!batch || ++in_slice < kSliceRows) return;
                       batch->commit();
                       batch.reset();
                       in_slice = 0;
                     });
  import.feed(file);
  import.finish();
  if (batch) batch->commit();
  return taken;
}

}  // namespace

int main(int count, char** words) {
  const std::size_t stored = count > 1 ? std::strtoull(words[1], nullptr, 10) : 100'000;
  std::string folder = (std::filesystem::temp_directory_path() / "cm_bench_XXXXXX").string();
  folder = mkdtemp(folder.data());
  ManualClock clock(kNow);
  SeededRandom random(5);
  int result = 0;
  {
    const auto master_file = open_database(folder + "/master.db", DatabaseKind::Master);
    Master master(*master_file, clock, random);
    fill_master(master, stored, clock, random);
    const auto database = open_database(folder + "/replica.db", DatabaseKind::Replica);
    Replica replica(*database, clock, random);
    pull_all(master, replica);
    const std::string file = make_file(clock, random);
    const double floor = seconds([&] {
      TableFile reading;
      reading.feed(file);
      reading.finish();
      TableRow row;
      while (reading.next(row) != RowResult::End) {
      }
    });
    std::size_t taken = 0;
    const double dry =
        seconds([&] { taken = import_file(*database, nullptr, file, clock, random); });
    std::fprintf(stderr, "%zu of %zu rows are taken\n", taken, kRows);
    if (taken < kRows * 9 / 10) result = 1;
    print("import_dry_run", kRows / dry, kRows / floor);
    const double saved = seconds([&] { import_file(*database, &replica, file, clock, random); });
    print("import_saved", kRows / saved, kRows / floor);
    const double again = seconds([&] { import_file(*database, &replica, file, clock, random); });
    print("import_again", kRows / again, kRows / floor);
  }
  std::filesystem::remove_all(folder);
  return result;
}
