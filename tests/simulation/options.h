// What a run is given and what it ends with.
#pragma once

#include <cstdint>
#include <string>

namespace cm::simulation {

// A mistake put in on purpose, to show that the oracle sees it.
enum class Planted {
  Nothing,
  ApplyOnRetry,  // the server applies a batch again when it comes again
  ForgetLosers,  // the server settles every conflict without asking
  SkipRows,      // a device's pages arrive without some of their rows
  SwapValues,    // a device's operations reach the server with another value than was typed
};

// What happens to the master after half the run: it goes back to a backup made after a third of it.
enum class Restore { Never, WithNewEpoch, AsIfNothingHadHappened };

struct Options {
  std::uint64_t seed = 1;
  int clients = 3;
  int steps = 400;
  Planted planted = Planted::Nothing;
  Restore restore = Restore::Never;
  std::string backup_path;  // for Restore: a file that does not exist yet; removed by the caller
};

struct Result {
  std::uint64_t seed = 0;
  int clients = 0;
  std::int64_t ops = 0;             // operations typed at the clients
  std::int64_t faults = 0;          // network faults, crashes and clock jumps
  std::int64_t conflicts = 0;       // ever opened
  std::int64_t deletes = 0;         // of the operations
  std::int64_t refilled = 0;        // acknowledged operations that a restored backup lacked
  std::int64_t lost = 0;            // operations or winning values that the master does not have
  std::int64_t twice = 0;           // operations applied more than once
  std::int64_t losers_missing = 0;  // overwritten values that stand in no conflict
  std::int64_t losers_extra = 0;    // open conflicts whose value is not overwritten
  std::int64_t diverged = 0;        // rows that differ between a client and the master
  std::int64_t unsent = 0;          // operations that never went up
  std::string first_problem;        // for the person who looks into it

  bool good() const {
    return lost == 0 && twice == 0 && losers_missing == 0 && losers_extra == 0 && diverged == 0 &&
           unsent == 0;
  }
  void note(std::int64_t& count, const std::string& what) {
    ++count;
    if (first_problem.empty()) first_problem = what;
  }
};

// One line of JSON.
std::string to_json(const Result& result);

// Plays `steps` actions on `clients` devices over a bad network, heals it, waits, and judges.
Result run_simulation(const Options& options);

}  // namespace cm::simulation
