// Opening a file: ours is migrated, anything else is refused in plain words and left byte for byte
// as it was.
#include <doctest/doctest.h>

#include <sys/wait.h>
#include <unistd.h>

#include <SQLiteCpp/Database.h>
#include <csignal>
#include <set>

#include "shared/base/failure.h"
#include "shared/store/migrate.h"
#include "shared/store/migrations_embedded.h"
#include "shared/store/statement.h"
#include "shared/store/transaction.h"
#include "tests/unit/store/store_fixture.h"

using namespace cm;
using namespace cm::test;

namespace {

// What opening it as a master says, and that nothing of it changed.
FailureCode refused_unchanged(const std::string& path) {
  const std::string before = read_file(path);
  FailureCode code = FailureCode::NotFound;
  std::string said;
  try {
    open_database(path, DatabaseKind::Master);
    FAIL("it was opened");
  } catch (const Failure& failure) {
    code = failure.code();
    said = failure.what();
  }
  CHECK(said.size() > 20);
  CHECK(read_file(path) == before);
  for (const char* suffix : {"-wal", "-shm", "-journal"})
    CHECK_FALSE(std::filesystem::exists(path + suffix));
  return code;
}

std::vector<std::string> column_names(Database& database, std::string_view table) {
  std::vector<std::string> names;
  Statement statement(database, "SELECT name FROM pragma_table_info(?)");
  statement.bind(table);
  while (statement.step()) names.emplace_back(statement.text(0));
  return names;
}

std::string column_type(FieldKind kind) {
  switch (kind) {
    case FieldKind::Boolean:
    case FieldKind::Integer:
    case FieldKind::Money:
    case FieldKind::Percent:
    case FieldKind::Timestamp:
      return "INTEGER";
    case FieldKind::Link:
      return "BLOB";
    default:
      return "TEXT";
  }
}

}  // namespace

TEST_CASE("database: an empty file becomes a migrated database of its kind") {
  TempDir folder;
  for (const DatabaseKind kind : {DatabaseKind::Replica, DatabaseKind::Master}) {
    const bool replica = kind == DatabaseKind::Replica;
    const std::string path = folder.file(replica ? "replica.db" : "master.db");
    for (int opening = 0; opening < 2; ++opening) {
      auto database = open_database(path, kind);
      CHECK(database->schema() == newest_schema());
      Statement mode(*database,
                     "SELECT (SELECT journal_mode FROM pragma_journal_mode) || ' ' ||"
                     " (SELECT synchronous FROM pragma_synchronous)");
      REQUIRE(mode.step());
      CHECK(mode.text(0) == "wal 2");
      CHECK(column_names(*database, "outbox").empty() != replica);
      CHECK(column_names(*database, "sync_head").empty() == replica);
      database->check_integrity();
    }
  }
}

TEST_CASE("database: field tables and the migrated schema agree, column by column") {
  TempDir folder;
  for (const DatabaseKind kind : {DatabaseKind::Replica, DatabaseKind::Master}) {
    auto database =
        open_database(folder.file(kind == DatabaseKind::Replica ? "r.db" : "m.db"), kind);
    std::set<std::string> tables;
    for (const RecordType* record : record_catalogue().types()) {
      CAPTURE(std::string(record->table()));
      tables.insert(std::string(record->table()));
      std::map<std::string, std::string> columns;
      Statement statement(*database, "SELECT name, type FROM pragma_table_info(?)");
      statement.bind(record->table());
      while (statement.step()) columns[std::string(statement.text(0))] = statement.text(1);
      for (const Field& field : record->fields()) {
        CAPTURE(std::string(field.name));
        CHECK(columns[std::string(field.name)] == column_type(field.kind));
        columns.erase(std::string(field.name));
      }
      std::set<std::string> left;
      for (const auto& [name, type_name] : columns) left.insert(name);
      std::set<std::string> expected = {
          "n",          "id",           "deleted",        "created_user", "created_device",
          "created_ms", "changed_user", "changed_device", "changed_ms",   "versions",
          "extra"};
      if (record->table() == "customer") expected.insert("name_key");
      CHECK(left == expected);
    }
    Statement record_tables(*database,
                            "SELECT m.name FROM sqlite_schema m WHERE m.type = 'table' AND EXISTS"
                            " (SELECT 1 FROM pragma_table_info(m.name) WHERE name = 'versions')");
    while (record_tables.step()) {
      if (record_tables.text(0) != "base_row")
        CHECK(tables.contains(std::string(record_tables.text(0))));
    }
  }
}

