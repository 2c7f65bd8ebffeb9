// Who may use the master: users, their sessions, the devices they sign in on, and the right to set
// the master up. Keeps only hashes: of passwords (argon2id) and of tokens; making them is
// server/identity's.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/clock.h"
#include "shared/record/version.h"
#include "shared/domain/permissions.h"
#include "shared/store/database.h"

namespace cm {

struct User {
  std::string name;  // sign-in name, in normal form: see parse_user_name
  Role role = Role::Rep;
  bool active = true;
  UnixMs created_ms = 0;
  friend bool operator==(const User&, const User&) = default;
};

// Trimmed and lower case; 1 to 64 letters, digits and . _ - @; nullopt when it is anything else.
std::optional<std::string> parse_user_name(std::string_view text);

struct Session {
  std::string user;
  Role role = Role::Rep;
  DeviceId device;
  std::string device_name;
  UnixMs seen_ms = 0;  // the last request that was noted
  UnixMs expires_ms = 0;
};

// A device as people manage it. The master's own is none.
struct KnownDevice {
  DeviceId id;
  std::string name;  // empty = never named
  std::string user;  // whose it is; empty = released, the next to sign in has it
  DevSeq last_seq = 0;
  UnixMs seen_ms = 0;
  bool revoked = false;
};

enum class DeviceClaim { Taken, OtherUser, Revoked };
enum class UserChange { Done, NoSuchUser, LastAdministrator };

class IdentityStore {
 public:
  explicit IdentityStore(Database& database) : database_(database) {}

  std::optional<User> find_user(std::string_view name) const;
  std::optional<std::string> find_password_hash(
      std::string_view name) const;      // of active users only
  std::vector<User> list_users() const;  // by name
  // False when the name is taken.
  bool add_user(const User& user, const std::string& password_hash);
  // Ends the user's sessions. False when there is no such user.
  bool save_password(std::string_view name, const std::string& password_hash);
  bool has_administrator() const;  // an active one
  // Sessions go on, with the new role. The last active administrator keeps his.
  UserChange save_role(std::string_view name, Role role);
  // An inactive user cannot sign in; his sessions end. Not the last active administrator.
  UserChange save_active(std::string_view name, bool active);

  // The right to make the first administrator; a new one replaces the old one.
  void save_setup_token(const std::string& token_hash, UnixMs now_ms);
  // Makes the user and uses the token up, in one transaction. False when an administrator exists
  // already, the token is not the one that was given out, or the name is taken.
  bool set_up(const std::string& token_hash, const User& administrator,
              const std::string& password_hash);

  // A device belongs to the first user who signed in on it: its unsent edits are his.
  // Taken: it is his, and the device's name is kept.
  DeviceClaim claim_device(DeviceId device, std::string_view device_name, std::string_view user,
                           UnixMs now_ms);
  std::vector<KnownDevice> list_devices() const;  // last seen first
  // Both end the device's sessions; false when there is no such device. Released: whoever signs in
  // on it next has it. Revoked: nobody can, until it is released.
  bool release_device(DeviceId device);
  bool revoke_device(DeviceId device);
  std::string device_name(DeviceId device) const;  // empty when unknown

  void open_session(const std::string& token_hash, const Session& session);
  // Not the expired ones, nor those of inactive users. The role is the user's of today.
  std::optional<Session> find_session(std::string_view token_hash, UnixMs now_ms) const;
  void extend_session(std::string_view token_hash, UnixMs now_ms, UnixMs expires_ms);
  void close_session(std::string_view token_hash);
  void remove_expired_sessions(UnixMs now_ms);

 private:
  bool change_device(DeviceId device, std::string_view sql);
  Database& database_;
};

}  // namespace cm
