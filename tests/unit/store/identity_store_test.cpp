// Goal: users, sessions and devices are kept as the header promises. Method: a master in memory.
#include "shared/store/identity_store.h"

#include <doctest/doctest.h>

#include "shared/domain/records/catalogue.h"
#include "shared/store/master.h"

namespace cm {
namespace {

const std::string kHash(64, 'a');
const std::string kOtherHash(64, 'b');

struct Kept {
  std::unique_ptr<Database> database = Database::open(":memory:", {}, record_catalogue());
  ManualClock clock{1'000};
  SeededRandom random{1};
  Master master{*database, clock, random};
  IdentityStore store{*database};

  Kept() { store.add_user({"asha", Role::Rep, true, 1}, "kept-password"); }
};

}  // namespace

TEST_CASE("identity: user names have one normal form") {
  const std::pair<std::string, std::optional<std::string>> cases[] = {
      {"asha", "asha"},       {" Asha.K ", "asha.k"}, {"a@example.com", "a@example.com"},
      {"A_b-3", "a_b-3"},     {"", std::nullopt},     {"two words", std::nullopt},
      {"a\nb", std::nullopt}, {"é", std::nullopt},    {std::string(65, 'a'), std::nullopt},
      {"a'--", std::nullopt}, {"a=b", std::nullopt}};
  for (const auto& [text, name] : cases) {
    CAPTURE(text);
    CHECK(parse_user_name(text) == name);
  }
}

TEST_CASE("identity: every role has a name that leads back to it") {
  for (const Role role :
       {Role::Rep, Role::Outlet, Role::Manager, Role::Office, Role::Auditor, Role::Administrator}) {
    CHECK(parse_role(role_name(role)) == role);
  }
  CHECK_FALSE(parse_role("king"));
  CHECK_FALSE(parse_role(""));
}

TEST_CASE("identity: a name is taken once, and a new password ends the sessions") {
  Kept kept;
  CHECK_FALSE(kept.store.add_user({"asha", Role::Office, true, 2}, "other"));
  CHECK(kept.store.find_user("asha")->role == Role::Rep);
  CHECK(kept.store.find_password_hash("asha") == "kept-password");
  CHECK_FALSE(kept.store.find_password_hash("bela"));
  kept.store.open_session(kHash, {"asha", Role::Rep, {5}, "", 10, 100});
  REQUIRE(kept.store.find_session(kHash, 50));
  CHECK(kept.store.save_password("asha", "new"));
  CHECK_FALSE(kept.store.find_session(kHash, 50));
  CHECK_FALSE(kept.store.save_password("bela", "new"));
  CHECK(kept.store.list_users().size() == 1);
}

TEST_CASE("identity: setting up works once, with the newest token only") {
  Kept kept;
  const User boss{"boss", Role::Administrator, true, 3};
  CHECK_FALSE(kept.store.set_up(kHash, boss, "p"));  // nothing was offered
  kept.store.save_setup_token(kHash, 1);
  kept.store.save_setup_token(kOtherHash, 2);
  CHECK_FALSE(kept.store.set_up(kHash, boss, "p"));
  CHECK_FALSE(kept.store.set_up(kOtherHash, {"asha", Role::Administrator, true, 3}, "p"));  // taken
  CHECK_FALSE(kept.store.has_administrator());
  CHECK(kept.store.set_up(kOtherHash, boss, "p"));
  CHECK(kept.store.has_administrator());
  CHECK_FALSE(kept.store.set_up(kOtherHash, {"second", Role::Administrator, true, 3}, "p"));
}

TEST_CASE("identity: sessions end at their time, and use makes them longer") {
  Kept kept;
  kept.store.claim_device({5}, "Tablet", "asha", 9);
  kept.store.open_session(kHash, {"asha", Role::Rep, {5}, "", 10, 100});
  const auto found = kept.store.find_session(kHash, 99);
  REQUIRE(found);
  CHECK(found->user == "asha");
  CHECK(found->device == DeviceId{5});
  CHECK(found->device_name == "Tablet");
  CHECK_FALSE(kept.store.find_session(kHash, 100));
  CHECK_FALSE(kept.store.find_session(kOtherHash, 50));
  kept.store.extend_session(kHash, 60, 200);
  CHECK(kept.store.find_session(kHash, 150)->seen_ms == 60);
  kept.store.remove_expired_sessions(199);
  CHECK(kept.store.find_session(kHash, 199));
  kept.store.remove_expired_sessions(200);
  CHECK_FALSE(kept.store.find_session(kHash, 150));
  kept.store.open_session(kHash, {"asha", Role::Rep, {5}, "", 10, 100});
  kept.store.close_session(kHash);
  CHECK_FALSE(kept.store.find_session(kHash, 50));
}

TEST_CASE("identity: a device stays with its first user, and the master's own is nobody's") {
  Kept kept;
  CHECK(kept.store.claim_device({5}, "Tablet", "asha", 1) == DeviceClaim::Taken);
  CHECK(kept.store.claim_device({5}, "Asha's tablet", "asha", 2) == DeviceClaim::Taken);
  CHECK(kept.store.device_name({5}) == "Asha's tablet");
  CHECK(kept.store.claim_device({5}, "Mine now", "bela", 3) == DeviceClaim::OtherUser);
  CHECK(kept.store.device_name({5}) == "Asha's tablet");
  CHECK(kept.store.claim_device(kept.master.device(), "Server", "asha", 4) == DeviceClaim::OtherUser);
  CHECK(kept.store.device_name({6}).empty());
}

}  // namespace cm
