// One device: the real engine on the real replica, a person who types, and a power switch.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "shared/base/random.h"
#include "shared/store/replica.h"
#include "shared/sync/client_engine.h"
#include "tests/simulation/scheduler.h"

namespace cm::simulation {

class SimulatedClient {
 public:
  // `transmit` takes a request and must call on_answer() with its number, at most once each.
  using Transmit = std::function<void(std::uint64_t number, const Send& request)>;

  SimulatedClient(Scheduler& scheduler, Random& random, std::string user, std::int64_t skew_ms,
                  Transmit transmit);

  void start();  // also after a crash
  // The process dies between two transactions: what was committed stays, the open request is
  // nobody's any more.
  void crash();
  void handle(const SyncEvent& event);
  void on_answer(std::uint64_t number, const SyncEvent& answer);

  // Types something and saves it; returns the operations that went into the outbox.
  std::vector<Operation> edit(const std::vector<RecordId>& known);
  std::vector<Operation> remove(const RecordId& id);
  // The rows that a person sees: not deleted.
  std::vector<RecordId> list_rows() const;
  void set_clock_skew_ms(std::int64_t skew_ms) { clock_.set_skew_ms(skew_ms); }

  Database& database() { return *database_; }
  Replica& replica() { return *replica_; }
  const SyncStatus& status() const { return engine_->status(); }
  const std::string& user() const { return user_; }

 private:
  void run(const std::vector<SyncEffect>& effects);
  std::vector<Operation> commit(const std::vector<Change>& changes);

  Scheduler& scheduler_;
  Random& random_;
  std::string user_;
  SkewedClock clock_;
  Transmit transmit_;
  std::unique_ptr<Database> database_;
  std::unique_ptr<Replica> replica_;
  std::unique_ptr<ClientEngine> engine_;
  std::uint64_t request_ = 0;  // the open one
  bool waiting_ = false;
  std::uint64_t wake_ = 0;  // the latest alarm; earlier ones are void
};

}  // namespace cm::simulation
