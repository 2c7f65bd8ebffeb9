#include "server/http/errors.h"
#include "server/http/routes.h"
#include "server/sync_service.h"
#include "shared/domain/records/catalogue.h"
#include "shared/sync/protocol_json.h"

namespace cm {

HttpReply handle_pull(const HttpRequest& request, Services& services) {
  const auto pull = decode_pull(request.body);
  if (!pull) return error_reply(pull.error().code, pull.error().text);
  MasterPool::Lease lease(services.masters, MasterPool::Access::Read);
  const SyncService sync(lease->master, record_catalogue());
  const auto page = sync.pull(actor_of(*request.session), *pull);
  if (!page) return error_reply(page.error());
  HttpReply reply;
  reply.body = encode_pull_reply(record_catalogue(), *page);
  return reply;
}

}  // namespace cm
