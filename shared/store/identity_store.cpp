#include "shared/store/identity_store.h"

#include "shared/base/failure.h"
#include "shared/store/statement.h"
#include "shared/store/transaction.h"

namespace cm {
namespace {

constexpr std::string_view kFindUser =
    "SELECT name, role, active, created_ms FROM app_user WHERE name = ?";
constexpr std::string_view kListUsers =
    "SELECT name, role, active, created_ms FROM app_user ORDER BY name";
constexpr std::string_view kFindPasswordHash =
    "SELECT password_hash FROM app_user WHERE name = ? AND active = 1";
constexpr std::string_view kInsertUser =
    "INSERT INTO app_user (name, role, password_hash, active, created_ms) VALUES (?, ?, ?, ?, ?)";
constexpr std::string_view kUpdatePassword = "UPDATE app_user SET password_hash = ? WHERE name = ?";
constexpr std::string_view kHasAdministrator =
    "SELECT EXISTS (SELECT 1 FROM app_user WHERE role = 'administrator' AND active = 1)";

constexpr std::string_view kReplaceOffer =
    "INSERT INTO setup_offer (one, token_hash, made_ms) VALUES (1, ?, ?)"
    " ON CONFLICT (one) DO UPDATE SET token_hash = excluded.token_hash, made_ms = excluded.made_ms";
constexpr std::string_view kTakeOffer = "DELETE FROM setup_offer WHERE token_hash = ? RETURNING 1";

// The master's own device never signs in: nobody may push under its number.
constexpr std::string_view kFindOwner = "SELECT user, revoked FROM device WHERE id = ?";
constexpr std::string_view kIsMaster = "SELECT 1 FROM sync_head WHERE device = ?";
constexpr std::string_view kClaimDevice =
    "INSERT INTO device (id, user, name, last_seq, floor_eff, seen_ms) VALUES (?, ?, ?, 0, 0, ?)"
    " ON CONFLICT (id) DO UPDATE SET user = excluded.user, name = excluded.name, seen_ms = "
    "excluded.seen_ms";
constexpr std::string_view kDeviceName = "SELECT name FROM device WHERE id = ?";

constexpr std::string_view kListDevices =
    "SELECT id, name, user, last_seq, seen_ms, revoked FROM device"
    " WHERE id NOT IN (SELECT device FROM sync_head) AND user <> 'server' ORDER BY seen_ms DESC, id";
constexpr std::string_view kReleaseDevice =
    "UPDATE device SET user = '', revoked = 0 WHERE id = ? AND id NOT IN (SELECT device FROM "
    "sync_head)";
constexpr std::string_view kRevokeDevice =
    "UPDATE device SET revoked = 1 WHERE id = ? AND id NOT IN (SELECT device FROM sync_head)";
constexpr std::string_view kHasDevice =
    "SELECT 1 FROM device WHERE id = ? AND id NOT IN (SELECT device FROM sync_head)";
constexpr std::string_view kDeleteSessionsOfDevice = "DELETE FROM session WHERE device = ?";
constexpr std::string_view kUpdateRole = "UPDATE app_user SET role = ? WHERE name = ?";
constexpr std::string_view kUpdateActive = "UPDATE app_user SET active = ? WHERE name = ?";

constexpr std::string_view kInsertSession =
    "INSERT INTO session (token_hash, user_name, device, seen_ms, expires_ms) VALUES (?, ?, ?, ?, "
    "?)";
constexpr std::string_view kFindSession =
    "SELECT s.user_name, u.role, s.device, coalesce(d.name, ''), s.seen_ms, s.expires_ms FROM "
    "session s"
    " JOIN app_user u ON u.name = s.user_name LEFT JOIN device d ON d.id = s.device"
    " WHERE s.token_hash = ? AND s.expires_ms > ? AND u.active = 1 AND coalesce(d.revoked, 0) = 0";
constexpr std::string_view kExtendSession =
    "UPDATE session SET seen_ms = ?, expires_ms = ? WHERE token_hash = ?";
constexpr std::string_view kDeleteSession = "DELETE FROM session WHERE token_hash = ?";
constexpr std::string_view kDeleteSessionsOfUser = "DELETE FROM session WHERE user_name = ?";
constexpr std::string_view kDeleteExpired = "DELETE FROM session WHERE expires_ms <= ?";

Role read_role(const Statement& statement, int column) {
  const auto role = parse_role(statement.text(column));
  if (!role)
    throw Failure(FailureCode::DatabaseUnreadable, "A user in the database has an unknown role.");
  return *role;
}

User read_user(const Statement& statement) {
  return {std::string(statement.text(0)), read_role(statement, 1), statement.integer(2) != 0,
          statement.integer(3)};
}

void insert_user(Database& database, const User& user, const std::string& password_hash) {
  Statement(database, kInsertUser)
      .bind(user.name, role_name(user.role), password_hash, user.active ? 1 : 0, user.created_ms)
      .run();
}

void run_in_transaction(Database& database, auto work) {
  Transaction transaction(database);
  work();
  transaction.commit();
}

}  // namespace

std::optional<std::string> parse_user_name(std::string_view text) {
  const auto is_space = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  if (text.empty() || text.size() > 64) return std::nullopt;
  std::string name(text);
  for (char& c : name) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    const bool allowed = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                         std::string_view("._-@").find(c) != std::string_view::npos;
    if (!allowed) return std::nullopt;
  }
  return name;
}

