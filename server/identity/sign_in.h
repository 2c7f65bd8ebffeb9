// Signing in and out, sessions, and the first administrator. Knows no HTTP.
#pragma once

#include <optional>
#include <string>

#include <tl/expected.hpp>
#include "server/identity/password.h"
#include "server/identity/sign_in_limit.h"
#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "shared/store/identity_store.h"

namespace cm {

constexpr UnixMs kSessionLengthMs = 30LL * 24 * 3600 * 1000;  // since it was last used
constexpr UnixMs kSessionNoteMs = 3600 * 1000;                // a use is noted once an hour

struct Credentials {
  std::string user;
  std::string password;
  DeviceId device;
  std::string device_name;
};

struct OpenedSession {
  std::string token;  // for the cookie; not kept; empty = no session was opened
  Session session;
};

// `code` stands in the error table of server/http.
struct SignInProblem {
  std::string code;
  std::string text;  // empty = the table's
  std::int64_t retry_after_ms = 0;
};

template <class T>
using SignInResult = tl::expected<T, SignInProblem>;

class SignIn {
 public:
  SignIn(const Clock& clock, Random& random) : clock_(clock), random_(random) {}

  Random& random() { return random_; }

  // Takes the time of one password check whether or not the user exists.
  SignInResult<OpenedSession> open(IdentityStore& store, const Credentials& credentials,
                                   const std::string& address);
  // The first administrator, with a session at once where a device is named.
  SignInResult<OpenedSession> set_up(IdentityStore& store, const std::string& setup_token,
                                     const Credentials& credentials, const std::string& address);
  // Null when the token opens nothing. A session in use is extended; `extended` says that the
  // cookie is due again.
  struct Found {
    Session session;
    bool extended = false;
  };
  std::optional<Found> find(IdentityStore& store, const std::string& token);
  void close(IdentityStore& store, const std::string& token);

  // A new setup token, as long as there is no administrator; then null.
  std::optional<std::string> offer_setup(IdentityStore& store);

  // Failure when the name is taken or the password will not do.
  void add_user(IdentityStore& store, const std::string& name, Role role,
                const std::string& password);
  void change_password(IdentityStore& store, const std::string& name, const std::string& password);

 private:
  SignInResult<OpenedSession> open_session(IdentityStore& store, const User& user,
                                           const Credentials& credentials);

  const Clock& clock_;
  Random& random_;
  PasswordHasher passwords_;
  SignInLimit limit_;
};

}  // namespace cm
