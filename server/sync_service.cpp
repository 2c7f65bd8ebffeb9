#include "server/sync_service.h"

#include "shared/domain/permissions.h"
#include "shared/sync/protocol_errors.h"
#include "shared/sync/unit_ledger.h"

namespace cm {

tl::expected<PushReply, ErrorReply> SyncService::push(const Actor& actor,
                                                      const PushRequest& request) {
  if (request.device != actor.device) return tl::make_unexpected(make_error_reply("push.device"));
  const auto judge = [&](const Operation& op, RowExists exists) {
    const RecordType& type = records_.get(op.table);  // the master asks about known tables only
    return check_permission(actor.role, {type, op.kind, op.base.contains(kDeletedUnit), op.fields},
                            exists);
  };
  auto reply = master_.push(actor, request, judge);
  if (reply) return std::move(*reply);
  ErrorReply error = make_error_reply("push.gap");
  error.last = reply.error().last;
  return tl::make_unexpected(std::move(error));
}

tl::expected<PullReply, ErrorReply> SyncService::pull(const Actor&,
                                                      const PullRequest& request) const {
  auto reply = master_.pull(request);
  if (reply) return std::move(*reply);
  return tl::make_unexpected(make_error_reply("pull.diverged"));
}

std::vector<Conflict> SyncService::list_open_conflicts(const Actor&) const {
  return master_.list_conflicts(ConflictState::Open, MessageLimits::conflicts_max);
}

// A refused change becomes no more permitted by being pressed through the review.
bool SyncService::may_restore(const Actor& actor, const std::string& id) const {
  const auto change = master_.find_restoring_change(id);
  if (!change) return true;
  const RowExists exists = change->base.empty() ? RowExists::No : RowExists::Yes;
  const bool shows_again = change->base.contains(kDeletedUnit);
  return check_permission(actor.role, {*change->type, change->kind, shows_again, change->fields},
                          exists)
      .empty();
}

tl::expected<void, ErrorReply> SyncService::decide_conflict(const Actor& actor,
                                                            const std::string& id,
                                                            ConflictState decision) {
  if (!may(actor.role, Act::DecideConflicts))
    return tl::make_unexpected(make_error_reply("request.refused"));
  if (decision == ConflictState::Restored && !may_restore(actor, id))
    return tl::make_unexpected(make_error_reply("request.refused"));
  if (!master_.decide_conflict(id, decision, actor))
    return tl::make_unexpected(make_error_reply("conflict.not_open"));
  return {};
}

}  // namespace cm
