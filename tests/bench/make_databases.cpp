// Makes FOLDER/master.db with made-up customers and FOLDER/replica.db, a device's copy of it, for
// bench_web.mjs.
//   make_databases FOLDER CUSTOMERS
// Prints how many rows a device pulls.
#include <SQLiteCpp/Database.h>

#include <cstdio>
#include <cstdlib>
#include <memory>
#include <string>

#include "tests/bench/sample_master.h"

namespace {

// Nothing is measured here and nothing is lost by a crash: as fast as it goes.
std::unique_ptr<cm::Database> open_unsafely(const std::string& path, cm::DatabaseKind kind) {
  auto database = cm::open_database(path, kind);
  database->sqlite().exec("PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000");
  return database;
}

}  // namespace

int main(int argc, char** argv) {
  using namespace cm;
  if (argc != 3) return std::fprintf(stderr, "make_databases FOLDER CUSTOMERS\n"), 1;
  const std::string folder = argv[1];
  ManualClock clock(1'700'000'000'000);
  SeededRandom random(42);
  const auto master_database = open_unsafely(folder + "/master.db", DatabaseKind::Master);
  Master master(*master_database, clock, random);
  fill_master(master, static_cast<std::size_t>(std::atoll(argv[2])), clock, random);
  const auto replica_database = open_unsafely(folder + "/replica.db", DatabaseKind::Replica);
  Replica replica(*replica_database, clock, random);
  std::printf("%zu\n", pull_all(master, replica).rows);
  return 0;
}
