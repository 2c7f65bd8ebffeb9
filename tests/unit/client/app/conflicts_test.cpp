// Overwritten values: fetched, readable offline, decided through the server.
#include <doctest/doctest.h>

#include "tests/unit/client/app/device.h"

namespace cm::test {
namespace {

Conflict a_conflict(const std::string& id) {
  Conflict conflict(*Uuid::parse("0190a5b0-1234-7abc-8def-0123456789ab"));
  conflict.id = id;
  conflict.table = "customer";
  conflict.row_name = "Anita Sharma";
  conflict.lead = 18;
  conflict.winner = {{18, std::string("Net 45 days")}};
  conflict.winner_dot = {DeviceId{1}, 1};
  conflict.winner_stamp = {"bala", DeviceId{1}, kMorningMs};
  conflict.winner_device_name = "Bala's tablet";
  conflict.loser = {{18, std::string("Cash")}};
  conflict.loser_dot = {DeviceId{2}, 1};
  conflict.loser_stamp = {"asha", DeviceId{2}, kMorningMs};
  conflict.loser_device_name = "Asha's phone";
  return conflict;
}

void open_with(Device& device, const std::vector<Conflict>& conflicts) {
  device.start_signed_in();
  device.act(OpenScreen{Screen::Conflicts});
  CHECK(device.state().conflicts.loading);
  device.answer_conflicts(conflicts);
}

TEST_CASE("conflicts: opening the screen fetches them, with both values, who and which device") {
  Device device;
  open_with(device, {a_conflict("c1"), a_conflict("c2")});
  const ConflictsState& state = device.state().conflicts;
  CHECK_FALSE(state.loading);
  CHECK(state.fetched_ms == device.platform->clock().now_ms());
  REQUIRE(state.conflicts.size() == 2);
  CHECK(state.conflicts[0].winner == a_conflict("c1").winner);
  CHECK(state.conflicts[0].loser == a_conflict("c1").loser);
  CHECK(state.conflicts[0].loser_stamp.user == "asha");
  CHECK(state.conflicts[0].winner_device_name == "Bala's tablet");
  CHECK(device.state().open_conflicts == 2);
}

TEST_CASE("conflicts: those last fetched can be read offline") {
  Device device;
  open_with(device, {a_conflict("c1")});
  device.start("/conflicts");
  device.go_offline();
  CHECK(device.state().conflicts.conflicts.size() == 1);
  CHECK(device.state().open_conflicts == 1);
  CHECK(device.state().conflicts.problem.find("cannot be reached") != std::string::npos);
}

TEST_CASE(
    "conflicts: a decision goes to the server, and the conflict leaves the list once it is taken") {
  struct Case {
    ConflictState decision;
    const char* body;
  };
  for (const Case& each : {Case{ConflictState::Kept, R"({"decision":"keep"})"},
                           Case{ConflictState::Restored, R"({"decision":"restore"})"}}) {
    CAPTURE(each.body);
    Device device;
    open_with(device, {a_conflict("c1"), a_conflict("c2")});
    device.act(DecideConflict{"c1", each.decision}, DecideConflict{"c1", each.decision});
    CHECK(device.state().conflicts.deciding.count("c1") == 1);
    const HttpRequest request = device.answer("POST", "/v1/conflicts/c1", 200, "{}");
    CHECK(request.body == each.body);
    CHECK_FALSE(device.has_request("POST", "/v1/conflicts/c1"));
    REQUIRE(device.state().conflicts.conflicts.size() == 1);
    CHECK(device.state().conflicts.conflicts[0].id == "c2");
    CHECK(device.state().conflicts.deciding.empty());
    CHECK(device.has_request("POST", "/v1/pull"));
    CHECK(device.has_request("GET", "/v1/conflicts"));
  }
}

TEST_CASE("conflicts: without the server nothing is decided, and the page says so") {
  Device device;
  open_with(device, {a_conflict("c1")});
  device.act(DecideConflict{"c1", ConflictState::Kept});
  device.lose("POST", "/v1/conflicts/c1");
  CHECK(device.state().conflicts.conflicts.size() == 1);
  CHECK(device.state().conflicts.deciding.empty());
  REQUIRE(device.state().toast);
  CHECK(device.state().toast->is_error);
  CHECK(device.state().toast->text.find("cannot be reached") != std::string::npos);
}

TEST_CASE("conflicts: decided by somebody else, refused, or signed out, each is said in words") {
  struct Case {
    int status;
    const char* part;
    std::size_t left;
  };
  for (const Case& each : {Case{404, "Somebody else", 0}, Case{409, "Somebody else", 0},
                           Case{403, "Only the office", 1}, Case{401, "Only the office", 1}}) {
    CAPTURE(each.status);
    Device device;
    open_with(device, {a_conflict("c1")});
    device.act(DecideConflict{"c1", ConflictState::Restored});
    device.answer("POST", "/v1/conflicts/c1", each.status,
                  R"({"error":{"code":"x","text":"Only the office decides."}})");
    REQUIRE(device.state().toast);
    CHECK(device.state().toast->text.find(each.part) != std::string::npos);
    CHECK(device.state().conflicts.conflicts.size() == each.left);
    CHECK((device.state().sync.phase == SyncPhase::NeedsSignIn) == (each.status == 401));
  }
}

TEST_CASE("conflicts: a pull that brought rows asks for them, once for all its pages") {
  Device device;
  device.start_signed_in();
  device.act(SyncNow{});
  PulledRow row(*Uuid::parse("0190a5b0-1234-7abc-8def-0123456789ab"));
  row.table = "customer";
  row.fields = {{1, std::string("Pulled")}};
  row.versions = {{1, {DeviceId{9}, 1}}};
  row.created = row.changed = {"bala", DeviceId{9}, kMorningMs};
  device.answer_pull({row}, true);
  CHECK_FALSE(device.has_request("GET", "/v1/conflicts"));
  device.answer_pull();
  CHECK(device.has_request("GET", "/v1/conflicts"));
  device.answer_conflicts({a_conflict("c1")});
  CHECK(device.state().open_conflicts == 1);
}

TEST_CASE("conflicts: an answer that is no list leaves the old list standing") {
  Device device;
  open_with(device, {a_conflict("c1")});
  for (const char* body : {"", "{}", "[1]", "<html>"}) {
    CAPTURE(body);
    device.act(RefreshConflicts{});
    device.answer("GET", "/v1/conflicts", 200, body);
    CHECK(device.state().conflicts.conflicts.size() == 1);
    CHECK_FALSE(device.state().conflicts.problem.empty());
  }
}

}  // namespace
}  // namespace cm::test
