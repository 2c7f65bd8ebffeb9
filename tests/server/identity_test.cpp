// Goal: only those who may sign in do, and a session cannot be stolen, guessed or sent from
// elsewhere. Method: the real program over real HTTP.
#include <doctest/doctest.h>

#include "tests/server/master_fixture.h"

namespace cm::test {

TEST_CASE("setup: the printed link makes the first administrator, once") {
  const TempFolder folder;
  ServerProcess server(folder.file("data"));
  REQUIRE(server.setup_token().size() == 43);
  HttpClient client(server.port());
  const std::string token = ",\"token\":\"" + server.setup_token() + "\"";

  CHECK(error_code(
            client.post("/v1/setup", credentials("asha", kPassword, 1, ",\"token\":\"wrong\""))) ==
        "setup.refused");
  CHECK(error_code(client.post("/v1/setup", credentials("asha", "short", 1, token))) ==
        "user.password");
  CHECK(error_code(client.post("/v1/setup", credentials("a b", kPassword, 1, token))) ==
        "user.name");

  const HttpAnswer made = client.post("/v1/setup", credentials("Asha ", kPassword, 1, token));
  CHECK(made.status == 200);
  CHECK(made.body == R"({"user":"asha","display_name":"asha","role":"administrator","device":1})");
  CHECK(client.get("/v1/session").status == 200);
  CHECK(error_code(client.post("/v1/setup", credentials("bela", kPassword, 2, token))) ==
        "setup.done");
}

TEST_CASE(
    "setup: a company that is named with it is made, with its accounts; a wrong one is said "
    "first") {
  const TempFolder folder;
  ServerProcess server(folder.file("data"));
  HttpClient client(server.port());
  const auto setup = [&](const std::string& company) {
    return client.post("/v1/setup", credentials("asha", kPassword, 1,
                                                ",\"token\":\"" + server.setup_token() +
                                                    "\",\"company\":" + company));
  };
  CHECK(error_code(setup(R"({"name":""})")) == "setup.company");
  CHECK(error_code(setup(R"({"name":"Sai","gstin":"12"})")) == "setup.company");
  CHECK(error_code(setup(R"({"title":"Sai"})")) == "json.key");
  CHECK(setup(R"({"name":"Sai Engineering Works","state":"Maharashtra"})").status == 200);
  const HttpAnswer page = client.post(
      "/v1/pull", R"({"proto":1,"schema":1,"have":{"epoch":"","seq":0,"salt":""},"max":500})");
  REQUIRE(page.status == 200);
  for (const char* name :
       {"Sai Engineering Works", "SEW", "Assets", "Accounts Receivable", "Default Customer Group",
        "All Territories", "Maharashtra", "Standard Selling", "Walk-in Customer"}) {
    CAPTURE(name);
    CHECK(page.body.find("\"" + std::string(name) + "\"") != std::string::npos);
  }
}

TEST_CASE("setup: the link is printed again until it was used, and then no more") {
  const TempFolder folder;
  std::string first, second;
  {
    ServerProcess server(folder.file("data"));
    first = server.setup_token();
  }
  {
    ServerProcess server(folder.file("data"));
    second = server.setup_token();
    REQUIRE(second.size() == 43);
    CHECK(first != second);
    HttpClient client(server.port());
    CHECK(error_code(client.post(
              "/v1/setup", credentials("asha", kPassword, 1, ",\"token\":\"" + first + "\""))) ==
          "setup.refused");
    CHECK(
        client.post("/v1/setup", credentials("asha", kPassword, 1, ",\"token\":\"" + second + "\""))
            .status == 200);
  }
  ServerProcess server(folder.file("data"));
  CHECK(server.setup_token().empty());
}

TEST_CASE("setup: without a device the administrator is made and signs in afterwards") {
  const TempFolder folder;
  ServerProcess server(folder.file("data"));
  HttpClient client(server.port());
  const HttpAnswer made =
      client.post("/v1/setup", "{\"user\":\"asha\",\"password\":\"" + std::string(kPassword) +
                                   "\",\"token\":\"" + server.setup_token() + "\"}");
  CHECK(made.status == 200);
  CHECK(client.cookie().empty());
  CHECK(client.post("/v1/session", credentials("asha", kPassword, 7)).status == 200);
}

TEST_CASE("session: the cookie is out of scripts' reach and stays on our site") {
  const ServedMaster master;
  HttpClient client(master.server.port());
  const HttpAnswer answer = client.post("/v1/session", credentials("asha", kPassword, 900));
  REQUIRE(answer.status == 200);
  const std::string cookie = answer.header("set-cookie");
  CHECK(cookie.find("cm_session=") == 0);
  for (const std::string part :
       {"; HttpOnly", "; SameSite=Strict", "; Path=/", "; Max-Age=2592000"}) {
    CAPTURE(part);
    CHECK(cookie.find(part) != std::string::npos);
  }
  CHECK(cookie.find("Secure") == std::string::npos);  // plain HTTP on localhost
  CHECK(client.cookie().size() == std::string("cm_session=").size() + 43);
  CHECK(client.get("/v1/session").body ==
        R"({"user":"asha","display_name":"asha","role":"administrator","device":900})");
}

TEST_CASE("session: behind a trusted proxy with TLS the cookie is Secure") {
  const ServedMaster master({"--behind-proxy"});
  HttpClient client(master.server.port());
  const HttpAnswer answer = client.post("/v1/session", credentials("asha", kPassword, 900),
                                        {{"X-Forwarded-Proto", "https"}});
  CHECK(answer.header("set-cookie").find("; Secure") != std::string::npos);
}

TEST_CASE("session: signing out ends it") {
  const ServedMaster master;
  HttpClient client = master.signed_in("asha", 900);
  const std::string cookie = client.cookie();
  CHECK(client.request("DELETE", "/v1/session", {}, {}).status == 200);
  client.set_cookie(cookie);
  CHECK(error_code(client.get("/v1/session")) == "session.required");
}

TEST_CASE("session: without one nothing of the master is told or changed") {
  const ServedMaster master;
  HttpClient client(master.server.port());
  for (const std::string cookie :
       {"", "cm_session=", "cm_session=AAAA", "cm_session=x; cm_session=y"}) {
    CAPTURE(cookie);
    client.set_cookie(cookie);
    CHECK(client.post("/v1/push", "{}").status == 401);
    CHECK(client.post("/v1/pull", "{}").status == 401);
    CHECK(client.get("/v1/conflicts").status == 401);
    CHECK(client.post("/v1/conflicts/c1", "{}").status == 401);
    CHECK(client.get("/v1/status").body.find("customers") == std::string::npos);
  }
}

TEST_CASE("session: a wrong password and an unknown user get the same answer, and then must wait") {
  const ServedMaster master;
  HttpClient client(master.server.port());
  const HttpAnswer wrong = client.post("/v1/session", credentials("asha", "not the password", 900));
  const HttpAnswer unknown =
      client.post("/v1/session", credentials("nobody", "not the password", 900));
  CHECK(wrong.status == 401);
  CHECK(wrong.body == unknown.body);
  CHECK(wrong.header("set-cookie").empty());
  HttpAnswer last = wrong;
  for (int i = 0; i < 5; ++i)
    last = client.post("/v1/session", credentials("asha", "not the password", 900));
  CHECK(error_code(last) == "session.locked");
  CHECK(std::stoi(last.header("retry-after")) >= 1);
  CHECK(client.post("/v1/session", credentials("asha", kPassword, 900)).status ==
        429);  // the right one too
  CHECK(master.add_user("bela", "rep").exit_code == 0);
  CHECK(client.post("/v1/session", credentials("bela", kPassword, 2)).status ==
        200);  // others are not held up
}

TEST_CASE("session: a device belongs to the user who first signed in on it") {
  const ServedMaster master;
  REQUIRE(master.add_user("bela", "rep").exit_code == 0);
  HttpClient client(master.server.port());
  const HttpAnswer refused = client.post("/v1/session", credentials("bela", kPassword, 900));
  CHECK(refused.status == 403);
  CHECK(error_code(refused) == "session.other_user");
  CHECK(client.post("/v1/session", credentials("bela", kPassword, 901)).status == 200);
}

TEST_CASE("session: requests from another site are refused") {
  const ServedMaster master;
  HttpClient client = master.signed_in("asha", 900);
  const std::vector<HttpClient::Headers> elsewhere = {{{"Origin", "http://evil.example.com"}},
                                                      {{"Origin", "null"}},
                                                      {{"Origin", "http://localhost:1"}},
                                                      {{"Sec-Fetch-Site", "cross-site"}},
                                                      {{"Sec-Fetch-Site", "same-site"}}};
  for (const auto& headers : elsewhere) {
    CAPTURE(headers.begin()->second);
    CHECK(error_code(client.post("/v1/pull", "{}", headers)) == "request.origin");
    CHECK(error_code(client.request("DELETE", "/v1/session", {}, headers)) == "request.origin");
  }
  CHECK(error_code(client.post("/v1/pull", "{}", {{"Sec-Fetch-Site", "same-origin"}})) ==
        "json.missing");
  CHECK(error_code(client.post("/v1/pull", "{}", {{"Origin", "http://localhost"}})) ==
        "json.missing");
}

TEST_CASE("user: names, roles and passwords from the command line") {
  const TempFolder folder;
  const std::string data = folder.file("data");
  const auto add = [&](const std::string& name, const std::string& role,
                       const std::string& password) {
    return run_program({"user", "add", name, "--role", role, "--password-stdin", "--data", data},
                       password + "\n");
  };
  CHECK(add("Bela", "office", kPassword).exit_code == 0);
  CHECK(add("bela", "rep", kPassword).exit_code == 3);  // taken
  CHECK(add("chitra", "rep", "short").exit_code == 3);
  CHECK(add("no spaces", "rep", kPassword).exit_code == 3);
  CHECK(add("dev", "king", kPassword).exit_code == 2);  // no such role
  CHECK(run_program({"user", "list", "--data", data}).out == "bela\toffice\n");
  const ProgramResult changed = run_program(
      {"user", "password", "bela", "--password-stdin", "--data", data}, "another password\n");
  CHECK(changed.exit_code == 0);
  ServerProcess server(data);
  HttpClient client(server.port());
  CHECK(client.post("/v1/session", credentials("bela", kPassword, 1)).status == 401);
  CHECK(client.post("/v1/session", credentials("BELA", "another password", 1)).status == 200);
}

}  // namespace cm::test
