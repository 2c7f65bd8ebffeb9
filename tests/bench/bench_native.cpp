// Measures the native store: search, one save, push of offline edits, pull of a page. Search, save and
// push each stand beside their floor in the same run and folder: the bare FTS5 statement, a bare
// insert, the same rows updated by bare SQLite. A pull is measured with its floor in bench_web.mjs.
// Prints one JSON object a line.
//   bench_native [customers]     100,000 unless told
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "shared/domain/records/catalogue.h"
#include "shared/domain/sample_customers.h"
#include "shared/store/master.h"
#include "shared/store/record_store.h"
#include "shared/store/replica.h"
#include "shared/store/search.h"
#include "shared/store/search_text.h"
#include "shared/sync/protocol_json.h"
#include "tests/bench/sample_master.h"

namespace {

using namespace cm;

constexpr UnixMs kNow = 1'800'000'000'000;
constexpr std::size_t kEdits = 2000;
constexpr std::size_t kBatch = 500;
constexpr int kRounds = 5;

double milliseconds(const std::function<void()>& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
      .count();
}

double percentile(std::vector<double> values, double share) {
  std::sort(values.begin(), values.end());
  return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1) + 0.5)];
}

// A ratio above 1 is better than the floor, whichever way the unit counts.
void print(const char* bench, double value, const char* unit, std::optional<double> floor = {},
           std::optional<double> ratio = {}) {
  std::printf("{\"bench\":\"%s\",\"value\":%.3f,\"unit\":\"%s\"", bench, value, unit);
  if (floor)
    std::printf(",\"floor\":%.3f,\"ratio\":%.3f", *floor, *ratio);
  else
    std::printf(",\"floor\":null,\"ratio\":null");
  std::printf("}\n");
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

std::vector<std::string> search_texts(const RecordStore& records) {
  std::vector<std::string> texts = {"s",
                                    "sa",
                                    "sai eng",
                                    "sharma",
                                    "pune",
                                    "ltd",
                                    "industries",
                                    "om traders",
                                    "Sai Enginering",
                                    "Anitha Sharma",
                                    "electrcals",
                                    "bangaluru",
                                    "411",
                                    "98",
                                    "9876",
                                    "27aa",
                                    "accounts@",
                                    "raod",
                                    "new delhi",
                                    "enterprises mumbai",
                                    "zzzz",
                                    "qxqxq qx"};
  std::vector<Row> some =
      records.list_after(record_catalogue().get("customer"), std::nullopt, 2000);
  SeededRandom random(3);
  for (int i = 0; i < 200; ++i) {
    const auto* name = std::get_if<std::string>(&some[random.below(some.size())].get("name"));
    const std::string full = *name;
    // As somebody types: beginnings, a part from inside, a word left out, a slip.
    texts.push_back(full.substr(0, 1 + random.below(full.size())));
    texts.push_back(full.substr(random.below(full.size() / 2), 4 + random.below(6)));
    std::string slip = full;
    slip.erase(random.below(slip.size()), 1);
    texts.push_back(slip);
    const auto* gstin = std::get_if<std::string>(&some[random.below(some.size())].get("gstin"));
    if (gstin) texts.push_back(gstin->substr(random.below(8), 7));
  }
  return texts;
}

// FTS5's: every word of the text as the beginning of a word.
std::string match_expression(const std::string& text) {
  std::string expression;
  for (const std::string& word : search_words(text)) {
    if (!expression.empty()) expression += " AND ";
    expression.append("\"").append(word).append("\" *");
  }
  return expression;
}

void bench_search(Database& database) {
  CustomerSearch search(database);
  SQLite::Statement bare(database.sqlite(),
                         "SELECT c.id, c.name FROM customer_words w JOIN customer c ON c.n = "
                         "w.rowid WHERE customer_words MATCH ? ORDER BY c.name_key LIMIT 20");
  std::vector<double> times, floors;
  const auto texts = search_texts(RecordStore(database));
  std::string slowest;
  double slowest_ms = 0;
  for (const std::string& text : texts) {
    SearchQuery query;
    query.text = text;
    const double ms = milliseconds([&] { search.find(query); });
    times.push_back(ms);
    if (const std::string expression = match_expression(text); !expression.empty()) {
      floors.push_back(milliseconds([&] {
        bare.bind(1, expression);
        while (bare.executeStep()) bare.getColumn(1).getText();
        bare.reset();
      }));
    }
    if (ms > slowest_ms) slowest = text, slowest_ms = ms;
  }
  for (const auto& [name, share] :
       {std::pair{"search_native_p95", 0.95}, {"search_native_p50", 0.5}}) {
    const double ms = percentile(times, share), floor_ms = percentile(floors, share);
    print(name, ms, "ms", floor_ms, floor_ms / ms);
  }
  std::fprintf(stderr, "slowest search: \"%s\" %.1f ms\n", slowest.c_str(), slowest_ms);
}

// The same searches among the customers that a filter lets through: all but few, and only few. Choosing
// a filter or an order reads the whole table once; what is typed after that must cost as without.
void bench_lists(Database& database) {
  CustomerSearch search(database);
  const auto texts = search_texts(RecordStore(database));
  const std::pair<const char*, FilterValues> cases[] = {
      {"search_most_native_p95", {{"active", "yes"}}},
      {"search_few_native_p95", {{"no_gstin", "yes"}, {"address_state", "30"}}}};
  for (const auto& [name, filters] : cases) {
    SearchQuery query;
    query.rows.filters = filters;
    print("list_filtered_native", milliseconds([&] { search.find_page(query); }), "ms");
    std::vector<double> times;
    for (const std::string& text : texts) {
      query.text = text;
      times.push_back(milliseconds([&] { search.find(query); }));
    }
    print(name, percentile(times, 0.95), "ms");
  }
  for (const char* sort : {"code", "city", "customer_group", "credit_limit"}) {
    SearchQuery query;
    query.rows.sort = sort;
    print((std::string("list_by_") + sort + "_native").c_str(),
          milliseconds([&] { search.find_page(query); }), "ms");
    query.offset = 50'000;
    print((std::string("list_by_") + sort + "_scrolled_native").c_str(),
          milliseconds([&] { search.find(query); }), "ms");
  }
}

void bench_save(Database& database, Replica& replica, const Clock& clock, Random& random) {
  SampleCustomers samples(99);
  std::vector<double> times;
  for (int i = 0; i < 100; ++i) {
    const auto changes = changes_of(check_draft(samples.next(), nullptr), nullptr, clock, random);
    times.push_back(milliseconds([&] { replica.commit(changes, ChangeSource::Form, "asha"); }));
  }
  // Floor: as many rows inserted by bare SQLite in one durable transaction.
  SQLite::Database bare(database.sqlite().getFilename() + ".floor",
                        SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  bare.exec(
      "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE t(id BLOB PRIMARY KEY, "
      "a, b, c, d, e)");
  std::vector<double> floor;
  SQLite::Statement insert(
      bare, "INSERT INTO t VALUES (randomblob(16), 'name', 'gstin', 'pan', 'city', 'notes')");
  for (int i = 0; i < 100; ++i) {
    floor.push_back(milliseconds([&] {
      SQLite::Transaction transaction(bare);
      for (int k = 0; k < 5; ++k) insert.exec(), insert.reset();
      transaction.commit();
    }));
  }
  const double ms = percentile(times, 0.5), floor_ms = percentile(floor, 0.5);
  print("save_customer_native", ms, "ms", floor_ms, floor_ms / ms);
}

// The same edits as a device sends them, as JSON in batches.
std::vector<std::string> push_bodies(Database& database, DeviceId device, DevSeq first, int round) {
  const RecordType& type = record_catalogue().get("customer");
  const FieldNumber notes = type.get_field("notes").number,
                    terms = type.get_field("payment_terms").number;
  const auto rows = RecordStore(database).list_after(type, std::nullopt, kEdits);
  std::vector<std::string> bodies;
  PushRequest request;
  request.device = device;
  request.sent_ms = kNow;
  DevSeq seq = first;
  for (const Row& row : rows) {
    Operation op(row.id);
    op.seq = op.commit_seq = seq++;
    op.wall_ms = kNow - 1000;
    op.table = "customer";
    op.fields = {{terms, "Net 30 days, round " + std::to_string(round)},
                 {notes, "Rang at noon " + std::to_string(seq)}};
    for (const FieldNumber field : {terms, notes}) {
      const auto version = row.versions.find(field);
      if (version != row.versions.end()) op.base[field] = version->second;
    }
    request.ops.push_back(std::move(op));
    if (request.ops.size() < kBatch && seq != first + rows.size()) continue;
    bodies.push_back(encode_push(record_catalogue(), request));
    request.ops.clear();
  }
  return bodies;
}

double bare_updates(const std::string& path, const std::vector<std::string>& ids, int round) {
  SQLite::Database bare(path, SQLite::OPEN_READWRITE);
  bare.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
  SQLite::Statement update(bare, "UPDATE customer SET payment_terms = ?, notes = ? WHERE id = ?");
  return milliseconds([&] {
    for (std::size_t at = 0; at < ids.size(); at += kBatch) {
      SQLite::Transaction transaction(bare, SQLite::TransactionBehavior::IMMEDIATE);
      for (std::size_t i = at; i < std::min(ids.size(), at + kBatch); ++i) {
        update.bind(1, "Net 30 days, round " + std::to_string(round));
        update.bind(2, "Rang at noon " + std::to_string(i));
        update.bind(3, ids[i].data(), static_cast<int>(ids[i].size()));
        update.exec();
        update.reset();
      }
      transaction.commit();
    }
  });
}

void bench_push(Database& database, Master& master, const Folder& folder) {
  database.backup_to(folder.file("bare.db"));
  std::vector<std::string> ids;
  const RecordType& type = record_catalogue().get("customer");
  for (const Row& row : RecordStore(database).list_after(type, std::nullopt, kEdits))
    ids.emplace_back(row.id.blob());
  const Actor actor{"asha", Role::Rep, DeviceId{4711}};
  std::vector<double> rates, floors, ratios;
  DevSeq next = 1;
  for (int round = 0; round < kRounds; ++round) {
    const auto bodies = push_bodies(database, actor.device, next, round);
    next += kEdits;
    const double floor_ms = bare_updates(folder.file("bare.db"), ids, round);
    const double ms = milliseconds([&] {
      for (const std::string& body : bodies) {
        const auto request = decode_push(record_catalogue(), body);
        const auto reply = request ? master.push(actor, *request) : tl::unexpected(SequenceGap{});
        if (!reply) std::fprintf(stderr, "push refused\n"), std::exit(1);
        encode_push_reply(*reply);
      }
    });
    rates.push_back(kEdits / ms * 1000);
    floors.push_back(kEdits / floor_ms * 1000);
    ratios.push_back(floor_ms / ms);
  }
  print("push_2000_edits_native", percentile(rates, 0.5), "edits/s", percentile(floors, 0.5),
        percentile(ratios, 0.5));
}

}  // namespace

int main(int argc, char** argv) {
  const std::size_t customers = argc > 1 ? static_cast<std::size_t>(std::atoll(argv[1])) : 100'000;
  Folder folder;
  ManualClock clock(kNow);
  SeededRandom random(42);
  auto master_database = open_database(folder.file("master.db"), DatabaseKind::Master);
  Master master(*master_database, clock, random);
  const double fill_ms = milliseconds([&] { fill_master(master, customers, clock, random); });
  std::fprintf(stderr, "%zu customers imported in %.1f s\n", customers, fill_ms / 1000);

  auto replica_database = open_database(folder.file("replica.db"), DatabaseKind::Replica);
  Replica replica(*replica_database, clock, random);
  const PullTimes pull = pull_all(master, replica);
  double master_ms = 0, replica_ms = 0;
  for (const double ms : pull.master_ms) master_ms += ms;
  for (const double ms : pull.replica_ms) replica_ms += ms;
  print("pull_page_master_p50", percentile(pull.master_ms, 0.5), "ms");
  print("pull_apply_native", static_cast<double>(pull.rows) / replica_ms * 1000, "rows/s");

  bench_search(*replica_database);
  bench_lists(*replica_database);
  bench_save(*replica_database, replica, clock, random);
  bench_push(*master_database, master, folder);
  return 0;
}
