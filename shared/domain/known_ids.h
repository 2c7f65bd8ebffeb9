// Records whose id everyone knows before having seen them: what stands in every master from its
// first start, and what follows from other records. Two devices, or two masters, that make one of
// them make the same row. The ids are UUIDs version 5 of the names in known_ids.cpp: stored, never
// to change.
#pragma once

#include <optional>
#include <string_view>

#include "shared/domain/records/ids.h"
#include "shared/domain/values/state_code.h"
#include "shared/record/row.h"

namespace cm {

CustomerGroupId root_customer_group();
CustomerGroupId default_customer_group();  // of a customer whose group is blank
TerritoryId root_territory();
TerritoryId state_territory(const StateCode& state);
SalesPersonId root_sales_person();
ItemGroupId root_item_group();
PriceListId standard_selling();
CustomerId walk_in_customer();

// A company's tree of accounts, and a customer's place in it.
AccountId root_account(CompanyId company);
AccountId receivable_account(CompanyId company);
AccountId ledger_account(CustomerId customer, CompanyId company);
CustomerCompanyId customer_in_company(CustomerId customer, CompanyId company);

// The root of the tree in which the row stands; nullopt when it stands in none, or when it is an
// account without a company.
std::optional<RecordId> find_root(const Row& row);

}  // namespace cm