TEST_CASE("database: all tables are strict") {
  TempDir folder;
  for (const DatabaseKind kind : {DatabaseKind::Replica, DatabaseKind::Master}) {
    auto database =
        open_database(folder.file(kind == DatabaseKind::Replica ? "r.db" : "m.db"), kind);
    Statement loose(
        *database,
        "SELECT group_concat(name) FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
        " AND NOT strict AND name NOT LIKE 'sqlite_%'");
    loose.step();
    CHECK(loose.text(0) == "");
  }
}

TEST_CASE("database: what is not ours is refused and stays as it was") {
  TempDir folder;
  const std::string path = folder.file("file.db");
  SUBCASE("a text file") {
    write_file(path, std::string(9000, 'x'));
    CHECK(refused_unchanged(path) == FailureCode::DatabaseUnreadable);
  }
  SUBCASE("a short file") {
    write_file(path, "SQLite format 3");
    CHECK(refused_unchanged(path) == FailureCode::DatabaseUnreadable);
  }
  SUBCASE("another program's SQLite database, also in WAL mode") {
    for (const char* mode : {"delete", "wal"}) {
      std::filesystem::remove(path);
      {
        SQLite::Database other(path, 0x2 | 0x4);
        other.exec(std::string("PRAGMA journal_mode = ") + mode +
                   "; CREATE TABLE t(a); INSERT INTO t VALUES (1)");
      }
      CHECK(refused_unchanged(path) == FailureCode::DatabaseUnreadable);
    }
  }
  SUBCASE("a device's copy opened as a master") {
    open_database(path, DatabaseKind::Replica);
    CHECK(refused_unchanged(path) == FailureCode::DatabaseUnreadable);
  }
  SUBCASE("one of a newer program") {
    {
      auto database = open_database(path, DatabaseKind::Master);
      run_sql(*database, "PRAGMA user_version = 9999");
    }
    CHECK(refused_unchanged(path) == FailureCode::DatabaseTooNew);
  }
}

TEST_CASE("database: a damaged page is found and said, not served") {
  TempDir folder;
  const std::string path = folder.file("master.db");
  {
    ManualClock clock(1000);
    Server server(path, clock);
    Device device(folder.file("a.db"), "asha", clock, 3);
    for (int i = 0; i < 200; ++i) device.add_customer({{"name", "Shop " + std::to_string(i)}});
    server.take_from(device);
  }
  std::string bytes = read_file(path);
  for (std::size_t at = 4096 * 5; at < bytes.size(); at += 97)
    bytes[at] = static_cast<char>(bytes[at] ^ 0x5a);
  write_file(path, bytes);
  try {
    auto database = open_database(path, DatabaseKind::Master);
    database->check_integrity();
    FAIL("the damage was not found");
  } catch (const Failure& failure) {
    CHECK(failure.code() == FailureCode::DatabaseUnreadable);
  }
}

TEST_CASE("database: without create a missing file stays missing; a missing folder is a failure") {
  TempDir folder;
  OpenOptions options;
  options.create = false;
  CHECK_THROWS_AS(Database::open(folder.file("none.db"), options, record_catalogue()), Failure);
  CHECK_FALSE(std::filesystem::exists(folder.file("none.db")));
  CHECK_THROWS_AS(open_database(folder.file("no/such/folder.db"), DatabaseKind::Master), Failure);
}

TEST_CASE(
    "database: a transaction that is not committed leaves nothing, and so does one that failed") {
  TempDir folder;
  auto database = open_database(folder.file("m.db"), DatabaseKind::Master);
  const auto revision = database->revision();
  {
    Transaction transaction(*database);
    run_sql(*database, "INSERT INTO counter VALUES ('x', 1)");
  }
  CHECK_THROWS_AS(
      [&] {
        Transaction transaction(*database);
        run_sql(*database, "INSERT INTO counter VALUES ('x', 1)");
        run_sql(*database, "INSERT INTO counter VALUES ('y', 'not a number')");
        transaction.commit();
      }(),
      Failure);
  Statement count(*database, "SELECT count(*) FROM counter");
  count.step();
  CHECK(count.integer(0) == 0);
  count.reset();
  CHECK(database->revision() == revision);
  Transaction transaction(*database);
  run_sql(*database, "INSERT INTO counter VALUES ('x', 1)");
  transaction.commit();
  CHECK(database->revision() == revision + 1);
}

TEST_CASE("database: a second writer is told that the database is busy") {
  TempDir folder;
  auto one = open_database(folder.file("m.db"), DatabaseKind::Master);
  auto two = open_database(folder.file("m.db"), DatabaseKind::Master);
  run_sql(*two, "PRAGMA busy_timeout = 1");
  Transaction holding(*one);
  try {
    Transaction refused(*two);
    FAIL("both wrote");
  } catch (const Failure& failure) {
    CHECK(failure.code() == FailureCode::DatabaseBusy);
  }
}

