#include "tests/bench/sample_master.h"

#include <chrono>
#include <optional>

#include "shared/domain/records/catalogue.h"
#include "shared/domain/sample_customers.h"

namespace cm {

std::unique_ptr<Database> open_database(const std::string& path, DatabaseKind kind) {
  OpenOptions options;
  options.kind = kind;
  return Database::open(path, options, record_catalogue());
}

void fill_master(Master& master, std::size_t customers, ManualClock& clock, Random& random) {
  SampleCustomers samples(1);
  const Actor importer{"import", Role::Administrator, master.device()};
  std::vector<Change> changes;
  for (std::size_t i = 1; i <= customers; ++i) {
    clock.advance_ms(1);
    for (Change& change :
         changes_of(check_draft(samples.next(), nullptr), nullptr, clock, random)) {
      changes.push_back(std::move(change));
    }
    if (i % 500 != 0 && i != customers) continue;
    master.commit(changes, ChangeSource::Import, importer);
    changes.clear();
  }
}

PullTimes pull_all(const Master& master, Replica& replica) {
  PullTimes times;
  for (bool more = true; more;) {
    PullRequest request;
    request.have = replica.cursor();
    const double start = wall_ms_since_start();
    const PullReply reply = *master.pull(request);
    const double pulled = wall_ms_since_start();
    replica.apply_page(reply);
    times.master_ms.push_back(pulled - start);
    times.replica_ms.push_back(wall_ms_since_start() - pulled);
    times.rows += reply.rows.size();
    more = reply.more;
  }
  return times;
}

double wall_ms_since_start() {
  using Ms = std::chrono::duration<double, std::milli>;
  return Ms(std::chrono::steady_clock::now().time_since_epoch()).count();
}

}  // namespace cm
