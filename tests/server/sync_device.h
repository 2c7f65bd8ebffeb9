// A device as the product has it: the real replica and the real client engine, talking HTTP to the
// server.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "shared/domain/quick_entry.h"
#include "shared/store/record_store.h"
#include "shared/store/replica.h"
#include "shared/sync/client_engine.h"
#include "tests/server/http_client.h"

namespace cm::test {

class SyncDevice {
 public:
  // What happens to the answers of the server.
  enum class Network { Works, LosesAnswers };

  SyncDevice(int port, std::uint64_t seed);

  int sign_in(const std::string& user, const std::string& name);  // the HTTP status
  // New (null) or existing customer: sets the boxes, checks them and saves. Failing findings fail
  // the test.
  RecordId save(const std::optional<RecordId>& customer,
                const std::map<std::string, std::string>& boxes);
  // Pushes and pulls until the engine rests.
  void sync(Network network = Network::Works);

  std::string value(const RecordId& customer,
                    std::string_view field) const;  // as text; empty when blank
  std::optional<CustomerSheet> find(const RecordId& customer) const;
  std::int64_t count_customers() const;  // but for the walk-in one
  std::size_t unsent() const { return replica_->count_unsent(); }
  const SyncStatus& status() const { return engine_->status(); }
  HttpClient& http() { return http_; }
  Replica& replica() { return *replica_; }
  ManualClock& clock() { return clock_; }

 private:
  void run(const SyncEvent& event, Network network);

  ManualClock clock_{1'800'000'000'000};
  SeededRandom random_;
  std::unique_ptr<Database> database_;
  std::unique_ptr<Replica> replica_;
  std::unique_ptr<ClientEngine> engine_;
  HttpClient http_;
  std::string user_;
};

}  // namespace cm::test
