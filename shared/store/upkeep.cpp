#include "shared/store/upkeep.h"

#include "shared/domain/acts/dated_change.h"
#include "shared/domain/acts/first_records.h"
#include "shared/store/duplicate_finder.h"
#include "shared/store/record_store.h"
#include "shared/store/statement.h"
#include "shared/store/transaction.h"

namespace cm {
namespace {

constexpr std::string_view kListDue =
    "SELECT DISTINCT customer FROM assignment"
    " WHERE followed = 0 AND deleted = 0 AND from_date <= ? AND customer IS NOT NULL";

Actor server_of(const Master& master) {
  return {"server", Role::Administrator, master.device()};
}

std::vector<RecordId> list_customers_due(Database& database, const Date& today) {
  std::vector<RecordId> customers;
  Statement statement(database, kListDue);
  statement.bind(today.text());
  while (statement.step()) customers.push_back(statement.uuid(0));
  return customers;
}

}  // namespace

void make_missing_first_records(Database& database, Master& master) {
  const std::vector<Change> changes = make_first_records(RecordStore(database));
  if (!changes.empty()) master.commit(changes, ChangeSource::Server, server_of(master));
}

void follow_due_assignments(Database& database, Master& master, const Date& today) {
  const RecordStore records(database);
  for (const RecordId& id : list_customers_due(database, today)) {
    const auto customer = records.find(database.records().get("customer"), id);
    if (!customer) continue;
    master.commit(follow_assignments(*customer, today, records), ChangeSource::Server,
                  server_of(master));
  }
}

std::size_t compare_changed_customers(Database& database, std::size_t max) {
  Transaction transaction(database);
  const std::size_t compared = DuplicateFinder(database).compare_changed(max);
  transaction.commit_quietly();
  return compared;
}

}  // namespace cm
