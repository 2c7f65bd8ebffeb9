// Measures the search for duplicates: how well labelled pairs are told apart, how long all customers take to be compared
// with each other on the master, and one that is being typed. The floor is what was asked for: 60 s and 20 ms.
//   bench_duplicates [customers]     100,000 unless told
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "shared/domain/quick_entry.h"
#include "shared/domain/records/catalogue.h"
#include "shared/store/duplicate_finder.h"
#include "shared/store/master.h"
#include "shared/store/statement.h"
#include "shared/store/transaction.h"
#include "tests/support/labelled_pairs.h"

namespace {

using namespace cm;

constexpr UnixMs kNow = 1'800'000'000'000;
constexpr std::size_t kPairs = 2000;
constexpr std::size_t kTyped = 1000;
constexpr double kAllFloorSeconds = 60;
constexpr double kTypedFloorMs = 20;

double milliseconds(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

// A ratio above 1 is better than the floor.
void print(const std::string& bench, double value, const char* unit, double floor, double ratio) {
  std::printf("{\"bench\":\"%s\",\"value\":%.3f,\"unit\":\"%s\",\"floor\":%.3f,\"ratio\":%.3f}\n", bench.c_str(), value,
              unit, floor, ratio);
  std::fflush(stdout);
}
void print(const std::string& bench, double value, const char* unit) {
  std::printf("{\"bench\":\"%s\",\"value\":%.3f,\"unit\":\"%s\",\"floor\":null,\"ratio\":null}\n", bench.c_str(), value, unit);
  std::fflush(stdout);
}

class Folder {
 public:
  Folder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "cm_bench_XXXXXX").string();
    path_ = mkdtemp(pattern.data());
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  std::string file(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

void measure_labelled_pairs() {
  const test::DuplicateScores scores = test::score_pairs(test::make_labelled_pairs(kPairs, 20261122));
  for (std::size_t level = 0; level < 4; ++level) {
    const std::string name = "duplicates." + std::string(level_name(static_cast<DuplicateLevel>(level)));
    print(name + ".precision", scores.of[level].precision, "share");
    print(name + ".recall", scores.of[level].recall, "share");
  }
}

QuickDraft draft_from(const CustomerFacts& facts, bool again) {
  QuickDraft draft = draft_of(nullptr);
  draft.text["customer_type"] = facts.gstin.empty() ? "Individual" : "Business";
  draft.text["name"] = facts.name;
  if (!again) draft.text["gstin"] = facts.gstin;  // taken down twice, the second time without papers
  draft.text["phone"] = facts.phones.front();
  draft.text["billing_city"] = facts.cities.front();
  draft.text["billing_pincode"] = facts.pincodes.front();
  return draft;
}

// One in fifty stands there twice. Returns what some of them were made of.
std::vector<CustomerFacts> fill_master(Master& master, std::size_t customers, const Clock& clock, Random& random) {
  SeededRandom names(5);
  const Actor importer{"import", Role::Administrator, master.device()};
  std::vector<Change> changes;
  std::vector<CustomerFacts> kept;
  CustomerFacts facts;
  for (std::size_t i = 1; i <= customers; ++i) {
    const bool again = i % 50 == 0;
    if (!again) facts = test::make_customer_facts(names);
    if (i % (customers / kTyped) == 0) kept.push_back(facts);
    for (Change& change : changes_of(check_draft(draft_from(facts, again), nullptr), nullptr, clock, random))
      changes.push_back(std::move(change));
    if (i % 500 != 0 && i != customers) continue;
    master.commit(changes, ChangeSource::Import, importer);
    changes.clear();
  }
  return kept;
}

double compare_all_seconds(Database& database) {
  {
    Transaction transaction(database);
    Statement(database, "INSERT OR IGNORE INTO duplicate_due(n) SELECT n FROM customer").run();
    transaction.commit_quietly();
  }
  return milliseconds([&] {
           for (std::size_t compared = 1; compared > 0;) {
             Transaction transaction(database);
             compared = DuplicateFinder(database).compare_changed(10'000);
             transaction.commit_quietly();
           }
         }) /
         1000;
}

void measure_typing(Database& database, const std::vector<CustomerFacts>& typed) {
  std::vector<double> times;
  const DuplicateFinder finder(database);
  for (const CustomerFacts& facts : typed)
    times.push_back(milliseconds([&] { finder.find_like(summarize(facts), std::nullopt, 5); }));
  std::sort(times.begin(), times.end());
  const double p95 = times[times.size() * 95 / 100];
  print("duplicates.typed.p50", times[times.size() / 2], "ms", kTypedFloorMs, kTypedFloorMs / times[times.size() / 2]);
  print("duplicates.typed.p95", p95, "ms", kTypedFloorMs, kTypedFloorMs / p95);
  print("duplicates.typed.max", times.back(), "ms", kTypedFloorMs, kTypedFloorMs / times.back());
}

}  // namespace

int main(int count, char** words) {
  const std::size_t customers = count > 1 ? std::strtoul(words[1], nullptr, 10) : 100'000;
  measure_labelled_pairs();
  Folder folder;
  const ManualClock clock{kNow};
  SeededRandom random(1);
  OpenOptions options;
  options.kind = DatabaseKind::Master;
  const auto database = Database::open(folder.file("master.db"), options, record_catalogue());
  Master master(*database, clock, random);
  std::vector<CustomerFacts> typed;
  print("duplicates.fill", milliseconds([&] { typed = fill_master(master, customers, clock, random); }) / 1000, "s");
  const double seconds = compare_all_seconds(*database);
  print("duplicates.all", seconds, "s", kAllFloorSeconds, kAllFloorSeconds / seconds);
  print("duplicates.pairs", static_cast<double>(DuplicateFinder(*database).list_pairs(customers * 10).size()), "pairs");
  measure_typing(*database, typed);
  return 0;
}
