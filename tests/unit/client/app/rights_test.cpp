// What a role may not do is refused before it is typed.
#include <doctest/doctest.h>

#include "client/app/rights.h"
#include "client/app/session_json.h"
#include "shared/domain/records/catalogue.h"
#include "tests/unit/client/app/device.h"

namespace cm::test {
namespace {

void start_as(Device& device, const std::string& role, std::string_view url = "/") {
  device.start(url);
  device.act(EditSignIn{"user", "asha"}, EditSignIn{"password", "correct horse"}, SubmitSignIn{});
  device.answer("POST", "/v1/session", 200, encode_session({"asha", "Asha", role}));
  device.answer_pull();
  device.answer_conflicts();
}

RecordId create_anita(Device& device) {
  device.act(NewCustomer{});
  for (const auto& [field, text] : anita_sharma()) device.fill(field, text);
  device.act(SaveCustomer{});
  return *device.editor().id;
}

TEST_CASE("rights: an auditor cannot begin a customer, by action or by address") {
  Device device;
  start_as(device, "auditor");
  CHECK_FALSE(device.state().rights.write);
  CHECK_FALSE(device.state().rights.create_customers);
  CHECK_FALSE(device.state().rights.decide_conflicts);
  device.act(NewCustomer{});
  CHECK_FALSE(device.state().editor);
  CHECK(device.state().toast->is_error);
  device.app->on_url("/customers/new");
  CHECK_FALSE(device.state().editor);
  CHECK(device.url() == "/customers");
}

TEST_CASE("rights: a deep link to a new customer is closed to an auditor at sign-in already") {
  Device device;
  start_as(device, "auditor", "/customers/new");
  CHECK_FALSE(device.state().editor);
}

TEST_CASE("rights: whose role the server takes down has a form to read from then on") {
  Device device;
  device.start_signed_in();
  const RecordId id = create_anita(device);
  device.settle();
  CHECK(device.editor().readonly.empty());
  device.start("/customers/" + id.text());
  device.answer("GET", "/v1/session", 200, encode_session({"asha", "Asha", "auditor"}));
  CHECK(device.editor().readonly.size() == quick_fields().size());
  device.act(EditCustomerField{"notes", "typed all the same"}, SaveCustomer{});
  CHECK(device.box("notes").empty());
  CHECK(device.state().sync.unsent == 0);
}

TEST_CASE("rights: every box of the form is a rep's") {
  Device device;
  start_as(device, "rep");
  create_anita(device);
  CHECK(device.editor().readonly.empty());
  device.act(EditCustomerField{"notes", "Gate closes at six"});
  CHECK(device.editor().dirty);
}

TEST_CASE("rights: who decides conflicts restores only what he may write himself") {
  Conflict conflict(*Uuid::parse("0190a5b0-1234-7abc-8def-0123456789ab"));
  conflict.table = "customer";
  const RecordType& customer = record_catalogue().get("customer");
  conflict.loser = {{customer.get_field("walk_in").number, std::int64_t{1}}};
  AppState state;
  state.session = UserSession{"meena", "Meena", "manager"};
  CHECK(restore_refusal(state, conflict).find("Only the office") == 0);
  state.session->role = "office";
  CHECK(restore_refusal(state, conflict).empty());
  state.session->role = "manager";
  conflict.loser = {{customer.get_field("notes").number, std::string("Gate closes at six")}};
  CHECK(restore_refusal(state, conflict).empty());
}

TEST_CASE("rights: a role that this program does not know is judged by the server alone") {
  Device device;
  start_as(device, "regional_director");
  CHECK(device.state().rights.create_customers);
  device.act(NewCustomer{});
  CHECK(device.editor().readonly.empty());
}

}  // namespace
}  // namespace cm::test
