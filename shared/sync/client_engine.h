// The client's side of sync as a state machine: events in, effects out. No sockets, no clock, no
// threads: the browser, the tests and the simulator drive the same code.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "shared/sync/messages.h"

namespace cm {

// What the engine needs of the device's database. Every call is one transaction, durable on return;
// throws Failure. Implemented by store/replica.
class ReplicaStore {
 public:
  virtual ~ReplicaStore() = default;
  virtual DeviceId device() const = 0;
  virtual int schema() const = 0;
  // The oldest unsent operations in order; whole saves together where a save fits into `max`.
  virtual std::vector<Operation> list_unsent(std::size_t max) const = 0;
  virtual std::size_t count_unsent() const = 0;
  // Closes the operations that the server answered. No path removes one that it did not.
  virtual void close_operations(const PushReply& reply) = 0;
  // After a gap (409): the server's last seq; operations above it stay unsent and are sent again.
  virtual Cursor cursor() const = 0;
  // A page's rows and its cursor together; pending local edits stay on top of the pulled base.
  virtual void apply_page(const PullReply& page) = 0;
  // Forgets the base (not the outbox) because the master is not the one the cursor came from.
  virtual void restart_pull() = 0;
};

// ---- events ----
struct Started {};
struct Ticked {};                     // the wake-up asked for by WakeAt
struct NetworkChanged { bool online = true; };
struct Committed {};                  // a local save was written
struct SyncRequested {};              // the person pressed Sync now
struct SignedIn {};
struct SignedOut {};
struct Answered {                     // an HTTP answer to the last Send
  int status = 0;
  std::string body;
  std::string content_type;
  std::optional<std::int64_t> retry_after_ms;
};
struct Unanswered {};                 // no answer: network down, time-out, cut
using SyncEvent = std::variant<Started, Ticked, NetworkChanged, Committed, SyncRequested, SignedIn, SignedOut,
                               Answered, Unanswered>;

// ---- effects ----
struct Send {
  std::string path;  // "/v1/push" or "/v1/pull"
  std::string body;  // JSON
};
struct WakeAt { UnixMs at_ms = 0; };  // replaces any earlier one
struct StatusChanged {};              // status() differs from before
struct RowsChanged {};                // pulled rows were written: views must be read again
using SyncEffect = std::variant<Send, WakeAt, StatusChanged, RowsChanged>;

enum class SyncPhase { Idle, Pushing, Pulling, Waiting, NeedsSignIn, Stopped };

struct SyncStatus {
  SyncPhase phase = SyncPhase::Idle;
  bool online = true;                   // the last request was answered by our server
  std::size_t unsent = 0;
  std::optional<UnixMs> last_success_ms;
  std::string problem;                  // plain words; empty when all is well
  friend bool operator==(const SyncStatus&, const SyncStatus&) = default;
};

class ClientEngine {
 public:
  ClientEngine(ReplicaStore& store, const Clock& clock, Random& random);
  // At most one Send is open at a time. Failures of the store go through to the caller.
  std::vector<SyncEffect> handle(const SyncEvent& event);
  const SyncStatus& status() const { return status_; }

 private:
  // owner: helper "sync"
  ReplicaStore& store_;
  const Clock& clock_;
  Random& random_;
  SyncStatus status_;
};

}  // namespace cm
