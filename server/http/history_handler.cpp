#include "server/http/errors.h"
#include "server/http/routes.h"
#include "shared/store/record_past.h"
#include "shared/sync/protocol_json.h"

namespace cm {

// Everybody reads everything: scopes are not there yet.
HttpReply handle_history(const HttpRequest& request, Services& services) {
  const auto row = Uuid::parse(request.id);
  if (!row) return error_reply("request.not_found");
  MasterPool::Lease lease(services.masters, MasterPool::Access::Read);
  const auto changes = list_past(*lease->database, *row, MessageLimits::past_max);
  if (changes.empty()) return error_reply("request.not_found");
  HttpReply reply;
  reply.body = encode_past(changes);
  return reply;
}

}  // namespace cm
