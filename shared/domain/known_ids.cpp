#include "shared/domain/known_ids.h"

#include <string>

#include "shared/base/ensure.h"

namespace cm {
namespace {

// Made once at random.
Uuid product_space() {
  static const auto space = Uuid::parse("5b0c6f6e-8d2f-4f0a-9a53-7c1e24d3b9a8");
  ENSURE(space, "the space of known ids is a UUID");
  return *space;
}

Uuid known(std::string_view name) {
  return Uuid::make_v5(product_space(), name);
}

Uuid known(std::string_view name, const Uuid& of) {
  return known(std::string(name) + "/" + of.text());
}

Uuid known(std::string_view name, const Uuid& of, const Uuid& in) {
  return known(std::string(name) + "/" + of.text(), in);
}

}  // namespace

CustomerGroupId root_customer_group() {
  return CustomerGroupId(known("customer_group/root"));
}

CustomerGroupId default_customer_group() {
  return CustomerGroupId(known("customer_group/default"));
}

TerritoryId root_territory() {
  return TerritoryId(known("territory/root"));
}

TerritoryId state_territory(const StateCode& state) {
  return TerritoryId(known("territory/state/" + state.text()));
}

SalesPersonId root_sales_person() {
  return SalesPersonId(known("sales_person/root"));
}

ItemGroupId root_item_group() {
  return ItemGroupId(known("item_group/root"));
}

PriceListId standard_selling() {
  return PriceListId(known("price_list/standard_selling"));
}

CustomerId walk_in_customer() {
  return CustomerId(known("customer/walk_in"));
}

AccountId root_account(CompanyId company) {
  return AccountId(known("account/root", company.uuid()));
}

AccountId receivable_account(CompanyId company) {
  return AccountId(known("account/receivable", company.uuid()));
}

AccountId ledger_account(CustomerId customer, CompanyId company) {
  return AccountId(known("account/ledger", customer.uuid(), company.uuid()));
}

CustomerCompanyId customer_in_company(CustomerId customer, CompanyId company) {
  return CustomerCompanyId(known("customer_company", customer.uuid(), company.uuid()));
}

std::optional<RecordId> find_root(const Row& row) {
  const std::string_view table = row.type->table();
  if (table == "customer_group") return root_customer_group().uuid();
  if (table == "territory") return root_territory().uuid();
  if (table == "sales_person") return root_sales_person().uuid();
  if (table == "item_group") return root_item_group().uuid();
  if (table != "account") return std::nullopt;
  const auto* company = std::get_if<Uuid>(&row.get("company"));
  return company ? std::optional(root_account(CompanyId(*company)).uuid()) : std::nullopt;
}

}  // namespace cm
