// Goal: whatever the network, the clocks and the power do, nothing typed is lost, nothing is applied twice, every
// overwritten value stands in review, and all devices end equal to the master.
// Method: fixed seeds through the real engine, replica, service and master; then the same with a planted mistake each,
// to show that the oracle would see one. A seed that ever fails becomes a named test here.
#include <doctest/doctest.h>

#include "tests/simulation/options.h"

namespace {

using namespace cm::simulation;

void check_good(const Options& options) {
  const Result result = run_simulation(options);
  INFO(to_json(result));
  INFO(result.first_problem);
  CHECK(result.good());
  CHECK(result.ops > options.steps / 4);
  CHECK(result.faults > options.steps / 4);
  CHECK(result.conflicts > 0);
}

TEST_CASE("simulation: three devices over a lossy network lose nothing and end equal") {
  for (const std::uint64_t seed : {1, 2, 3}) check_good({seed, 3, 400, Planted::Nothing});
}

TEST_CASE("simulation: seven devices, one of them an auditor's, lose nothing and end equal") {
  check_good({11, 7, 500, Planted::Nothing});
}

TEST_CASE("simulation: one seed gives one run") {
  const Options options{4, 3, 120, Planted::Nothing};
  CHECK(to_json(run_simulation(options)) == to_json(run_simulation(options)));
}

TEST_CASE("simulation: the oracle sees a server that applies a batch again on retry") {
  CHECK(run_simulation({1, 3, 200, Planted::ApplyOnRetry}).twice > 0);
}

TEST_CASE("simulation: the oracle sees a server that settles conflicts by itself") {
  CHECK(run_simulation({1, 3, 200, Planted::ForgetLosers}).losers_missing > 0);
}

TEST_CASE("simulation: the oracle sees a device that misses rows") {
  CHECK(run_simulation({1, 3, 200, Planted::SkipRows}).diverged > 0);
}

TEST_CASE("simulation: the oracle sees a server that writes other values than were typed") {
  CHECK(run_simulation({1, 3, 200, Planted::SwapValues}).lost > 0);
}

}  // namespace
