// The way of a request from its head to its reply: framing, origin, route, session, body, handler,
// errors. Knows no sockets: http_server brings requests in and replies out.
#pragma once

#include <variant>

#include "server/http/routes.h"
#include "server/http/static_files.h"

namespace cm {

class Front {
 public:
  Front(Services services, const StaticFiles& files) : services_(services), files_(files) {}

  // What can be said from the head alone: a reply (an error, a static file), or the route that goes
  // on.
  std::variant<HttpReply, const Route*> admit(HttpRequest& request);
  // The rest, with the body as it came over the wire. Never throws.
  HttpReply answer(const Route& route, HttpRequest& request);

 private:
  std::variant<HttpReply, const Route*> admit_now(HttpRequest& request);
  HttpReply answer_now(const Route& route, HttpRequest& request);
  std::optional<HttpReply> find_session(const Route& route, HttpRequest& request);

  Services services_;
  const StaticFiles& files_;
};

}  // namespace cm
