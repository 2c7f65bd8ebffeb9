// Starting, signing in and out, and where each URL leads: with the server, without it, and with one
// that says no.
#include <doctest/doctest.h>

#include "client/app/session_json.h"
#include "tests/unit/client/app/device.h"

namespace cm::test {
namespace {

TEST_CASE("session: a fresh device shows sign-in and sends nothing") {
  Device device;
  device.start("/");
  CHECK(device.state().screen == Screen::SignIn);
  CHECK(device.url() == "/sign-in");
  CHECK(device.platform->open_requests.empty());
  CHECK(device.state().sync.phase == SyncPhase::NeedsSignIn);
}

TEST_CASE("session: signing in sends who, and on which device, and opens the customers") {
  Device device;
  device.start("/");
  device.act(EditSignIn{"user", "asha"}, EditSignIn{"password", "correct horse"}, SubmitSignIn{});
  CHECK(device.state().sign_in.busy);
  const HttpRequest request = device.answer(
      "POST", "/v1/session", 200, R"({"user":"asha","display_name":"Asha Rao","role":"office"})");
  CHECK(request.body.find(R"("user":"asha")") != std::string::npos);
  CHECK(request.body.find(R"("password":"correct horse")") != std::string::npos);
  CHECK(request.body.find(R"("device_name":"Test device")") != std::string::npos);
  CHECK(request.body.find(R"("device":)") != std::string::npos);
  CHECK(device.state().screen == Screen::Customers);
  CHECK(device.url() == "/customers");
  REQUIRE(device.state().session);
  CHECK(device.state().session->display_name == "Asha Rao");
  CHECK(device.state().sign_in.password.empty());
  CHECK(device.has_request("POST", "/v1/pull"));
}

TEST_CASE("session: a refused sign-in says why and keeps what was typed") {
  struct Case {
    int status;
    const char* body;
    const char* part;
  };
  const Case cases[] = {
      {401, R"({"error":{"code":"session.wrong","text":"no"}})", "wrong"},
      {403, R"({"error":{"code":"session.device","text":"This device belongs to Bala."}})",
       "belongs to Bala"},
      {500, R"({"error":{"code":"failure","text":"The server has no space left."}})",
       "no space left"},
      {0, "", "cannot be reached"},
      {200, R"({"hello":"captive portal"})", "could not be read"},
      {200, "<html>", "cannot be reached"},
      {401, "<html>", "cannot be reached"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.status);
    CAPTURE(each.body);
    Device device;
    device.start("/");
    device.act(EditSignIn{"user", "asha"}, EditSignIn{"password", "p"}, SubmitSignIn{});
    device.answer("POST", "/v1/session", each.status, each.body);
    CHECK(device.state().screen == Screen::SignIn);
    CHECK_FALSE(device.state().sign_in.busy);
    CHECK(device.state().sign_in.problem.find(each.part) != std::string::npos);
    CHECK(device.state().sign_in.user == "asha");
    CHECK(device.announced(each.part));
    CHECK_FALSE(device.state().session);
  }
}

TEST_CASE("session: an empty sign-in form is not sent, a second press neither") {
  Device device;
  device.start("/");
  device.act(SubmitSignIn{});
  CHECK(device.platform->open_requests.empty());
  CHECK_FALSE(device.state().sign_in.problem.empty());
  device.act(EditSignIn{"user", "asha"}, EditSignIn{"password", "p"}, SubmitSignIn{},
             SubmitSignIn{});
  CHECK(device.platform->open_requests.size() == 1);
}

TEST_CASE("session: who signed in before starts and works without any network") {
  Device device;
  device.start_signed_in();
  device.start("/customers");
  CHECK(device.state().screen == Screen::Customers);
  REQUIRE(device.state().session);
  CHECK(device.state().session->user == "asha");
  device.go_offline();
  CHECK(device.state().screen == Screen::Customers);
  CHECK_FALSE(device.state().sync.online);
}

TEST_CASE("session: a start with the network checks the session and takes the new role") {
  Device device;
  device.start_signed_in();
  device.start("/");
  device.answer("GET", "/v1/session", 200,
                R"({"user":"asha","display_name":"Asha R.","role":"rep"})");
  CHECK(device.state().session->role == "rep");
  CHECK(device.state().session->display_name == "Asha R.");
  device.start("/");
  CHECK(device.state().session->role == "rep");
}

TEST_CASE("session: an expired session leaves the work open and waits for sign-in before sending") {
  Device device;
  device.start_signed_in();
  device.start("/");
  const char* expired = R"({"error":{"code":"session.none","text":"Please sign in."}})";
  device.answer("GET", "/v1/session", 401, expired);
  device.answer("POST", "/v1/pull", 401, expired);
  CHECK(device.state().sync.phase == SyncPhase::NeedsSignIn);
  CHECK(device.state().screen == Screen::Customers);
  device.act(NewCustomer{});
  for (const auto& [field, text] : anita_sharma()) device.fill(field, text);
  device.act(SaveCustomer{});
  CHECK(device.state().sync.unsent > 0);
  CHECK_FALSE(device.has_request("POST", "/v1/push"));
  REQUIRE(device.state().toast);
  CHECK(device.state().toast->text.find("after you sign in") != std::string::npos);

  const std::string where = device.url();
  device.act(OpenScreen{Screen::SignIn});
  CHECK(device.state().screen == Screen::SignIn);
  CHECK(device.state().sign_in.user == "asha");
  device.act(EditSignIn{"password", "p"}, SubmitSignIn{});
  device.answer_session("POST");
  CHECK(device.url() == where);
  CHECK(device.has_request("POST", "/v1/push"));
}

TEST_CASE("session: a cookie of somebody else sends nothing under his name") {
  Device device;
  device.start_signed_in("asha");
  device.start("/");
  device.answer_session("GET", "bala");
  CHECK(device.state().session->user == "asha");
  device.answer_pull();
  CHECK(device.state().sync.phase == SyncPhase::NeedsSignIn);
}

TEST_CASE("session: a deep link leads there after sign-in") {
  Device device;
  device.start("/conflicts");
  CHECK(device.state().screen == Screen::SignIn);
  CHECK(device.url() == "/sign-in?next=/conflicts");
  device.act(EditSignIn{"user", "asha"}, EditSignIn{"password", "p"}, SubmitSignIn{});
  device.answer_session("POST");
  CHECK(device.state().screen == Screen::Conflicts);
  CHECK(device.url() == "/conflicts");
}

TEST_CASE("session: signing out locks the device and keeps what is not sent") {
  Device device;
  device.start_signed_in();
  device.go_offline();
  device.act(NewCustomer{});
  for (const auto& [field, text] : anita_sharma()) device.fill(field, text);
  device.act(SaveCustomer{});
  const std::size_t unsent = device.state().sync.unsent;
  REQUIRE(unsent > 0);
  device.go_offline();

  device.act(SignOut{});
  CHECK(device.state().screen == Screen::SignIn);
  CHECK_FALSE(device.state().session);
  CHECK(device.state().customers.rows.empty());
  CHECK_FALSE(device.state().editor);
  CHECK(device.announced("kept on this device"));
  device.go_offline();

  // Nothing is shown, nor sent, before somebody signs in; the server hears of the sign-out when it
  // can.
  device.start("/customers");
  CHECK(device.state().screen == Screen::SignIn);
  CHECK(device.has_request("DELETE", "/v1/session"));
  CHECK_FALSE(device.has_request("POST", "/v1/push"));
  device.answer("DELETE", "/v1/session", 204);
  device.act(EditSignIn{"user", "asha"}, EditSignIn{"password", "p"}, SubmitSignIn{});
  device.answer_session("POST");
  CHECK(device.state().sync.unsent == unsent);
  CHECK(device.has_request("POST", "/v1/push"));
  device.settle();
  CHECK(device.state().sync.unsent == 0);
  device.start("/");
  CHECK_FALSE(device.has_request("DELETE", "/v1/session"));
}

TEST_CASE("session: the one-time link makes the first administrator") {
  Device device;
  device.start("/setup#token=one-time");
  CHECK(device.state().screen == Screen::Setup);
  CHECK(device.state().setup.token == "one-time");
  device.act(EditSetup{"user", "meera"}, EditSetup{"password", "long enough"}, SubmitSetup{});
  CHECK(device.state().setup.problem.find("differ") != std::string::npos);
  CHECK(device.platform->open_requests.empty());
  device.act(EditSetup{"password_again", "long enough"}, SubmitSetup{});
  const HttpRequest request =
      device.answer("POST", "/v1/setup", 200, R"({"user":"meera","role":"administrator"})");
  CHECK(request.body.find(R"("token":"one-time")") != std::string::npos);
  CHECK(device.state().screen == Screen::Customers);
  CHECK(device.state().session->role == "administrator");
}

TEST_CASE("session: set-up problems stand on the form") {
  Device device;
  device.start("/setup");
  CHECK(device.state().setup.problem.find("one-time link") != std::string::npos);
  device.start("/setup#token=t");
  device.act(EditSetup{"user", "meera"}, SubmitSetup{});
  CHECK(device.state().setup.problem == "Choose a password.");
  device.act(EditSetup{"password", "long enough"}, EditSetup{"password_again", "long enough"},
             SubmitSetup{});
  CHECK(device.state().setup.busy);
  device.answer("POST", "/v1/setup", 403,
                R"({"error":{"code":"setup.used","text":"This link has been used."}})");
  CHECK(device.state().setup.problem == "This link has been used.");
  CHECK(device.state().screen == Screen::Setup);
}

TEST_CASE("session: the URL and the screen agree on every way between them") {
  Device device;
  device.start_signed_in();
  device.act(NewCustomer{});
  CHECK(device.url() == "/customers/new");
  device.act(OpenScreen{Screen::Sync});
  CHECK(device.url() == "/sync");
  CHECK(device.state().screen == Screen::Sync);
  const std::size_t navigations = device.platform->navigations.size();
  device.app->on_url("/customers/new");
  CHECK(device.state().editor);
  device.app->on_url("/customers?q=pune");
  CHECK_FALSE(device.state().editor);
  CHECK(device.state().customers.search_text == "pune");
  device.app->on_url("/conflicts");
  CHECK(device.state().screen == Screen::Conflicts);
  CHECK(device.platform->navigations.size() == navigations);  // Back and Forward need no answer
  device.app->on_url("/customers/0190a5b0-1234-7abc-8def-0123456789ab");
  CHECK(device.state().screen == Screen::Customers);
  CHECK(device.url() == "/customers?q=pune");
  REQUIRE(device.state().toast);
  CHECK(device.state().toast->is_error);
}

TEST_CASE("session_json: only a session is a session") {
  for (const char* text : {"", "[]", "{}", R"({"user":""})", R"({"user":1,"role":"rep"})",
                           R"({"user":"a"})", "<html>"}) {
    CAPTURE(text);
    CHECK_FALSE(decode_session(text));
  }
  const auto session = decode_session(R"({"user":"a","role":"rep","more":[1]})");
  REQUIRE(session);
  CHECK(session->display_name == "a");
}

}  // namespace
}  // namespace cm::test
