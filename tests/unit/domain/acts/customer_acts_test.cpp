// Goal: hold, deactivate, group defaults and dated changes change what they say, from the day they
// say, and keep their reason.
#include <doctest/doctest.h>

#include "shared/domain/acts/customer_status.h"
#include "shared/domain/acts/dated_change.h"
#include "shared/domain/acts/first_records.h"
#include "shared/domain/acts/group_defaults.h"
#include "shared/domain/known_ids.h"
#include "shared/domain/records/customer.h"
#include "shared/domain/records/customer_group.h"
#include "shared/domain/records/sales_person.h"
#include "shared/domain/records/sales_team_member.h"
#include "shared/domain/records/territory.h"
#include "tests/unit/domain/memory_records.h"

using namespace cm;
using namespace cm::test;

namespace {

Date day(std::string_view text) {
  return *Date::parse(text);
}

const Date kToday = day("2026-11-22");

RecordId state(std::string_view name) {
  return state_territory(*StateCode::parse(name)).uuid();
}

struct Shop {
  Shop() { records.apply(make_first_records(records)); }
  MemoryRecords records;
  ManualClock clock{1'800'000'000'000};
  SeededRandom random{5};
  CustomerId id = [this] {
    Customer made(id_of<CustomerId>(50));
    made.name = "Asha Traders";
    made.customer_type = CustomerType::Business;
    made.territory = TerritoryId(state("Maharashtra"));
    return records.add(made).id;
  }();

  Row row() const { return *records.find(record_type_of<Customer>(), id.uuid()); }
  Customer customer() const { return records.get<Customer>(id); }
  void apply(const Change& change) { records.apply({change}); }

  DatedChange to_territory(std::string_view name, std::string_view from) const {
    return {DatedField::Territory, state(name), std::nullopt, day(from), "new route"};
  }
  void change(const DatedChange& change) {
    CHECK(check_dated_change(row(), change, records).empty());
    clock.advance_ms(1000);
    records.apply(make_dated_change(row(), change, kToday, records, clock, random));
  }
  std::optional<RecordId> territory_on(std::string_view date) const {
    return value_on(row(), DatedField::Territory, day(date), list_assignments(id.uuid(), records));
  }
  SalesPersonId person(std::uint8_t number, std::string name) {
    SalesPerson made(id_of<SalesPersonId>(number));
    made.name = std::move(name);
    made.parent = root_sales_person();
    return records.add(made).id;
  }
  std::string team() const {
    std::string text;
    for (const Row& one : records.all(record_type_of<SalesTeamMember>())) {
      const auto member = from_row<SalesTeamMember>(one).record;
      text +=
          records.get<SalesPerson>(*member.sales_person).name + " " + member.share->display() + ";";
    }
    return text;
  }
};

}  // namespace

TEST_CASE("customer_status: hold and release keep their reason, and a hold ends with its day") {
  Shop shop;
  CHECK(why_not_chosen(shop.row(), kToday).empty());
  shop.apply(hold_customer(shop.row(), " cheque  returned ", day("2026-11-30")));
  CHECK(shop.customer().hold_reason == "cheque returned");
  CHECK(why_not_chosen(shop.row(), kToday) ==
        "The customer is on hold until 30 Nov 2026: cheque returned");
  CHECK_FALSE(why_not_chosen(shop.row(), day("2026-11-30")).empty());
  CHECK(why_not_chosen(shop.row(), day("2026-12-01")).empty());
  shop.apply(release_customer(shop.row(), "paid"));
  CHECK_FALSE(shop.customer().on_hold);
  CHECK_FALSE(shop.customer().hold_until);
  CHECK(shop.customer().hold_reason == "paid");
  CHECK(why_not_chosen(shop.row(), kToday).empty());
}

TEST_CASE(
    "customer_status: flag, day and reason of a hold are one change, as are those of inactive") {
  const Shop shop;
  const Change hold = hold_customer(shop.row(), "late", std::nullopt);
  CHECK(hold.fields.size() == 3);
  CHECK(deactivate_customer(shop.row(), "closed").fields.size() == 2);
}

TEST_CASE("customer_status: deactivate and reactivate; a reason is needed") {
  Shop shop;
  shop.apply(deactivate_customer(shop.row(), "shop closed"));
  CHECK(why_not_chosen(shop.row(), kToday) == "The customer is inactive: shop closed");
  shop.apply(reactivate_customer(shop.row(), "opened again"));
  CHECK(why_not_chosen(shop.row(), kToday).empty());
  CHECK(codes_of(check_reason("  ", "hold_reason")) == Codes{"reason.missing"});
  CHECK(check_reason("late", "hold_reason").empty());
}

TEST_CASE("customer_status: merged, superseded and deleted customers say so") {
  Shop shop;
  Customer customer = shop.customer();
  customer.active = false;
  customer.superseded_by = id_of<CustomerId>(51);
  CHECK(why_not_chosen(to_row(customer), kToday).find("superseded") != std::string::npos);
  customer.merged_into = id_of<CustomerId>(51);
  CHECK(why_not_chosen(to_row(customer), kToday).find("merged") != std::string::npos);
  Row deleted = to_row(customer);
  deleted.deleted = true;
  CHECK(why_not_chosen(deleted, kToday).find("deleted") != std::string::npos);
}

