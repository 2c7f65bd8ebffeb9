#include "server/http/errors.h"
#include "server/http/routes.h"
#include "server/sync_service.h"
#include "shared/domain/records/catalogue.h"
#include "shared/sync/protocol_json.h"

namespace cm {

HttpReply handle_push(const HttpRequest& request, Services& services) {
  const auto push =
      decode_push(record_catalogue(), request.body);  // before a writer's turn is taken
  if (!push) return error_reply(push.error().code, push.error().text);
  MasterPool::Lease lease(services.masters, MasterPool::Access::Write);
  services.masters.keep_up(*lease, services.clock);
  SyncService sync(lease->master, record_catalogue());
  const auto done = sync.push(actor_of(*request.session), *push);
  if (!done) return error_reply(done.error());
  HttpReply reply;
  reply.body = encode_push_reply(*done);
  return reply;
}

}  // namespace cm
