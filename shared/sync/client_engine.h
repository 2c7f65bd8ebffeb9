// The client's side of sync as a state machine: events in, effects out. No sockets, no clock, no
// threads: the browser, the tests and the simulator drive the same code.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "shared/record/record_type.h"
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
  // After a gap (409): the server knows this device only up to `last` (it was restored from a
  // backup), so closed operations above it are unsent again, as far as they are kept. False when
  // the one that follows `last` is not kept any more; then nothing changed.
  virtual bool reopen_operations(DevSeq last) {
    static_cast<void>(last);
    return false;
  }
  // What the base was pulled up to; a blank cursor when nothing was pulled yet.
  virtual Cursor cursor() const = 0;
  // A page's rows and its cursor together; pending local edits stay on top of the pulled base.
  virtual void apply_page(const PullReply& page) = 0;
  // Forgets the base (not the outbox) because the master is not the one the cursor came from.
  virtual void restart_pull() = 0;
};

// ---- events ----
struct Started {};
struct Ticked {};  // the wake-up asked for by WakeAt
struct NetworkChanged {
  bool online = true;
};
struct VisibilityChanged {
  bool visible = true;
};                        // a hidden page polls less often
struct Committed {};      // a local save was written
struct SyncRequested {};  // the person pressed Sync now
struct SignedIn {};
struct SignedOut {};
struct Answered {  // an HTTP answer to the last Send
  int status = 0;
  std::string body;
  std::string content_type;
  std::optional<std::int64_t> retry_after_ms;
};
struct Unanswered {};  // no answer: network down, time-out, cut
using SyncEvent = std::variant<Started, Ticked, NetworkChanged, VisibilityChanged, Committed,
                               SyncRequested, SignedIn, SignedOut, Answered, Unanswered>;

// ---- effects ----
struct Send {
  std::string path;  // "/v1/push" or "/v1/pull"
  std::string body;  // JSON
};
struct WakeAt {
  UnixMs at_ms = 0;
};                        // replaces any earlier one
struct StatusChanged {};  // status() differs from before
struct RowsChanged {};    // pulled rows were written: views must be read again
struct SentOperation {
  DevSeq seq = 0;
  std::string table;
  RecordId id;
};
struct DeniedOperation {
  SentOperation operation;
  std::string reason;  // the server's words
};
// The server kept these for review and did not apply them; they leave the outbox all the same, so
// their author must be told. Once per answer, at least one.
struct OperationsDenied {
  std::vector<DeniedOperation> operations;
};
struct UpdateNeeded {};  // the server speaks another version: look for a newer program
using SyncEffect =
    std::variant<Send, WakeAt, StatusChanged, RowsChanged, OperationsDenied, UpdateNeeded>;

enum class SyncPhase { Idle, Pushing, Pulling, Waiting, NeedsSignIn, Stopped };

struct SyncStatus {
  SyncPhase phase = SyncPhase::Idle;
  bool online = true;  // the last request was answered by our server
  std::size_t unsent = 0;
  std::optional<UnixMs> last_success_ms;
  std::string problem;  // plain words; empty when all is well
  friend bool operator==(const SyncStatus&, const SyncStatus&) = default;
};

// How often, in milliseconds. Every delay is drawn at random below its value (jitter), so that a
// fleet that lost its server together does not come back together.
struct SyncTimes {
  std::int64_t poll_ms = 15'000;  // between rounds while the page is visible
  std::int64_t poll_hidden_ms = 60'000;
  std::int64_t retry_min_ms = 1'000;  // after a failure: doubled each time, up to retry_max_ms
  std::int64_t retry_max_ms = 60'000;
  std::int64_t retry_after_max_ms = 600'000;  // the longest wait that a server can ask for
};

// A round sends every unsent operation, then pulls until nothing is left; then the engine idles and
// polls. An operation that the server refuses for good stops sending (problem says so, nothing is
// lost) while pulling and local work go on; Started, SyncRequested and SignedIn try again.
// A server of another version stops both; it is asked again after retry_after_max_ms, as one of the
// two may have been updated meanwhile.
class ClientEngine {
 public:
  ClientEngine(ReplicaStore& store, const RecordCatalogue& records, const Clock& clock,
               Random& random, const SyncTimes& times = {});
  // At most one Send is open at a time; the host answers each with one Answered or Unanswered.
  // Failures of the store go through to the caller; the engine then has no Send open and waits for
  // the next event.
  std::vector<SyncEffect> handle(const SyncEvent& event);
  const SyncStatus& status() const { return status_; }

 private:
  enum class Open { Nothing, Push, Pull };
  class Step;  // one event on its way through (client_engine.cpp)

  ReplicaStore& store_;
  const RecordCatalogue& records_;
  const Clock& clock_;
  Random& random_;
  SyncTimes times_;
  SyncStatus status_;

  Open open_ = Open::Nothing;
  std::vector<SentOperation> sent_;  // of the open push, in order
  Cursor sent_cursor_;               // of the open pull
  bool signed_in_ = true;            // until a 401 says otherwise
  bool visible_ = true;
  bool wanted_again_ = false;       // something happened while a Send was open
  bool pull_done_ = false;          // in this round
  std::string push_stopped_;        // why nothing is sent any more; empty = sending
  std::string version_refused_;     // what to do about the server's other version; empty = none
  std::optional<DevSeq> gap_last_;  // the last gap that was answered by reopening
  int failures_ = 0;                // in a row
  UnixMs hold_until_ms_ = 0;        // the server asked for quiet until then
  std::size_t batch_max_ = MessageLimits::push_ops_max;  // halved by a cut, doubled by an answer
  std::size_t rows_max_ = MessageLimits::pull_rows_max;  // likewise
  std::string problem_;
};

}  // namespace cm
