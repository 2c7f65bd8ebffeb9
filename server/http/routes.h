// Every address of the API in one table. An address is added with one line there and one handler
// file.
#pragma once

#include <span>
#include <string_view>

#include "server/http/master_pool.h"
#include "server/http/message.h"
#include "server/identity/sign_in.h"

namespace cm {

// What handlers work with; all of it outlives the server.
struct Services {
  MasterPool& masters;
  SignIn& sign_in;
  const Clock& clock;
};

using Handler = HttpReply (*)(const HttpRequest&, Services&);

enum class Access { Anyone, SignedIn };

struct Route {
  std::string_view method;
  std::string_view path;  // may end in "{id}"
  Access access;
  std::size_t body_bytes_max;  // decompressed; 0 = no body
  Handler handler;
};

std::span<const Route> routes();

struct RouteMatch {
  const Route* route = nullptr;  // null: see allowed_methods
  std::string id;                // what stands at {id}
  std::string allowed_methods;   // for 405; empty = there is nothing at this address
};
RouteMatch match_route(std::string_view method, std::string_view path);

// Who acts, for the master.
inline Actor actor_of(const Session& session) {
  return {session.user, session.role, session.device};
}

// One file per address.
HttpReply handle_health(const HttpRequest&, Services&);
HttpReply handle_status(const HttpRequest&, Services&);
HttpReply handle_setup(const HttpRequest&, Services&);
HttpReply handle_sign_in(const HttpRequest&, Services&);
HttpReply handle_session(const HttpRequest&, Services&);
HttpReply handle_sign_out(const HttpRequest&, Services&);
HttpReply handle_push(const HttpRequest&, Services&);
HttpReply handle_pull(const HttpRequest&, Services&);
HttpReply handle_history(const HttpRequest&, Services&);
HttpReply handle_list_conflicts(const HttpRequest&, Services&);
HttpReply handle_decide_conflict(const HttpRequest&, Services&);

}  // namespace cm
