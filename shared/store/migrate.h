// Brings a database file to the newest schema. Migrations are numbered, immutable and forward only.
#pragma once

#include "shared/store/database.h"

namespace cm {

// "0002_replica.sql" and "0004_more_for_replica.sql" are for replicas, "…master.sql" for the
// master, others for both.
bool migration_applies(std::string_view name, DatabaseKind kind);

// Applies what is missing, each migration in one transaction that ends by setting user_version.
// Afterwards fields that an older program had to keep as unknown are moved into their new columns.
void migrate(Database& database);

// The newest number of all migrations.
int newest_schema();

}  // namespace cm
