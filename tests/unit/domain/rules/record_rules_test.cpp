// Goal: what is wrong with companies, partners, items, prices and targets is said, each at its
// field.
#include <doctest/doctest.h>

#include <numeric>

#include "shared/domain/acts/company.h"
#include "shared/domain/known_ids.h"
#include "shared/domain/records/territory.h"
#include "shared/domain/rules/check_company.h"
#include "shared/domain/rules/check_item.h"
#include "shared/domain/rules/check_party.h"
#include "shared/domain/rules/check_record.h"
#include "shared/domain/rules/check_target.h"
#include "tests/unit/domain/memory_records.h"

using namespace cm;
using namespace cm::test;

namespace {

Company company(std::uint8_t number, std::string name, std::string abbreviation) {
  Company made(id_of<CompanyId>(number));
  made.name = std::move(name);
  made.abbreviation = std::move(abbreviation);
  return made;
}

Date day(std::string_view text) {
  return *Date::parse(text);
}

ItemPrice price(std::uint8_t number, std::optional<Date> from, std::optional<Date> to) {
  ItemPrice made(id_of<ItemPriceId>(number));
  made.item = id_of<ItemId>(1);
  made.price_list = standard_selling();
  made.rate = Money::from_paise(100'00);
  made.valid_from = std::move(from);
  made.valid_to = std::move(to);
  return made;
}

Target target(std::uint8_t number) {
  Target made(id_of<TargetId>(number));
  made.owner_kind = TargetOwnerKind::Territory;
  made.owner = TargetOwnerId(root_territory().uuid());
  made.fiscal_year = 2026;
  made.amount = Money::from_paise(1'000'000'00);
  return made;
}

}  // namespace

TEST_CASE("check_company: the state is the GSTIN's, the abbreviation its own") {
  MemoryRecords records;
  Company ours = company(1, "Sai Engineering", "SE");
  ours.gstin = *Gstin::parse("27AAPFU0939F1ZV");
  ours.state = *StateCode::parse("Maharashtra");
  CHECK(check_company(ours, records).empty());
  ours.state = *StateCode::parse("Rajasthan");
  const Findings findings = check_company(ours, records);
  REQUIRE(codes_of(findings) == Codes{"company.state_differs"});
  CHECK(findings.front().expected == "Maharashtra");
  CHECK(findings.front().needs_reason);
  ours.state.reset();
  records.add(company(2, "Sri Electricals", "SE"));
  CHECK(codes_of(check_company(ours, records)) == Codes{"company.abbreviation"});
}

TEST_CASE("check_company: the receivable group is a group of its own accounts") {
  MemoryRecords records;
  records.apply(make_company(company(1, "Sai", "S")));
  records.apply(make_company(company(2, "Om", "O")));
  Company sai = records.get<Company>(id_of<CompanyId>(1));
  CHECK(check_company(sai, records).empty());
  sai.receivable_group = receivable_account(id_of<CompanyId>(2));
  CHECK(codes_of(check_company(sai, records)) == Codes{"company.receivable_group"});
}

TEST_CASE("check_account: an account stands under one of its own company") {
  MemoryRecords records;
  records.apply(make_company(company(1, "Sai", "S")));
  Account account(id_of<AccountId>(9));
  account.company = id_of<CompanyId>(1);
  account.parent = receivable_account(id_of<CompanyId>(1));
  CHECK(check_account(account, records).empty());
  account.company = id_of<CompanyId>(2);
  CHECK(codes_of(check_account(account, records)) == Codes{"account.company"});
}

TEST_CASE("check_party: supplier, sales partner, sales person") {
  Supplier supplier(id_of<SupplierId>(1));
  supplier.gstin = *Gstin::parse("27AAPFU0939F1ZV");
  supplier.pan = *Pan::parse("AAPFU0939F");
  CHECK(check_supplier(supplier).empty());
  supplier.pan = *Pan::parse("AABCS1234F");
  CHECK(codes_of(check_supplier(supplier)) == Codes{"pan.differs"});

  SalesPartner partner(id_of<SalesPartnerId>(1));
  CHECK(codes_of(check_sales_partner(partner)) == Codes{"sales_partner.buys"});
  partner.customer = id_of<CustomerId>(1);
  CHECK(check_sales_partner(partner).empty());

  MemoryRecords records;
  SalesPerson asha(id_of<SalesPersonId>(1));
  asha.name = "Asha", asha.user = "asha";
  records.add(asha);
  CHECK(check_sales_person(asha, records).empty());
  SalesPerson bela(id_of<SalesPersonId>(2));
  bela.user = "asha";
  CHECK(codes_of(check_sales_person(bela, records)) == Codes{"sales_person.user"});
}

TEST_CASE("check_item: an HSN has 4, 6 or 8 digits, a SAC 6 from 99") {
  const std::pair<const char*, bool> cases[] = {
      {"8471", true}, {"847130", true}, {"84713010", true}, {"998313", true}, {"", true},
      {"847", false}, {"84713", false}, {"9983", false},    {"84A1", false}};
  for (const auto& [hsn, good] : cases) {
    CAPTURE(hsn);
    Item item(id_of<ItemId>(1));
    item.hsn = hsn;
    CHECK(codes_of(check_item(item)) == (good ? Codes{} : Codes{"hsn.shape"}));
  }
}

TEST_CASE("check_item_price: a period ends after it begins, two of a list do not meet") {
  MemoryRecords records;
  records.add(price(1, day("2026-04-01"), day("2026-09-30")));
  CHECK(codes_of(check_item_price(price(2, day("2026-02-02"), day("2026-02-01")), records)) ==
        Codes{"item_price.period"});
  CHECK(check_item_price(price(2, day("2026-10-01"), std::nullopt), records).empty());
  CHECK(check_item_price(price(2, std::nullopt, day("2026-03-31")), records).empty());
  CHECK(codes_of(check_item_price(price(2, day("2026-09-30"), std::nullopt), records)) ==
        Codes{"item_price.overlap"});
  CHECK(codes_of(check_item_price(price(2, std::nullopt, std::nullopt), records)) ==
        Codes{"item_price.overlap"});
  CHECK(check_item_price(price(1, day("2026-04-01"), day("2026-09-30")), records).empty());
  ItemPrice elsewhere = price(2, std::nullopt, std::nullopt);
  elsewhere.price_list = id_of<PriceListId>(9);
  CHECK(check_item_price(elsewhere, records).empty());
}

TEST_CASE("check_target: an amount or a quantity, shares of exactly 100.00 %, one per place") {
  MemoryRecords records;
  Target one = target(1);
  CHECK(check_target(one, records).empty());
  one.amount.reset();
  CHECK(codes_of(check_target(one, records)) == Codes{"target.empty"});
  one.quantity = 500;
  CHECK(check_target(one, records).empty());
  set_spread(one, even_spread());
  CHECK(check_target(one, records).empty());
  one.share_7 = Percent::from_hundredths(8'34);
  const Findings findings = check_target(one, records);
  REQUIRE(codes_of(findings) == Codes{"target.spread"});
  CHECK(findings.front().text.find("100.01 %") != std::string::npos);
  records.add(target(2));
  CHECK(codes_of(check_target(target(1), records)) == Codes{"target.twice"});
  Target of_pumps = target(1);
  of_pumps.item_group = id_of<ItemGroupId>(4);
  CHECK(check_target(of_pumps, records).empty());
}

TEST_CASE("check_target: blank shares spread evenly, to exactly 100.00 %") {
  const auto total = [](const std::array<Percent, 12>& shares) {
    return std::accumulate(
        shares.begin(), shares.end(), std::int64_t{0},
        [](std::int64_t sum, const Percent& share) { return sum + share.hundredths(); });
  };
  CHECK(total(even_spread()) == 100'00);
  Target one = target(1);
  CHECK(spread_of(one) == even_spread());
  one.share_2 = Percent::from_hundredths(100'00);
  CHECK(total(spread_of(one)) == 100'00);
  CHECK(spread_of(one)[1] == Percent::from_hundredths(100'00));
}

TEST_CASE("check_record: each type's rules are found by its table, trees and leaves included") {
  MemoryRecords records;
  Target empty = target(1);
  empty.amount.reset();
  CHECK(codes_of(check_record(to_row(empty))) == Codes{"target.empty"});
  Territory nowhere(id_of<TerritoryId>(1));
  CHECK(check_record(to_row(nowhere)).empty());
  CHECK(codes_of(check_record(to_row(nowhere), records)) == Codes{"tree.parent_missing"});
}
