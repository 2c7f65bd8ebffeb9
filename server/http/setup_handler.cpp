#include "server/http/errors.h"
#include "server/http/routes.h"
#include "server/http/session_json.h"
#include "server/http/session_reply.h"

namespace cm {

HttpReply handle_setup(const HttpRequest& request, Services& services) {
  const auto setup = decode_setup(request.body);
  if (!setup) return error_reply(setup.error().code, setup.error().text);
  MasterPool::Lease lease(services.masters, MasterPool::Access::Read);
  return session_reply(request, services.sign_in.set_up(lease->identity, setup->token,
                                                        setup->credentials, request.head.address));
}

}  // namespace cm
