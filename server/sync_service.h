// Sync on plain structs: what the HTTP handlers call, and what the simulator links. No HTTP, no
// SQL. Permissions (shared/domain/permissions.h) are asked here, per operation and field, by the role of
// the session; the master does the rest.
#pragma once

#include <string>
#include <vector>

#include <tl/expected.hpp>

#include "shared/record/record_type.h"
#include "shared/store/master.h"
#include "shared/sync/messages.h"

namespace cm {

class SyncService {
 public:
  SyncService(Master& master, const RecordCatalogue& records)
      : master_(master), records_(records) {}

  // Refused as a whole: push.device (403), push.gap (409, with `last`). What the role does not
  // permit comes back Denied, operation by operation, and is kept for review; the ones after it go
  // on.
  tl::expected<PushReply, ErrorReply> push(const Actor& actor, const PushRequest& request);
  // Refused: pull.diverged (409).
  tl::expected<PullReply, ErrorReply> pull(const Actor& actor, const PullRequest& request) const;

  std::vector<Conflict> list_open_conflicts(const Actor& actor) const;
  // Refused: request.refused (403), conflict.not_open (404).
  tl::expected<void, ErrorReply> decide_conflict(const Actor& actor, const std::string& id,
                                                 ConflictState decision);

 private:
  bool may_restore(const Actor& actor, const std::string& id) const;
  Master& master_;
  const RecordCatalogue& records_;
};

}  // namespace cm
