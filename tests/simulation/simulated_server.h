// The real service and master behind a wire of strings: what the HTTP layer does, without HTTP.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "server/sync_service.h"
#include "shared/base/random.h"
#include "shared/store/database.h"
#include "shared/sync/client_engine.h"
#include "tests/simulation/options.h"
#include "tests/simulation/scheduler.h"

namespace cm::simulation {

class SimulatedServer {
 public:
  SimulatedServer(const Scheduler& scheduler, Random& random, Planted planted);

  Answered answer(const Actor& actor, const Send& request);
  // The process ends and starts again; what was committed stays.
  void restart();
  void backup_to(const std::string& path) { database_->backup_to(path); }
  void restore_from(const std::string& path, Restore how);
  void set_clock_skew_ms(std::int64_t skew_ms) { clock_.set_skew_ms(skew_ms); }
  // A person decides one open conflict, if there is one; its id.
  std::optional<std::string> decide_one(const Actor& actor, Random& random);

  Database& database() { return *database_; }
  Master& master() { return *master_; }
  // Pushes of nothing but known operations that changed something all the same.
  std::int64_t replays_that_changed() const { return replays_that_changed_; }

 private:
  Answered route(const Actor& actor, const Send& request);
  Answered push(const Actor& actor, const std::string& body);
  Answered pull(const Actor& actor, const std::string& body);
  void push_again_as_new(const Actor& actor, PushRequest request);

  SkewedClock clock_;
  Random& random_;
  Planted planted_;
  std::unique_ptr<Database> database_;
  std::unique_ptr<Master> master_;
  std::unique_ptr<SyncService> service_;
  std::map<DeviceId, DevSeq> last_by_device_;
  std::int64_t replays_that_changed_ = 0;
};

}  // namespace cm::simulation
