// The master's database: the write door of the server. merge decides (shared/sync/merge.h), this
// writes: row, history, change log, conflicts, device sequence and commit mark of a batch in one
// transaction.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <tl/expected.hpp>
#include "shared/base/clock.h"
#include "shared/base/random.h"

#include "shared/domain/permissions.h"
#include "shared/store/database.h"
#include "shared/sync/messages.h"

namespace cm {

// Who pushes: always from the session, never from the body.
struct Actor {
  std::string user;
  Role role = Role::Rep;
  DeviceId device;
};

// A push whose first operation does not follow the device's last one.
struct SequenceGap {
  DevSeq last = 0;
};

class Master {
 public:
  // Makes epoch and the server's own device at the first opening.
  Master(Database& database, const Clock& clock, Random& random);

  // Applies operations last+1 … in order; ones at or below `last` get their stored results again.
  // All in one transaction, durable on return. New customers get their code here.
  // Operations with unknown tables or values that break a field's hard limits come back Denied and
  // kept for review. So do the operations for which `judge` has an objection: why, in plain words,
  // else empty. server/sync_service judges by role; no judge permits everything. And so do operations
  // of a source that only the master may name, and parts of merge units from a program that knows
  // them whole.
  using Judge = std::function<std::string(const Operation&, RowExists)>;
  tl::expected<PushReply, SequenceGap> push(const Actor& actor, const PushRequest& request,
                                            const Judge& judge = {});

  // Rows after the cursor in commit order, cut at rows_max / bytes_max. A cursor of another epoch,
  // above the head or with another salt: Diverged, and the client starts its pull again with its
  // outbox kept.
  struct Diverged {};
  tl::expected<PullReply, Diverged> pull(const PullRequest& request) const;

  // Saves made at the server itself (import, conflict decisions), as the server's own device.
  void commit(const std::vector<Change>& changes, ChangeSource source, const Actor& actor);

  // Oldest first; cut also where the values reach pull_bytes_max.
  std::vector<Conflict> list_conflicts(ConflictState state, std::size_t max) const;
  std::int64_t count_conflicts(ConflictState state) const;
  // What Restored would write, for asking whether a role may write it; nullopt when it is not open.
  std::optional<Change> find_restoring_change(const std::string& id) const;
  // Kept: the winner stays. Restored: the loser's value is written as an ordinary edit on the
  // winner. False when there is no such open conflict.
  bool decide_conflict(const std::string& id, ConflictState decision, const Actor& actor);

  std::int64_t head() const;
  std::string epoch() const;
  DeviceId device() const;
  // A restored copy must not pass for the master that the cursors came from.
  void start_new_epoch();

 private:
  class Session;

 public:
  // Several such saves in one transaction: an import's rows. Other writers wait until it ends.
  class Batch {
   public:
    explicit Batch(Master& master);
    ~Batch();  // what was not committed is undone
    Batch(const Batch&) = delete;
    Batch& operator=(const Batch&) = delete;
    // Failure Refused: nothing of this save is kept, and the batch goes on.
    void add(const std::vector<Change>& changes, ChangeSource source, const Actor& actor);
    void commit();  // durable on return; the batch is over

   private:
    Database& database_;
    std::unique_ptr<Session> session_;
    bool any_ = false;
  };

 private:
  Database& database_;
  const Clock& clock_;
  Random& random_;
};

}  // namespace cm
