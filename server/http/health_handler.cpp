#include "server/http/routes.h"

namespace cm {

// The process answers and its database can be read.
HttpReply handle_health(const HttpRequest&, Services& services) {
  MasterPool::Lease lease(services.masters, MasterPool::Access::Read);
  lease->master.head();
  HttpReply reply;
  reply.body = "{\"ok\":true}";
  return reply;
}

}  // namespace cm
