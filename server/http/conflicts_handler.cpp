#include "server/http/errors.h"
#include "server/http/routes.h"
#include "server/sync_service.h"
#include "shared/domain/records/catalogue.h"
#include "shared/sync/message_reader.h"
#include "shared/sync/protocol_json.h"

namespace cm {
namespace {

// {"decision":"keep"} or {"decision":"restore"}.
Decoded<ConflictState> decode_decision(std::string_view json) {
  return decode_message<ConflictState>(json, 1024, [](MessageReader& reader) {
    ConflictState decision = ConflictState::Open;
    reader.read_object({{"decision"}}, [&](std::size_t) {
      const std::string word = reader.read_text(16);
      if (word == "keep")
        decision = ConflictState::Kept;
      else if (word == "restore")
        decision = ConflictState::Restored;
      else
        reader.fail("op.name");
    });
    return decision;
  });
}

}  // namespace

HttpReply handle_list_conflicts(const HttpRequest& request, Services& services) {
  MasterPool::Lease lease(services.masters, MasterPool::Access::Read);
  const SyncService sync(lease->master, record_catalogue());
  HttpReply reply;
  reply.body =
      encode_conflicts(record_catalogue(), sync.list_open_conflicts(actor_of(*request.session)));
  return reply;
}

HttpReply handle_decide_conflict(const HttpRequest& request, Services& services) {
  const auto decision = decode_decision(request.body);
  if (!decision) return error_reply(decision.error().code, decision.error().text);
  MasterPool::Lease lease(services.masters, MasterPool::Access::Write);
  SyncService sync(lease->master, record_catalogue());
  const auto decided = sync.decide_conflict(actor_of(*request.session), request.id, *decision);
  if (!decided) return error_reply(decided.error());
  HttpReply reply;
  reply.body = "{}";
  return reply;
}

}  // namespace cm
