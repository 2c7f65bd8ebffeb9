// Goal: whatever the network, the clocks and the power do, nothing typed is lost, nothing is
// applied twice, every overwritten value stands in review, and all devices end equal to the master.
// Method: fixed seeds through the real engine, replica, service and master; then the same with a
// planted mistake each, to show that the oracle would see one. A seed that ever fails becomes a
// named test here.
#include <filesystem>

#include <doctest/doctest.h>
#include <unistd.h>

#include "tests/simulation/options.h"

namespace {

using namespace cm::simulation;

Options run_of(std::uint64_t seed, int clients, int steps) {
  Options options;
  options.seed = seed;
  options.clients = clients;
  options.steps = steps;
  return options;
}

Result run_planted(Planted mistake) {
  Options options = run_of(1, 3, 200);
  options.planted = mistake;
  return run_simulation(options);
}

Result check_good(const Options& options) {
  const Result result = run_simulation(options);
  INFO(to_json(result));
  INFO(result.first_problem);
  CHECK(result.good());
  CHECK(result.ops > options.steps / 4);
  CHECK(result.faults > options.steps / 4);
  CHECK(result.conflicts > 0);
  return result;
}

TEST_CASE("simulation: three devices over a lossy network lose nothing and end equal") {
  std::int64_t deletes = 0;
  for (const std::uint64_t seed : {1, 2, 3}) deletes += check_good(run_of(seed, 3, 400)).deletes;
  CHECK(deletes > 0);
}

TEST_CASE("simulation: seven devices, one of them an auditor's, lose nothing and end equal") {
  check_good(run_of(11, 7, 500));
}

// Devices keep their own operations: together they give a restored master back what its backup
// lacked.
void check_restored(Restore how) {
  for (const std::uint64_t seed : {21, 22}) {
    Options options = run_of(seed, 3, 240);
    options.restore = how;
    const auto path =
        std::filesystem::temp_directory_path() /
        ("simulated-master-" + std::to_string(::getpid()) + "-" + std::to_string(seed) + ".db");
    options.backup_path = path.string();
    CHECK(check_good(options).refilled > 0);
    for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(path.string() + suffix);
  }
}

TEST_CASE(
    "simulation: a master restored from an older backup gets back from its devices what it lacks") {
  check_restored(Restore::WithNewEpoch);
}

TEST_CASE(
    "simulation: a master restored in silence is recognised by its salts and gets back what it "
    "lacks") {
  check_restored(Restore::AsIfNothingHadHappened);
}

TEST_CASE("simulation: one seed gives one run") {
  const Options options = run_of(4, 3, 120);
  CHECK(to_json(run_simulation(options)) == to_json(run_simulation(options)));
}

TEST_CASE("simulation: the oracle sees a server that applies a batch again on retry") {
  CHECK(run_planted(Planted::ApplyOnRetry).twice > 0);
}

TEST_CASE("simulation: the oracle sees a server that settles conflicts by itself") {
  CHECK(run_planted(Planted::ForgetLosers).losers_missing > 0);
}

TEST_CASE("simulation: the oracle sees a device that misses rows") {
  CHECK(run_planted(Planted::SkipRows).diverged > 0);
}

TEST_CASE("simulation: the oracle sees a server that writes other values than were typed") {
  CHECK(run_planted(Planted::SwapValues).lost > 0);
}

}  // namespace
