// A wire that loses, doubles, delays and reorders, and sometimes answers for somebody else.
#pragma once

#include <functional>

#include "shared/base/random.h"
#include "shared/sync/client_engine.h"
#include "tests/simulation/scheduler.h"

namespace cm::simulation {

class LossyNetwork {
 public:
  LossyNetwork(Scheduler& scheduler, Random& random) : scheduler_(scheduler), random_(random) {}

  // `serve` runs at the server when the request arrives; `deliver` at the client: an answer, or the
  // time-out.
  void exchange(bool connected, std::function<Answered()> serve,
                std::function<void(const SyncEvent&)> deliver);
  void heal() { healed_ = true; }
  std::int64_t faults() const { return faults_; }

  static constexpr std::int64_t kTimeoutMs = 20'000;

 private:
  enum class Fault {
    None,
    DropRequest,
    DropReply,
    Duplicate,
    LateDuplicate,
    Slow,
    WifiPage,
    Unavailable
  };
  Fault draw_fault();

  Scheduler& scheduler_;
  Random& random_;
  bool healed_ = false;
  std::int64_t faults_ = 0;
};

}  // namespace cm::simulation