TEST_CASE(
    "group_defaults: the preview says what would change and from where; nothing else changes") {
  Shop shop;
  auto root = shop.records.get<CustomerGroup>(root_customer_group());
  root.credit_days = 30;
  root.payment_terms = "Net 30 days";
  shop.records.add(root);
  auto group = shop.records.get<CustomerGroup>(default_customer_group());
  group.credit_days = 45;
  group.credit_limit = Money::from_paise(0);
  shop.records.add(group);
  Customer customer = shop.customer();
  customer.payment_terms = "Net 30 days";
  customer.credit_limit = Money::from_paise(7'00);
  shop.records.add(customer);

  const auto preview = preview_group_defaults(shop.row(), shop.records);
  REQUIRE(preview.size() == 2);
  CHECK(preview[0].field == "credit_limit");
  CHECK(preview[0].before == Value{std::int64_t{7'00}});
  CHECK(preview[0].after == Value{std::int64_t{0}});
  CHECK(preview[0].from == "Default Customer Group");
  CHECK(preview[1].field == "credit_days");
  CHECK(preview[1].after == Value{std::int64_t{45}});
  CHECK(shop.customer().credit_limit == customer.credit_limit);

  shop.apply(apply_group_defaults(shop.row(), std::span(preview).last(1)));
  CHECK(shop.customer().credit_days == 45);
  CHECK(shop.customer().credit_limit == customer.credit_limit);
  shop.apply(apply_group_defaults(shop.row(), preview));
  CHECK(preview_group_defaults(shop.row(), shop.records).empty());
  CHECK(apply_group_defaults(shop.row(), preview).fields.empty());
}

TEST_CASE("dated_change: what is true today follows at once, days before keep what they had") {
  Shop shop;
  shop.change(shop.to_territory("Gujarat", "2026-11-01"));
  CHECK(shop.row().get("territory") == Value{state("Gujarat")});
  CHECK(shop.territory_on("2026-10-31") == state("Maharashtra"));
  CHECK(shop.territory_on("2026-11-01") == state("Gujarat"));
}

TEST_CASE("dated_change: a later day waits until it has come") {
  Shop shop;
  shop.change(shop.to_territory("Goa", "2027-01-01"));
  CHECK(shop.row().get("territory") == Value{state("Maharashtra")});
  CHECK(follow_assignments(shop.row(), day("2026-12-31"), shop.records).empty());
  const auto changes = follow_assignments(shop.row(), day("2027-01-01"), shop.records);
  REQUIRE(changes.size() == 2);  // the customer, and that it was done
  shop.records.apply(changes);
  CHECK(shop.row().get("territory") == Value{state("Goa")});
  CHECK(follow_assignments(shop.row(), day("2027-01-02"), shop.records).empty());
}

TEST_CASE("dated_change: what a person sets by hand afterwards stays") {
  Shop shop;
  shop.change(shop.to_territory("Gujarat", "2026-11-01"));
  Row row = shop.row();
  row.set("territory", state("Kerala"));
  shop.records.put(row);
  CHECK(follow_assignments(shop.row(), day("2027-01-01"), shop.records).empty());
}

TEST_CASE("dated_change: a statement about the past does not undo a newer one") {
  Shop shop;
  shop.change(shop.to_territory("Gujarat", "2026-11-01"));
  shop.change(shop.to_territory("Goa", "2026-10-01"));
  CHECK(shop.row().get("territory") == Value{state("Gujarat")});
  CHECK(shop.territory_on("2026-10-15") == state("Goa"));
  CHECK(shop.territory_on("2026-11-15") == state("Gujarat"));
}

TEST_CASE("dated_change: a sales person is replaced and takes over the share") {
  Shop shop;
  const SalesPersonId asha = shop.person(1, "Asha"), bela = shop.person(2, "Bela"),
                      chand = shop.person(3, "Chand");
  const auto member = [&](std::uint8_t number, SalesPersonId who, std::int64_t share) {
    SalesTeamMember made(id_of<SalesTeamMemberId>(number));
    made.customer = shop.id;
    made.sales_person = who;
    made.share = Percent::from_hundredths(share);
    shop.records.add(made);
  };
  member(1, asha, 60'00);
  member(2, bela, 40'00);
  shop.change({DatedField::SalesPerson, chand.uuid(), asha.uuid(), day("2026-11-22"), "moved"});
  CHECK(shop.team() == "Bela 40.00 %;Chand 60.00 %;");
  shop.change({DatedField::SalesPerson, asha.uuid(), bela.uuid(), day("2026-12-01"), "back"});
  CHECK(shop.team() == "Bela 40.00 %;Chand 60.00 %;");
  shop.records.apply(follow_assignments(shop.row(), day("2026-12-01"), shop.records));
  CHECK(shop.team() == "Chand 60.00 %;Asha 40.00 %;");
  CHECK(follow_assignments(shop.row(), day("2027-12-01"), shop.records).empty());
}

TEST_CASE("dated_change: into an empty team a sales person comes with the whole share") {
  Shop shop;
  const SalesPersonId asha = shop.person(1, "Asha");
  shop.change({DatedField::SalesPerson, asha.uuid(), std::nullopt, kToday, ""});
  CHECK(shop.team() == "Asha 100.00 %;");
}

TEST_CASE("dated_change: what stands already, a group, and what is no record are findings") {
  const Shop shop;
  const auto check = [&](const DatedChange& change) {
    return codes_of(check_dated_change(shop.row(), change, shop.records));
  };
  CHECK(check(shop.to_territory("Maharashtra", "2026-11-01")) == Codes{"dated_change.none"});
  DatedChange change = shop.to_territory("Goa", "2026-11-01");
  change.to = root_territory().uuid();
  CHECK(check(change) == Codes{"tree.not_a_leaf"});
  change.to = id_of<TerritoryId>(99).uuid();
  CHECK(check(change) == Codes{"field.link"});
}
