// A master full of made-up customers, and a device's copy of it, without a network in between.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "shared/store/master.h"
#include "shared/store/replica.h"

namespace cm {

std::unique_ptr<Database> open_database(const std::string& path, DatabaseKind kind);

// Commits that many sample customers, always the same, in saves of a few hundred. The clock goes on
// by a millisecond a customer, so that their ids ascend as those of a real import do.
void fill_master(Master& master, std::size_t customers, ManualClock& clock, Random& random);

// Milliseconds per page of the master's part and of the replica's.
struct PullTimes {
  std::vector<double> master_ms, replica_ms;
  std::size_t rows = 0;
};
// Until the replica holds everything.
PullTimes pull_all(const Master& master, Replica& replica);

double wall_ms_since_start();  // of an unnamed moment, never going back

}  // namespace cm
