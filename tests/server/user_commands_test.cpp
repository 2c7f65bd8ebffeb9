// Goal: an administrator manages users and devices from the command line while the server runs.
// Method: the real program beside the real server.
#include <doctest/doctest.h>

#include "tests/server/crafted_push.h"
#include "tests/server/master_fixture.h"

namespace cm::test {
namespace {

struct Commands {
  const ServedMaster& master;
  ProgramResult operator()(std::vector<std::string> words) const {
    words.insert(words.end(), {"--data", master.data()});
    return run_program(words);
  }
};

int sign_in(const ServedMaster& master, const std::string& user, std::uint64_t device) {
  HttpClient client(master.server.port());
  return client.post("/v1/session", credentials(user, kPassword, device)).status;
}

}  // namespace

TEST_CASE("user: a new role holds from the next request on") {
  ServedMaster master;
  const Commands run{master};
  REQUIRE(master.add_user("ravi", "rep").exit_code == 0);
  HttpClient ravi = master.signed_in("ravi", 5);
  CHECK(json_text(ravi.get("/v1/session").body, "role") == "rep");
  CHECK(run({"user", "role", "Ravi", "manager"}).exit_code == 0);
  CHECK(json_text(ravi.get("/v1/session").body, "role") == "manager");
  CHECK(run({"user", "list"}).out == "asha\tadministrator\nravi\tmanager\n");
  CHECK(run({"user", "role", "ravi", "king"}).exit_code == 2);
  CHECK(run({"user", "role", "nobody", "rep"}).err.find("There is no user nobody.") !=
        std::string::npos);
}

TEST_CASE("user: a deactivated user is out at once and in again when activated") {
  ServedMaster master;
  const Commands run{master};
  REQUIRE(master.add_user("ravi", "rep").exit_code == 0);
  HttpClient ravi = master.signed_in("ravi", 5);
  CHECK(run({"user", "deactivate", "ravi"}).exit_code == 0);
  CHECK(ravi.get("/v1/session").status == 401);
  CHECK(sign_in(master, "ravi", 5) == 401);
  CHECK(run({"user", "list"}).out.find("ravi\trep\tinactive\n") != std::string::npos);
  CHECK(run({"user", "activate", "ravi"}).exit_code == 0);
  CHECK(ravi.get("/v1/session").status == 401);  // the old session stays ended
  CHECK(sign_in(master, "ravi", 5) == 200);
}

TEST_CASE("user: the last active administrator stays one") {
  ServedMaster master;
  const Commands run{master};
  for (const auto& words : std::vector<std::vector<std::string>>{
           {"user", "deactivate", "asha"}, {"user", "role", "asha", "office"}}) {
    const ProgramResult refused = run(words);
    CHECK(refused.exit_code == 3);
    CHECK(refused.err.find("last active administrator") != std::string::npos);
  }
  CHECK(run({"user", "list"}).out == "asha\tadministrator\n");
  REQUIRE(master.add_user("bela", "administrator").exit_code == 0);
  CHECK(run({"user", "deactivate", "asha"}).exit_code == 0);
}

TEST_CASE("device: belongs to its first user until it is released") {
  ServedMaster master;
  const Commands run{master};
  REQUIRE(master.add_user("ravi", "rep").exit_code == 0);
  REQUIRE(master.add_user("bela", "rep").exit_code == 0);
  HttpClient ravi = master.signed_in("ravi", 5);
  CHECK(sign_in(master, "bela", 5) == 403);
  CHECK(run({"device", "list"}).out.find("5\travi\t") != std::string::npos);
  const ProgramResult released = run({"device", "release", "5"});
  CHECK(released.exit_code == 0);
  CHECK(released.err.find("unsent changes of its last user cannot be known here") !=
        std::string::npos);
  CHECK(ravi.get("/v1/session").status == 401);
  CHECK(run({"device", "list"}).out.find("\treleased\t") != std::string::npos);
  CHECK(sign_in(master, "bela", 5) == 200);
  CHECK(sign_in(master, "ravi", 5) == 403);
  CHECK(run({"device", "list"}).out.find("5\tbela\t") != std::string::npos);
}

TEST_CASE("device: a revoked one is shut out, and nothing that it sends is taken") {
  ServedMaster master;
  const Commands run{master};
  REQUIRE(master.add_user("ravi", "rep").exit_code == 0);
  HttpClient ravi = master.signed_in("ravi", 5);
  CHECK(run({"device", "revoke", "5"}).exit_code == 0);
  CraftedPush push(5);
  push.put("customer", Uuid::from_bytes({1}),
           {{"name", std::string("Too late")}, {"customer_type", std::string("business")}});
  CHECK(push.post(ravi).status == 401);
  HttpClient again(master.server.port());
  CHECK(error_code(again.post("/v1/session", credentials("ravi", kPassword, 5))) ==
        "session.device_revoked");
  CHECK(run({"device", "list"}).out.find("\trevoked\t") != std::string::npos);
  CHECK(sign_in(master, "ravi", 6) == 200);  // the user is not
  CHECK(run({"device", "release", "5"}).exit_code == 0);
  HttpClient back = master.signed_in("ravi", 5);
  CHECK(push.post(back).status == 200);
}

TEST_CASE("device: numbers that are none are refused, the master's own among them") {
  ServedMaster master;
  const Commands run{master};
  for (const char* verb : {"release", "revoke"}) {
    CHECK(run({"device", verb, "4711"}).exit_code == 3);
    CHECK(run({"device", verb, "five"}).exit_code == 2);
    CHECK(run({"device", verb}).exit_code == 2);
  }
}

TEST_CASE("help: every command of users and devices explains itself") {
  for (const auto& words : std::vector<std::vector<std::string>>{
           {"user"}, {"user", "list"}, {"user", "add"}, {"user", "role"}, {"user", "password"},
           {"user", "deactivate"}, {"user", "activate"}, {"device"}, {"device", "list"},
           {"device", "release"}, {"device", "revoke"}}) {
    std::vector<std::string> asked = words;
    asked.push_back("--help");
    CAPTURE(words.back());
    const ProgramResult help = run_program(asked);
    CHECK(help.exit_code == 0);
    CHECK(help.out.size() > 80);
  }
}

}  // namespace cm::test
