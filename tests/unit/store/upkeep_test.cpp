// Goal: a master starts with its records and follows dated changes when their day has come, once,
// and devices see both like anything else.
#include "shared/store/upkeep.h"

#include <doctest/doctest.h>

#include "shared/domain/acts/company.h"
#include "shared/domain/acts/dated_change.h"
#include "shared/domain/acts/ledger.h"
#include "shared/domain/known_ids.h"
#include "shared/domain/records/customer_company.h"
#include "tests/unit/store/store_fixture.h"

using namespace cm;
using namespace cm::test;

TEST_CASE("upkeep: the first records are made once and reach every device") {
  World world;
  make_missing_first_records(*world.server.database, world.server.master);
  const std::int64_t head = world.server.master.head();
  make_missing_first_records(*world.server.database, world.server.master);
  CHECK(world.server.master.head() == head);
  world.server.give_to(world.asha);
  CHECK(world.asha.value(walk_in_customer().uuid(), "name") == text("Walk-in Customer"));
  CHECK(world.asha.value(default_customer_group().uuid(), "parent", "customer_group") ==
        Value{root_customer_group().uuid()});
  CHECK(world.server.value(walk_in_customer().uuid(), "code") == text("C-000001"));

  world.asha.edit(walk_in_customer().uuid(), "name", text("Counter sale"));
  world.server.sync(world.asha);
  make_missing_first_records(*world.server.database, world.server.master);
  CHECK(world.server.value(walk_in_customer().uuid(), "name") == text("Counter sale"));
}

TEST_CASE("upkeep: two devices that add one company offline make one ledger, without a conflict") {
  World world;
  Company company(CompanyId(Uuid::make_v7(world.clock, world.asha.random)));
  company.name = "Sai Engineering";
  company.abbreviation = "SE";
  world.asha.replica.commit(make_company(company), ChangeSource::Form, "asha");
  const RecordId customer = world.shared_customer();
  world.server.sync(world.bela);
  for (Device* device : {&world.asha, &world.bela}) {
    const Row row = *device->records.find(customer_type(), customer);
    device->replica.commit(add_company(row, company.id, device->records), ChangeSource::Form,
                           device->user);
    world.clock.advance_ms(500);
  }
  for (int i = 0; i < 2; ++i) world.server.sync(world.asha), world.server.sync(world.bela);
  for (const RecordStore* records :
       {&world.asha.records, &world.bela.records, &world.server.records}) {
    CHECK(records->list_by(type("customer_company"), "customer", customer).size() == 1);
    CHECK(records->list_by(type("account"), "customer", customer).size() == 1);
  }
  CHECK(world.server.open_conflicts().empty());
}

TEST_CASE("upkeep: a dated change is followed on its day, and only once") {
  World world;
  make_missing_first_records(*world.server.database, world.server.master);
  world.server.give_to(world.asha);
  const RecordId customer = world.shared_customer();
  const auto territory = [&](std::string_view state) {
    return state_territory(*StateCode::parse(state)).uuid();
  };
  const Date today = Date::in_india(world.clock.now_ms());
  const DatedChange change{DatedField::Territory, territory("Goa"), std::nullopt,
                           Date::in_india(world.clock.now_ms() + 86'400'000), "new route"};
  world.asha.replica.commit(
      make_dated_change(*world.asha.records.find(customer_type(), customer), change, today,
                        world.asha.records, world.clock, world.asha.random),
      ChangeSource::Form, "asha");
  world.server.sync(world.asha);
  follow_due_assignments(*world.server.database, world.server.master, today);
  CHECK(is_blank(world.server.value(customer, "territory")));
  follow_due_assignments(*world.server.database, world.server.master, change.from);
  CHECK(world.server.value(customer, "territory") == Value{territory("Goa")});

  world.server.give_to(world.asha);
  world.asha.edit(customer, "territory", territory("Kerala"));
  world.server.sync(world.asha);
  follow_due_assignments(*world.server.database, world.server.master, change.from);
  CHECK(world.server.value(customer, "territory") == Value{territory("Kerala")});
}