TEST_CASE("database: a backup is whole, opens as a master, and never writes over a file") {
  World world;
  const RecordId id = world.shared_customer();
  world.server.database->backup_to(world.folder.file("copy.db"));
  CHECK_THROWS_AS(world.server.database->backup_to(world.folder.file("copy.db")), Failure);
  Server copy(world.folder.file("copy.db"), world.clock);
  CHECK(copy.value(id, "name") == text("Sai Engineering Works"));
  CHECK(copy.master.epoch() == world.server.master.epoch());
  copy.database->check_integrity();
}

TEST_CASE("database: which migrations belong to which kind") {
  CHECK(migration_applies("records", DatabaseKind::Replica));
  CHECK(migration_applies("records", DatabaseKind::Master));
  CHECK_FALSE(migration_applies("replica", DatabaseKind::Master));
  CHECK_FALSE(migration_applies("identity_master", DatabaseKind::Replica));
  CHECK(migration_applies("identity_master", DatabaseKind::Master));
}

TEST_CASE("database: from every earlier schema the newest is reached with the data kept") {
  TempDir folder;
  ManualClock clock(1000);
  for (int start = 1; start <= newest_schema(); ++start) {
    CAPTURE(start);
    const std::string path = folder.file("from" + std::to_string(start) + ".db");
    {
      SQLite::Database old(path, 0x2 | 0x4);
      old.exec("PRAGMA application_id = " + std::to_string(0x434d6d73));
      for (const EmbeddedSql& migration : kMigrations) {
        if (migration.number <= start && migration_applies(migration.name, DatabaseKind::Master)) {
          old.exec(std::string(migration.sql));
        }
      }
      old.exec(
          "INSERT INTO customer(id, name, name_key, created_user, created_device, created_ms, "
          "changed_user,"
          " changed_device, changed_ms, versions, extra) VALUES "
          "(x'0102030405060708090a0b0c0d0e0f10', 'Old', 'old',"
          " 'asha', 5, 1, 'asha', 5, 1, x'02', '{\"9\":\"Trade\",\"99\":true}')");
      old.exec("PRAGMA user_version = " + std::to_string(start));
    }
    Server server(path, clock);
    CHECK(server.database->schema() == newest_schema());
    const auto rows = server.records.list_after(customer_type(), std::nullopt, 10);
    REQUIRE(rows.size() == 1);
    CHECK(rows.front().get("name") == text("Old"));
    // A field that was unknown when it was written has a column now.
    if (start < newest_schema()) CHECK(rows.front().get("trade_name") == text("Trade"));
  }
}

TEST_CASE(
    "database: killed in the middle of commits, no acknowledged save is lost and nothing is half "
    "done") {
  TempDir folder;
  SeededRandom random(20'261'122);
  for (int round = 0; round < 6; ++round) {
    CAPTURE(round);
    const std::string path = folder.file("kill" + std::to_string(round) + ".db");
    int acknowledged[2];
    REQUIRE(pipe(acknowledged) == 0);
    const pid_t child = fork();
    if (child == 0) {
      close(acknowledged[0]);
      ManualClock clock(1000);
      Device device(path, "asha", clock, 4);
      for (int i = 0; i < 100'000; ++i) {
        device.add_customer({{"name", "Shop " + std::to_string(i)}, {"phone", "9876543210"}});
        const char done = '.';
        if (write(acknowledged[1], &done, 1) != 1) _exit(1);
      }
      _exit(0);
    }
    close(acknowledged[1]);
    const std::size_t wanted = 1 + static_cast<std::size_t>(random.below(25));
    std::size_t saves = 0;
    char byte = 0;
    while (saves < wanted && read(acknowledged[0], &byte, 1) == 1) ++saves;
    kill(child, SIGKILL);
    int status = 0;
    waitpid(child, &status, 0);
    while (read(acknowledged[0], &byte, 1) == 1) ++saves;
    close(acknowledged[0]);

    ManualClock clock(2000);
    Device device(path, "asha", clock, 4);
    device.database->check_integrity();
    const auto customers = static_cast<std::size_t>(device.records.count(customer_type()));
    CHECK(customers >= saves);
    CHECK(customers <= saves + 1);
    CHECK(device.records.count(type("contact")) == static_cast<std::int64_t>(customers));
    CHECK(device.replica.count_unsent() == 3 * customers);
    device.edit(device.records.list_after(customer_type(), std::nullopt, 1).front().id, "notes",
                text("alive"));
    CHECK(device.replica.count_unsent() == 3 * customers + 1);
  }
}
