// The kinds of record id, and the choices that more than one record uses.
#pragma once

#include <array>
#include <cstdint>

#include "shared/base/strong_id.h"
#include "shared/record/codec.h"

namespace cm {

using CustomerId = Id<"customer">;
using ContactId = Id<"contact">;
using AddressId = Id<"address">;
using ContactLinkId = Id<"contact_link">;
using AddressLinkId = Id<"address_link">;
using SalesTeamMemberId = Id<"sales_team_member">;
using SalesPersonId = Id<"sales_person">;
using CustomerGroupId = Id<"customer_group">;
using TerritoryId = Id<"territory">;
using PriceListId = Id<"price_list">;
using SalesPartnerId = Id<"sales_partner">;
using CompanyId = Id<"company">;
using AccountId = Id<"account">;
using CustomerCompanyId = Id<"customer_company">;
using ItemGroupId = Id<"item_group">;
using SupplierId = Id<"supplier">;
using ItemId = Id<"item">;
using ItemPriceId = Id<"item_price">;
using TargetId = Id<"target">;
using AssignmentId = Id<"assignment">;
using TargetOwnerId =
    Id<"target_owner">;       // a territory, sales person or sales partner: see TargetOwnerKind
using PartyId = Id<"party">;  // a customer, supplier, sales partner or company: see PartyKind

// Of a customer, a customer in a company, a customer group and a company alike.
inline constexpr std::int64_t kCreditLimitPaiseMax = 10'000'000'000'000;  // 10^13
inline constexpr std::int64_t kCreditDaysMax = 365;

inline constexpr std::int64_t kRatePaiseMax =
    100'000'000'000'000;  // 10^14; of an item or item price

// Whom a contact or address belongs to. Codes are stored: never rename one; each is its record's
// table.
enum class PartyKind { Customer, Supplier, SalesPartner, Company };
template <>
struct ChoicesOf<PartyKind> {
  static constexpr std::array values{Choice{"customer", "Customer"}, Choice{"supplier", "Supplier"},
                                     Choice{"sales_partner", "Sales Partner"},
                                     Choice{"company", "Company"}};
};

// How the party stands in GST. Codes are stored: never rename one.
enum class GstCategory {
  RegisteredRegular,
  RegisteredComposition,
  Unregistered,
  Sez,
  Overseas,
  DeemedExport,
  UinHolder,
  TaxDeductor,
  TaxCollector,
  InputServiceDistributor,
};
template <>
struct ChoicesOf<GstCategory> {
  static constexpr std::array values{
      Choice{"registered_regular", "Registered Regular"},
      Choice{"registered_composition", "Registered Composition"},
      Choice{"unregistered", "Unregistered"},
      Choice{"sez", "SEZ"},
      Choice{"overseas", "Overseas"},
      Choice{"deemed_export", "Deemed Export"},
      Choice{"uin_holder", "UIN Holder"},
      Choice{"tax_deductor", "Tax Deductor"},
      Choice{"tax_collector", "Tax Collector"},
      Choice{"input_service_distributor", "Input Service Distributor"}};
};

}  // namespace cm