std::optional<User> IdentityStore::find_user(std::string_view name) const {
  Statement statement(database_, kFindUser);
  if (!statement.bind(name).step()) return std::nullopt;
  return read_user(statement);
}

std::optional<std::string> IdentityStore::find_password_hash(std::string_view name) const {
  Statement statement(database_, kFindPasswordHash);
  if (!statement.bind(name).step()) return std::nullopt;
  return std::string(statement.text(0));
}

std::vector<User> IdentityStore::list_users() const {
  std::vector<User> users;
  Statement statement(database_, kListUsers);
  while (statement.step()) users.push_back(read_user(statement));
  return users;
}

bool IdentityStore::add_user(const User& user, const std::string& password_hash) {
  Transaction transaction(database_);
  if (find_user(user.name)) return false;
  insert_user(database_, user, password_hash);
  transaction.commit();
  return true;
}

bool IdentityStore::save_password(std::string_view name, const std::string& password_hash) {
  Transaction transaction(database_);
  if (!find_user(name)) return false;
  Statement(database_, kUpdatePassword).bind(password_hash, name).run();
  Statement(database_, kDeleteSessionsOfUser).bind(name).run();
  transaction.commit();
  return true;
}

bool IdentityStore::has_administrator() const {
  Statement statement(database_, kHasAdministrator);
  return statement.step() && statement.integer(0) != 0;
}

UserChange IdentityStore::save_role(std::string_view name, Role role) {
  Transaction transaction(database_);
  if (!find_user(name)) return UserChange::NoSuchUser;
  const bool had_one = has_administrator();
  Statement(database_, kUpdateRole).bind(role_name(role), name).run();
  if (had_one && !has_administrator()) return UserChange::LastAdministrator;
  transaction.commit();
  return UserChange::Done;
}

UserChange IdentityStore::save_active(std::string_view name, bool active) {
  Transaction transaction(database_);
  if (!find_user(name)) return UserChange::NoSuchUser;
  const bool had_one = has_administrator();
  Statement(database_, kUpdateActive).bind(active ? 1 : 0, name).run();
  if (had_one && !has_administrator()) return UserChange::LastAdministrator;
  if (!active) Statement(database_, kDeleteSessionsOfUser).bind(name).run();
  transaction.commit();
  return UserChange::Done;
}

void IdentityStore::save_setup_token(const std::string& token_hash, UnixMs now_ms) {
  run_in_transaction(database_,
                     [&] { Statement(database_, kReplaceOffer).bind(token_hash, now_ms).run(); });
}

