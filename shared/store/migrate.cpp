#include "shared/store/migrate.h"

#include <string>

#include "shared/store/duplicate_index.h"
#include "shared/store/migrations_embedded.h"
#include "shared/store/record_table.h"
#include "shared/store/statement.h"
#include "shared/store/transaction.h"

namespace cm {

bool migration_applies(std::string_view name, DatabaseKind kind) {
  if (name.ends_with("replica")) return kind == DatabaseKind::Replica;
  if (name.ends_with("master")) return kind == DatabaseKind::Master;
  return true;
}

int newest_schema() {
  int newest = 0;
  for (const EmbeddedSql& migration : kMigrations) newest = migration.number;
  return newest;
}

void migrate(Database& database) {
  bool moved = false;
  for (const EmbeddedSql& migration : kMigrations) {
    if (migration.number <= database.schema()) continue;
    Transaction transaction(database);
    if (migration_applies(migration.name, database.kind()))
      run_sql(database, std::string(migration.sql));
    run_sql(database, "PRAGMA user_version = " + std::to_string(migration.number));
    transaction.commit();
    moved = true;
  }
  if (!moved) return;
  Transaction transaction(database);
  for (const RecordType* type : database.records().types())
    RecordTable(database, *type).adopt_unknown_fields();
  index_missing_duplicate_keys(database);
  transaction.commit();
}

}  // namespace cm
