#include "server/http/cookie.h"
#include "server/http/errors.h"
#include "server/http/routes.h"
#include "server/http/session_json.h"
#include "server/http/session_reply.h"

namespace cm {

HttpReply session_reply(const HttpRequest& request, const SignInResult<OpenedSession>& result) {
  if (!result) {
    const SignInProblem& problem = result.error();
    if (problem.retry_after_ms > 0)
      return retry_later(problem.code, problem.retry_after_ms, problem.text);
    return error_reply(problem.code, problem.text);
  }
  HttpReply reply;
  reply.body = encode_session(result->session);
  if (!result->token.empty())
    reply.headers.push_back(session_cookie(result->token, request.head.secure));
  return reply;
}

HttpReply handle_sign_in(const HttpRequest& request, Services& services) {
  const auto credentials = decode_sign_in(request.body);
  if (!credentials) return error_reply(credentials.error().code, credentials.error().text);
  MasterPool::Lease lease(services.masters,
                          MasterPool::Access::Read);  // a password check takes long
  return session_reply(request,
                       services.sign_in.open(lease->identity, *credentials, request.head.address));
}

HttpReply handle_session(const HttpRequest& request, Services&) {
  HttpReply reply;
  reply.body = encode_session(*request.session);
  return reply;
}

HttpReply handle_sign_out(const HttpRequest& request, Services& services) {
  MasterPool::Lease lease(services.masters, MasterPool::Access::Write);
  services.sign_in.close(lease->identity, request.session_token);
  HttpReply reply;
  reply.body = "{}";
  reply.headers.push_back(session_cookie({}, request.head.secure));
  return reply;
}

}  // namespace cm
