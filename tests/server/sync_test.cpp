// Goal: what devices save reaches the master and each other, exactly once, whatever the network
// does. Method: real replicas and client engines over real HTTP to the real program.
#include <doctest/doctest.h>
#include <sqlite3.h>

#include <chrono>
#include <csignal>
#include <thread>

#include "shared/domain/records/catalogue.h"
#include "shared/sync/protocol_json.h"
#include "tests/server/master_fixture.h"
#include "tests/server/sync_device.h"

namespace cm::test {
namespace {

const std::map<std::string, std::string> kAnita = {
    {"name", "Anita Sharma"},     {"customer_type", "Individual"},
    {"phone", "9123456789"},      {"billing_address", "12, Green Park Colony"},
    {"billing_city", "Jaipur"},   {"billing_state", "Rajasthan"},
    {"billing_pincode", "302001"}};

// Two devices of one user that both know Anita.
struct TwoDevices {
  ServedMaster master;
  SyncDevice tablet{master.server.port(), 1};
  SyncDevice desk{master.server.port(), 2};
  RecordId anita = Uuid::from_bytes({});

  TwoDevices() {
    REQUIRE(tablet.sign_in("asha", "Asha's tablet") == 200);
    REQUIRE(desk.sign_in("asha", "Office desk") == 200);
    anita = tablet.save(std::nullopt, kAnita);
    tablet.sync();
    desk.sync();
  }
};

// Beside the running server.
int count_duplicate_pairs(const std::string& data) {
  sqlite3* connection = nullptr;
  sqlite3_stmt* statement = nullptr;
  REQUIRE(sqlite3_open_v2((data + "/master.db").c_str(), &connection, SQLITE_OPEN_READWRITE,
                          nullptr) == SQLITE_OK);
  sqlite3_busy_timeout(connection, 10'000);
  REQUIRE(sqlite3_prepare_v2(connection, "SELECT count(*) FROM duplicate_pair", -1, &statement,
                             nullptr) == SQLITE_OK);
  REQUIRE(sqlite3_step(statement) == SQLITE_ROW);
  const int count = sqlite3_column_int(statement, 0);
  sqlite3_finalize(statement);
  sqlite3_close(connection);
  return count;
}

}  // namespace

TEST_CASE("sync: the server compares by itself what a push changed") {
  TwoDevices devices;
  CHECK(count_duplicate_pairs(devices.master.data()) == 0);
  auto twin = kAnita;
  twin["name"] = "Sharma, Anita";
  devices.desk.save(std::nullopt, twin);
  devices.desk.sync();
  const auto give_up = std::chrono::steady_clock::now() + std::chrono::seconds(60);
  while (count_duplicate_pairs(devices.master.data()) == 0) {
    REQUIRE(std::chrono::steady_clock::now() < give_up);
    std::this_thread::yield();
  }
  CHECK(count_duplicate_pairs(devices.master.data()) == 1);
}

TEST_CASE("sync: a customer made on one device gets its number and reaches the other") {
  TwoDevices devices;
  CHECK(devices.tablet.unsent() == 0);
  CHECK(devices.tablet.status().problem.empty());
  const std::string code = devices.tablet.value(devices.anita, "code");
  CHECK_FALSE(code.empty());
  REQUIRE(devices.desk.find(devices.anita));
  CHECK(devices.desk.value(devices.anita, "name") == "Anita Sharma");
  CHECK(devices.desk.value(devices.anita, "code") == code);
  CHECK(devices.desk.find(devices.anita)->billing.has_value());
}

TEST_CASE("sync: the server tells the whole past of a record to whoever is signed in") {
  TwoDevices devices;
  devices.desk.save(devices.anita, {{"notes", "Prefers mornings"}});
  devices.desk.sync();
  const std::string path = "/v1/history/" + devices.anita.text();
  const auto past = decode_past(record_catalogue(), devices.tablet.http().get(path).body);
  REQUIRE(past);
  REQUIRE(past->size() > 2);
  CHECK(past->front().device_name == "Office desk");
  CHECK(past->front().after.front().value == Value(std::string("Prefers mornings")));
  CHECK(past->back().device_name == "Asha's tablet");
  CHECK(devices.tablet.http().get("/v1/history/nothing").status == 404);
  CHECK(devices.tablet.http().get("/v1/history/00000000-0000-7000-8000-000000000000").status == 404);
  HttpClient nobody(devices.master.server.port());
  CHECK(nobody.get(path).status == 401);
}

TEST_CASE("sync: edits of different fields on two devices are both kept") {
  TwoDevices devices;
  devices.tablet.save(devices.anita, {{"notes", "Prefers mornings"}});
  devices.desk.save(devices.anita, {{"credit_days", "15"}});
  devices.tablet.sync();
  devices.desk.sync();
  devices.tablet.sync();
  for (SyncDevice* device : {&devices.tablet, &devices.desk}) {
    CHECK(device->value(devices.anita, "notes") == "Prefers mornings");
    CHECK(device->value(devices.anita, "credit_days") == "15");
  }
  CHECK(devices.desk.http().get("/v1/conflicts").body == R"({"conflicts":[]})");
}

TEST_CASE("sync: of two edits of one field one wins and the other stands in the conflict list") {
  TwoDevices devices;
  devices.tablet.save(devices.anita, {{"notes", "from the tablet"}});
  devices.desk.clock().advance_ms(60'000);
  devices.desk.save(devices.anita, {{"notes", "from the desk"}});
  devices.tablet.sync();
  devices.desk.sync();
  devices.tablet.sync();
  const std::string winner = devices.tablet.value(devices.anita, "notes");
  CHECK(devices.desk.value(devices.anita, "notes") == winner);

  const auto listed =
      decode_conflicts(record_catalogue(), devices.desk.http().get("/v1/conflicts").body);
  REQUIRE(listed);
  REQUIRE(listed->size() == 1);
  const Conflict& conflict = listed->front();
  CHECK(conflict.row_name == "Anita Sharma");
  REQUIRE(conflict.loser.size() == 1);
  const std::string loser = std::get<std::string>(conflict.loser.front().value);
  CHECK(loser != winner);
  CHECK((loser == "from the tablet" || loser == "from the desk"));
  CHECK(conflict.loser_stamp.user == "asha");
  CHECK((conflict.loser_device_name == "Asha's tablet" ||
         conflict.loser_device_name == "Office desk"));
  CHECK(conflict.loser_device_name != conflict.winner_device_name);

  SUBCASE("restoring writes the loser again") {
    const std::string path = "/v1/conflicts/" + conflict.id;
    CHECK(devices.desk.http().post(path, R"({"decision":"restore"})").status == 200);
    CHECK(error_code(devices.desk.http().post(path, R"({"decision":"keep"})")) ==
          "conflict.not_open");
    devices.desk.sync();
    CHECK(devices.desk.value(devices.anita, "notes") == loser);
  }
  SUBCASE("keeping leaves the winner") {
    CHECK(
        devices.desk.http().post("/v1/conflicts/" + conflict.id, R"({"decision":"keep"})").status ==
        200);
    devices.desk.sync();
    CHECK(devices.desk.value(devices.anita, "notes") == winner);
  }
  CHECK(devices.desk.http().get("/v1/conflicts").body == R"({"conflicts":[]})");
}

TEST_CASE("sync: a push whose answer was lost is answered again and not applied twice") {
  TwoDevices devices;
  const RecordId second =
      devices.tablet.save(std::nullopt, {{"name", "Bharat Stores"}, {"customer_type", "Business"}});
  devices.tablet.sync(SyncDevice::Network::LosesAnswers);
  CHECK(devices.tablet.unsent() > 0);
  const std::string before = devices.desk.http().get("/v1/status").body;
  devices.tablet.sync();
  CHECK(devices.tablet.unsent() == 0);
  const std::string after = devices.desk.http().get("/v1/status").body;
  const auto head = [](const std::string& json) { return json.substr(json.find("\"head\":"), 12); };
  CHECK(head(before) == head(after));
  devices.desk.sync();
  CHECK(devices.desk.count_customers() == 2);
  CHECK_FALSE(devices.tablet.value(second, "code").empty());
}

TEST_CASE("push: a gap is refused with the last number that is known, and nothing is applied") {
  TwoDevices devices;
  PushRequest push;
  push.device = devices.tablet.replica().device();
  push.schema = devices.tablet.replica().schema();
  Operation op(Uuid::from_bytes({1, 2, 3}));
  op.seq = 1000;
  op.commit_seq = 1000;
  op.table = "customer";
  op.fields.push_back({1, std::string("Never applied")});
  push.ops.push_back(op);
  const HttpAnswer answer =
      devices.tablet.http().post("/v1/push", encode_push(record_catalogue(), push));
  CHECK(answer.status == 409);
  const auto error = decode_error(answer.body);
  REQUIRE(error);
  CHECK(error->code == "push.gap");
  REQUIRE(error->last);
  CHECK(*error->last > 0);
  CHECK(*error->last < 1000);
  devices.desk.sync();
  CHECK(devices.desk.count_customers() == 1);
}

TEST_CASE("push: another device's operations are refused") {
  TwoDevices devices;
  PushRequest push;
  push.device = devices.desk.replica().device();
  const HttpAnswer answer =
      devices.tablet.http().post("/v1/push", encode_push(record_catalogue(), push));
  CHECK(answer.status == 403);
  CHECK(error_code(answer) == "push.device");
}

TEST_CASE("push: an auditor's edits are denied and kept for review") {
  TwoDevices devices;
  REQUIRE(devices.master.add_user("olive", "auditor").exit_code == 0);
  SyncDevice auditor(devices.master.server.port(), 3);
  REQUIRE(auditor.sign_in("olive", "Audit laptop") == 200);
  auditor.sync();
  auditor.save(devices.anita, {{"notes", "changed by the auditor"}});
  auditor.sync();
  CHECK(auditor.unsent() == 0);
  devices.desk.sync();
  CHECK(devices.desk.value(devices.anita, "notes").empty());
  CHECK(devices.desk.http().get("/v1/conflicts").body.find("changed by the auditor") !=
        std::string::npos);
}

TEST_CASE("pull: gzip when asked for, and never when refused") {
  TwoDevices devices;
  for (int i = 0; i < 20; ++i)
    devices.tablet.save(std::nullopt,
                        {{"name", "Customer " + std::to_string(i)}, {"customer_type", "Business"}});
  devices.tablet.sync();
  PullRequest pull;
  pull.schema = devices.desk.replica().schema();
  const std::string body = encode_pull(pull);
  const HttpAnswer plain = devices.desk.http().post("/v1/pull", body);
  const HttpAnswer packed =
      devices.desk.http().post("/v1/pull", body, {{"Accept-Encoding", "gzip, br"}});
  const HttpAnswer refused =
      devices.desk.http().post("/v1/pull", body, {{"Accept-Encoding", "gzip;q=0, *;q=0.5"}});
  CHECK(plain.header("content-encoding").empty());
  CHECK(decode_pull_reply(record_catalogue(), plain.body));
  CHECK(packed.header("content-encoding") == "gzip");
  CHECK(packed.header("vary") == "Accept-Encoding");
  CHECK(packed.body.size() * 2 < plain.body.size());
  CHECK(refused.header("content-encoding").empty());
}

TEST_CASE("kill: what was acknowledged is there after kill -9 and a restart") {
  const TempFolder folder;
  const std::string data = folder.file("data");
  SyncDevice tablet(0, 1);
  RecordId anita = Uuid::from_bytes({});
  {
    ServerProcess server(data);
    tablet.http().set_port(server.port());
    tablet.http().post("/v1/setup", credentials("asha", kPassword, tablet.replica().device().number,
                                                ",\"token\":\"" + server.setup_token() + "\""));
    REQUIRE(tablet.sign_in("asha", "Tablet") == 200);
    anita = tablet.save(std::nullopt, kAnita);
    tablet.sync();
    REQUIRE(tablet.unsent() == 0);
    tablet.save(anita, {{"notes", "sent, but the answer was lost"}});
    tablet.sync(SyncDevice::Network::LosesAnswers);
    server.send_signal(SIGKILL);
    CHECK(server.wait() == -1);
  }
  CHECK(run_program({"verify", "--data", data}).exit_code == 0);
  ServerProcess server(data);
  tablet.http().set_port(server.port());
  tablet.sync();  // with the old cookie: sessions survive too
  CHECK(tablet.unsent() == 0);
  CHECK(tablet.status().problem.empty());
  SyncDevice desk(server.port(), 2);
  REQUIRE(desk.sign_in("asha", "Desk") == 200);
  desk.sync();
  CHECK(desk.value(anita, "notes") == "sent, but the answer was lost");
}

}  // namespace cm::test