bool IdentityStore::set_up(const std::string& token_hash, const User& administrator,
                           const std::string& password_hash) {
  Transaction transaction(database_);
  if (has_administrator() || find_user(administrator.name)) return false;
  {
    Statement take(database_, kTakeOffer);
    if (!take.bind(token_hash).step()) return false;
  }
  insert_user(database_, administrator, password_hash);
  transaction.commit();
  return true;
}

DeviceClaim IdentityStore::claim_device(DeviceId device, std::string_view device_name,
                                        std::string_view user, UnixMs now_ms) {
  Transaction transaction(database_);
  {
    Statement master(database_, kIsMaster);
    if (master.bind(device).step()) return DeviceClaim::OtherUser;
    Statement owner(database_, kFindOwner);
    if (owner.bind(device).step()) {
      if (owner.integer(1) != 0) return DeviceClaim::Revoked;
      if (!owner.text(0).empty() && owner.text(0) != user) return DeviceClaim::OtherUser;
    }
  }
  Statement(database_, kClaimDevice).bind(device, user, device_name, now_ms).run();
  transaction.commit();
  return DeviceClaim::Taken;
}

std::vector<KnownDevice> IdentityStore::list_devices() const {
  std::vector<KnownDevice> devices;
  Statement statement(database_, kListDevices);
  while (statement.step()) {
    devices.push_back({DeviceId{static_cast<std::uint64_t>(statement.integer(0))},
                       std::string(statement.text(1)), std::string(statement.text(2)),
                       static_cast<DevSeq>(statement.integer(3)), statement.integer(4),
                       statement.integer(5) != 0});
  }
  return devices;
}

bool IdentityStore::release_device(DeviceId device) {
  return change_device(device, kReleaseDevice);
}

bool IdentityStore::revoke_device(DeviceId device) {
  return change_device(device, kRevokeDevice);
}

bool IdentityStore::change_device(DeviceId device, std::string_view sql) {
  Transaction transaction(database_);
  if (!Statement(database_, kHasDevice).bind(device).step()) return false;
  Statement(database_, sql).bind(device).run();
  Statement(database_, kDeleteSessionsOfDevice).bind(device).run();
  transaction.commit();
  return true;
}

std::string IdentityStore::device_name(DeviceId device) const {
  Statement statement(database_, kDeviceName);
  return statement.bind(device).step() ? std::string(statement.text(0)) : std::string();
}

void IdentityStore::open_session(const std::string& token_hash, const Session& session) {
  run_in_transaction(database_, [&] {
    Statement(database_, kInsertSession)
        .bind(token_hash, session.user, session.device, session.seen_ms, session.expires_ms)
        .run();
  });
}

std::optional<Session> IdentityStore::find_session(std::string_view token_hash,
                                                   UnixMs now_ms) const {
  Statement statement(database_, kFindSession);
  if (!statement.bind(token_hash, now_ms).step()) return std::nullopt;
  Session session;
  session.user = statement.text(0);
  session.role = read_role(statement, 1);
  session.device = {static_cast<std::uint64_t>(statement.integer(2))};
  session.device_name = statement.text(3);
  session.seen_ms = statement.integer(4);
  session.expires_ms = statement.integer(5);
  return session;
}

void IdentityStore::extend_session(std::string_view token_hash, UnixMs now_ms, UnixMs expires_ms) {
  run_in_transaction(database_, [&] {
    Statement(database_, kExtendSession).bind(now_ms, expires_ms, token_hash).run();
  });
}

void IdentityStore::close_session(std::string_view token_hash) {
  run_in_transaction(database_,
                     [&] { Statement(database_, kDeleteSession).bind(token_hash).run(); });
}

void IdentityStore::remove_expired_sessions(UnixMs now_ms) {
  run_in_transaction(database_, [&] { Statement(database_, kDeleteExpired).bind(now_ms).run(); });
}

}  // namespace cm
