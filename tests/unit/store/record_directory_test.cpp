// Goal: what a file calls a record is found in the database, by an index, whatever its case.
#include "shared/store/record_directory_store.h"

#include <doctest/doctest.h>

#include "shared/domain/exchange/exchange_field.h"
#include "shared/domain/records/new_record.h"
#include "shared/store/statement.h"
#include "tests/unit/store/store_fixture.h"

using namespace cm;
using namespace cm::test;

namespace {

RecordId add_item(Device& device, const std::string& code, const std::string& name) {
  Row row = make_record(type("item"), Uuid::make_v7(device.clock, device.random));
  row.set("code", code);
  row.set("name", name);
  device.replica.commit({diff_rows(nullptr, row)}, ChangeSource::Import, "asha");
  return row.id;
}

}  // namespace

TEST_CASE("record_directory: by the whole text in any case; what is hidden is not found") {
  World world;
  const RecordId bolt = add_item(world.asha, "B-1", "Bolt M8");
  add_item(world.asha, "B-10", "Bolt M8 long");
  const RecordId gone = add_item(world.asha, "B-2", "Bolt M8");
  world.asha.remove(gone, "item");
  const RecordDirectoryStore directory(*world.asha.database);
  REQUIRE(directory.list_called(type("item"), "name", "bolt m8").size() == 1);
  CHECK(directory.list_called(type("item"), "name", "bolt m8")[0].id == bolt);
  CHECK(directory.list_called(type("item"), "code", "b-1")[0].id == bolt);
  CHECK(directory.list_called(type("item"), "code", "B-%").empty());
  CHECK(directory.list_by(type("item"), "code", text("B-1")).size() == 1);
  CHECK(directory.count_by(type("item"), "name", text("Bolt M8"), 9) == 1);
}

TEST_CASE(
    "record_directory: every type that a link of a file names by code or name has an index for "
    "it") {
  World world;
  for (const RecordType* each : record_catalogue().types()) {
    if (each->table() == "customer" || natural_key(*each).empty()) continue;
    for (const std::string field : {"code", "name"}) {
      if (!each->find_field(field)) continue;
      CAPTURE(each->table());
      std::string sql = "EXPLAIN QUERY PLAN SELECT n FROM ";
      sql.append(each->table())
          .append(" WHERE ")
          .append(field)
          .append(" = ? COLLATE NOCASE AND deleted = 0");
      Statement plan(*world.asha.database, sql);
      plan.bind(std::string_view("x"));
      REQUIRE(plan.step());
      CHECK(std::string(plan.text(3)).find("USING INDEX") != std::string::npos);
    }
  }
}
