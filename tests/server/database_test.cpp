// Goal: a file that is not a sound master of our time is refused in plain words and left byte for
// byte. Method: the real program on damaged, foreign and newer files; backup and restore.
#include <doctest/doctest.h>
#include <sqlite3.h>

#include <csignal>
#include <filesystem>

#include "shared/domain/records/catalogue.h"
#include "shared/sync/protocol_json.h"
#include "tests/server/master_fixture.h"
#include "tests/server/sync_device.h"

namespace cm::test {
namespace {

void run_sql(const std::string& path, const char* sql) {
  sqlite3* connection = nullptr;
  REQUIRE(sqlite3_open(path.c_str(), &connection) == SQLITE_OK);
  CHECK(sqlite3_exec(connection, sql, nullptr, nullptr, nullptr) == SQLITE_OK);
  sqlite3_close(connection);
}

const std::string kFixture = std::string(CM_SOURCE_DIR) + "/tests/fixtures/customers_udyamo.csv";

std::string master_with_customers(const TempFolder& folder) {
  const std::string data = folder.file("data");
  REQUIRE(run_program({"import", kFixture, "--data", data}).exit_code == 0);
  run_sql(data + "/master.db", "PRAGMA wal_checkpoint(TRUNCATE)");
  return data;
}

}  // namespace

TEST_CASE("database: newer, foreign and damaged files are refused and left as they are") {
  struct Case {
    std::string what, words;
    void (*make)(const std::string& path);
  };
  const Case cases[] = {
      {"newer", "newer version",
       [](const std::string& path) { run_sql(path, "PRAGMA user_version = 9999"); }},
      {"foreign SQLite", "not a Customer Master",
       [](const std::string& path) {
         std::filesystem::remove(path);
         run_sql(path, "CREATE TABLE t (x)");
       }},
      {"not a database", "",
       [](const std::string& path) { std::ofstream(path) << std::string(20'000, 'x'); }},
  };
  for (const Case& each : cases) {
    CAPTURE(each.what);
    const TempFolder folder;
    const std::string data = master_with_customers(folder);
    const std::string path = data + "/master.db";
    for (const char* ending : {"-wal", "-shm"}) std::filesystem::remove(path + ending);
    each.make(path);
    for (const char* ending : {"-wal", "-shm"}) std::filesystem::remove(path + ending);
    const std::string before = read_file(path);
    const std::vector<std::vector<std::string>> commands = {
        {"serve", "--port", "0", "--data", data},
        {"import", kFixture, "--data", data},
        {"export", "--data", data},
        {"verify", "--data", data},
        {"user", "list", "--data", data},
        {"backup", folder.file("copy"), "--data", data}};
    for (const auto& command : commands) {
      CAPTURE(command.front());
      const ProgramResult result = run_program(command);
      CHECK(result.exit_code == 3);
      CHECK(result.err.find("customer-master: ") != std::string::npos);
      CHECK(result.err.find(each.words) != std::string::npos);
      CHECK(read_file(path) == before);
    }
    CHECK_FALSE(std::filesystem::exists(folder.file("copy")));
  }
}

TEST_CASE("verify: finds damage inside a file that opens") {
  const TempFolder folder;
  const std::string data = master_with_customers(folder);
  CHECK(run_program({"verify", "--data", data}).exit_code == 0);
  const std::string path = data + "/master.db";
  std::string bytes = read_file(path);
  const std::size_t mark = bytes.find("Sai Engineering Works");
  REQUIRE(mark != std::string::npos);
  const std::size_t page = mark / 4096 * 4096;
  std::fill_n(bytes.begin() + static_cast<std::ptrdiff_t>(page), 64, '\xee');
  std::ofstream(path, std::ios::binary) << bytes;
  const ProgramResult result = run_program({"verify", "--data", data});
  CHECK((result.exit_code == 1 || result.exit_code == 3));
  CHECK_FALSE(result.err.empty());
}

TEST_CASE("backup: a copy made while the server runs can be restored, and devices carry on") {
  ServedMaster master;
  SyncDevice tablet(master.server.port(), 1);
  REQUIRE(tablet.sign_in("asha", "Tablet") == 200);
  const RecordId first =
      tablet.save(std::nullopt, {{"name", "Before the backup"}, {"customer_type", "Business"}});
  tablet.sync();
  const std::string copy = master.folder.file("copy.db");
  REQUIRE(run_program({"backup", copy, "--data", master.data()}).exit_code == 0);
  CHECK(run_program({"backup", copy, "--data", master.data()}).exit_code ==
        3);  // never over another file
  const RecordId second =
      tablet.save(std::nullopt, {{"name", "After the backup"}, {"customer_type", "Business"}});
  tablet.sync();
  REQUIRE(tablet.unsent() == 0);

  const ProgramResult refused = run_program({"restore", copy, "--data", master.data()});
  CHECK(refused.exit_code == 3);
  CHECK(refused.err.find("Stop the server first") != std::string::npos);
  CHECK(tablet.http().get("/healthz").status == 200);

  master.server.send_signal(SIGTERM);
  CHECK(master.server.wait() == 0);
  CHECK(run_program({"restore", copy, "--data", master.data()}).exit_code == 0);
  ServerProcess server(master.data());
  tablet.http().set_port(server.port());
  tablet.save(first, {{"notes", "typed after the restore"}});
  tablet.sync();
  CHECK(tablet.unsent() == 0);
  CHECK(tablet.status().problem.empty());

  // What the backup lost comes back from the device that wrote it.
  SyncDevice desk(server.port(), 2);
  REQUIRE(desk.sign_in("asha", "Desk") == 200);
  desk.sync();
  CHECK(desk.value(first, "notes") == "typed after the restore");
  REQUIRE(desk.find(second));
  CHECK(desk.value(second, "name") == "After the backup");
}

TEST_CASE("restore: no customer number is ever given twice") {
  struct Case {
    std::string what;
    void (*meet)(const std::string& data);  // what happens to the master before the restore
    std::string next_code;
  };
  const auto spoil = [](const std::string& data) {
    for (const char* ending : {"", "-wal", "-shm"})
      std::filesystem::remove(data + "/master.db" + ending);
  };
  const Case cases[] = {
      {"readable", [](const std::string&) {}, "C-000005"},
      {"gone", spoil, "C-010003"},
      {"junk",
       [](const std::string& data) {
         for (const char* ending : {"-wal", "-shm"})
           std::filesystem::remove(data + "/master.db" + ending);
         std::ofstream(data + "/master.db") << std::string(20'000, 'x');
       },
       "C-010003"},
  };
  for (const Case& each : cases) {
    CAPTURE(each.what);
    const TempFolder folder;
    const std::string data = master_with_customers(folder);  // C-000001, C-000002
    const auto import = [&](const std::string& rows) {
      return run_program({"import", "-", "--data", data}, "Name,Customer Type\n" + rows).exit_code;
    };
    const std::string copy = folder.file("copy");
    REQUIRE(run_program({"backup", copy, "--data", data}).exit_code == 0);
    REQUIRE(import("Third,Business\nFourth,Business\n") == 0);
    each.meet(data);
    const ProgramResult restored = run_program({"restore", copy, "--data", data});
    REQUIRE(restored.exit_code == 0);
    CHECK((restored.err.find("10000 numbers are left out") != std::string::npos) ==
          (each.next_code == "C-010003"));
    REQUIRE(import("Fifth,Business\n") == 0);
    const std::string exported = run_program({"export", "--data", data}).out;
    CHECK(exported.find(each.next_code + ",Fifth,") != std::string::npos);
    CHECK(exported.find("Third") == std::string::npos);
  }
}

TEST_CASE("restore: what is no backup is refused and the master stays") {
  const TempFolder folder;
  const std::string data = master_with_customers(folder);
  const std::string before = run_program({"export", "--data", data}).out;
  const std::string junk = folder.write("junk", std::string(10'000, 'j'));
  CHECK(run_program({"restore", junk, "--data", data}).exit_code == 3);
  CHECK(run_program({"restore", folder.file("missing"), "--data", data}).exit_code == 3);
  CHECK(run_program({"export", "--data", data}).out == before);
}

}  // namespace cm::test
