#include "server/sync_service.h"

#include <algorithm>
#include <array>

#include "shared/base/ensure.h"
#include "shared/sync/protocol_errors.h"

namespace cm {

namespace {

enum class May { No, Yes };

// What each role may do to the master's records. Who outranks whom in a merge is the fields'
// matter.
struct RolePermissions {
  Role role;
  May change;            // create and edit
  May remove_customers;  // hide a customer; links, addresses and contacts can be hidden by whoever
                         // may change
  May decide_conflicts;
};

constexpr std::array kPermissions = std::to_array<RolePermissions>({
    {Role::Rep, May::Yes, May::No, May::No},
    {Role::Outlet, May::Yes, May::No, May::No},
    {Role::Manager, May::Yes, May::No, May::Yes},
    {Role::Office, May::Yes, May::Yes, May::Yes},
    {Role::Auditor, May::No, May::No, May::No},
    {Role::Administrator, May::Yes, May::Yes, May::Yes},
});

const RolePermissions& permissions_of(Role role) {
  const auto found = std::find_if(kPermissions.begin(), kPermissions.end(),
                                  [&](const RolePermissions& row) { return row.role == role; });
  ENSURE(found != kPermissions.end(), "every role stands in the table");
  return *found;
}

bool writes_server_field(const Operation& op, const RecordType& type) {
  return std::any_of(op.fields.begin(), op.fields.end(), [&](const FieldValue& value) {
    const Field* field = type.find_field(value.field);
    return field != nullptr && field->server_only;
  });
}

}  // namespace

std::string check_permission(Role role, const Operation& op, const RecordCatalogue& records) {
  const RolePermissions& permissions = permissions_of(role);
  if (permissions.change == May::No) return "This role may read everything and change nothing.";
  if (op.kind == ChangeKind::Delete && op.table == "customer" &&
      permissions.remove_customers == May::No) {
    return "Only the office may delete a customer.";
  }
  const RecordType* type = records.find(op.table);
  if (type != nullptr && writes_server_field(op, *type))
    return "Only the server gives a record its number.";
  return {};
}

bool may_decide_conflicts(Role role) {
  return permissions_of(role).decide_conflicts == May::Yes;
}

tl::expected<PushReply, ErrorReply> SyncService::push(const Actor& actor,
                                                      const PushRequest& request) {
  if (request.device != actor.device) return tl::make_unexpected(make_error_reply("push.device"));
  Master::Denials denials;
  for (const Operation& op : request.ops) {
    std::string why = check_permission(actor.role, op, records_);
    if (!why.empty()) denials.emplace(op.seq, std::move(why));
  }
  auto reply = master_.push(actor, request, denials);
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
  Operation op(change->id);
  op.table = change->type->table();
  op.kind = change->kind;
  op.fields = change->fields;
  return check_permission(actor.role, op, records_).empty();
}

tl::expected<void, ErrorReply> SyncService::decide_conflict(const Actor& actor,
                                                            const std::string& id,
                                                            ConflictState decision) {
  if (!may_decide_conflicts(actor.role))
    return tl::make_unexpected(make_error_reply("request.refused"));
  if (decision == ConflictState::Restored && !may_restore(actor, id))
    return tl::make_unexpected(make_error_reply("request.refused"));
  if (!master_.decide_conflict(id, decision, actor))
    return tl::make_unexpected(make_error_reply("conflict.not_open"));
  return {};
}

}  // namespace cm
