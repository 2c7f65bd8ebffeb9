#include "server/identity/sign_in.h"

#include "server/identity/token.h"
#include "shared/base/failure.h"

namespace cm {
namespace {

tl::unexpected<SignInProblem> problem(std::string code, std::string text = {},
                                      std::int64_t retry_after_ms = 0) {
  return tl::unexpected(SignInProblem{std::move(code), std::move(text), retry_after_ms});
}

// Limits are kept per tried name, also for names that no user has.
std::string limit_key(const std::string& typed) {
  return parse_user_name(typed).value_or("?");
}

}  // namespace

SignInResult<OpenedSession> SignIn::open(IdentityStore& store, const Credentials& credentials,
                                         const std::string& address) {
  const std::string key = limit_key(credentials.user);
  const std::int64_t wait_ms = limit_.wait_ms(key, address, clock_.now_ms());
  if (wait_ms > 0) return problem("session.locked", {}, wait_ms);

  const auto name = parse_user_name(credentials.user);
  const auto kept = name ? store.find_password_hash(*name) : std::nullopt;
  switch (passwords_.check(kept, credentials.password)) {
    case PasswordCheck::Busy:
      return problem("server.busy", {}, 5'000);
    case PasswordCheck::Wrong:
      limit_.failed(key, address, clock_.now_ms());
      return problem("session.refused");
    case PasswordCheck::Right:
      break;
  }
  limit_.succeeded(key, address);
  const auto user = store.find_user(*name);
  if (!user) return problem("session.refused");  // removed meanwhile
  return open_session(store, *user, credentials);
}

SignInResult<OpenedSession> SignIn::set_up(IdentityStore& store, const std::string& setup_token,
                                           const Credentials& credentials,
                                           const std::string& address) {
  const std::int64_t wait_ms = limit_.wait_ms("setup", address, clock_.now_ms());
  if (wait_ms > 0) return problem("session.locked", {}, wait_ms);
  if (store.has_administrator()) return problem("setup.done");

  const auto name = parse_user_name(credentials.user);
  if (!name) return problem("user.name");
  const std::string wrong = password_problem(credentials.password);
  if (!wrong.empty()) return problem("user.password", wrong);

  const User administrator{*name, Role::Administrator, true, clock_.now_ms()};
  if (!store.set_up(hash_token(setup_token), administrator,
                    passwords_.hash(credentials.password))) {
    limit_.failed("setup", address, clock_.now_ms());
    return problem("setup.refused");
  }
  if (credentials.device.number == 0)
    return OpenedSession{{}, {administrator.name, administrator.role, {}, {}, 0, 0}};
  return open_session(store, administrator, credentials);
}

SignInResult<OpenedSession> SignIn::open_session(IdentityStore& store, const User& user,
                                                 const Credentials& credentials) {
  const UnixMs now_ms = clock_.now_ms();
  switch (store.claim_device(credentials.device, credentials.device_name, user.name, now_ms)) {
    case DeviceClaim::OtherUser:
      return problem("session.other_user");
    case DeviceClaim::Revoked:
      return problem("session.device_revoked");
    case DeviceClaim::Taken:
      break;
  }
  const Session session{user.name,
                        user.role,
                        credentials.device,
                        credentials.device_name,
                        now_ms,
                        now_ms + kSessionLengthMs};
  std::string token = make_token(random_);
  store.remove_expired_sessions(now_ms);
  store.open_session(hash_token(token), session);
  return OpenedSession{std::move(token), session};
}

std::optional<SignIn::Found> SignIn::find(IdentityStore& store, const std::string& token) {
  const UnixMs now_ms = clock_.now_ms();
  const std::string hash = hash_token(token);
  const auto session = store.find_session(hash, now_ms);
  if (!session) return std::nullopt;
  Found found{*session, now_ms - session->seen_ms >= kSessionNoteMs};
  if (found.extended) {
    found.session.seen_ms = now_ms;
    found.session.expires_ms = now_ms + kSessionLengthMs;
    // A full disk must not stop reading: then the session stands as it was.
    try {
      store.extend_session(hash, now_ms, found.session.expires_ms);
    } catch (const Failure&) {
      return Found{*session, false};
    }
  }
  return found;
}

void SignIn::close(IdentityStore& store, const std::string& token) {
  store.close_session(hash_token(token));
}

std::optional<std::string> SignIn::offer_setup(IdentityStore& store) {
  if (store.has_administrator()) return std::nullopt;
  std::string token = make_token(random_);
  store.save_setup_token(hash_token(token), clock_.now_ms());
  return token;
}

void SignIn::add_user(IdentityStore& store, const std::string& name, Role role,
                      const std::string& password) {
  const auto parsed = parse_user_name(name);
  if (!parsed) {
    throw Failure(FailureCode::Refused,
                  "A user name has 1 to 64 letters, digits, dots, hyphens, _ or @.");
  }
  const std::string wrong = password_problem(password);
  if (!wrong.empty()) throw Failure(FailureCode::Refused, wrong);
  if (!store.add_user({*parsed, role, true, clock_.now_ms()}, passwords_.hash(password))) {
    throw Failure(FailureCode::Refused, "There is a user " + *parsed + " already.");
  }
}

void SignIn::change_password(IdentityStore& store, const std::string& name,
                             const std::string& password) {
  const std::string wrong = password_problem(password);
  if (!wrong.empty()) throw Failure(FailureCode::Refused, wrong);
  const auto parsed = parse_user_name(name);
  if (!parsed || !store.save_password(*parsed, passwords_.hash(password))) {
    throw Failure(FailureCode::NotFound, "There is no user " + name + ".");
  }
}

}  // namespace cm
