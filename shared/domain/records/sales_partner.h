// A party who sells for us, for a commission. Whom we sell *to* is a customer: a partner who also
// buys for himself is linked to his customer record.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "shared/domain/records/ids.h"
#include "shared/domain/values/percent.h"
#include "shared/record/describe.h"

namespace cm {

// Codes are stored: never rename one.
enum class PartnerType { Distributor, Dealer, CommissionAgent, Affiliate, Reseller, Retailer };
template <>
struct ChoicesOf<PartnerType> {
  static constexpr std::array values{Choice{"distributor", "Distributor"},
                                     Choice{"dealer", "Dealer"},
                                     Choice{"commission_agent", "Commission Agent"},
                                     Choice{"affiliate", "Affiliate"},
                                     Choice{"reseller", "Reseller"},
                                     Choice{"retailer", "Retailer"}};
};

struct SalesPartner {
  SalesPartnerId id;
  std::string name;  // required
  std::optional<PartnerType> partner_type;
  std::optional<TerritoryId> territory;
  std::optional<Percent> commission_rate;
  std::optional<CustomerId> customer;  // the partner as a buyer
  bool active = true;

  explicit SalesPartner(SalesPartnerId of) : id(of) {}
};

// Numbers are stored and sent: never renumber, never reuse.
template <>
struct Describe<SalesPartner> {
  static constexpr RecordTypeNumber number = 15;
  static constexpr std::string_view table = "sales_partner", label = "Sales Partner";
  static constexpr auto fields = std::tuple{
      field<1>("name", "Name", &SalesPartner::name, required, office, max_length(200)),
      field<2>("partner_type", "Partner Type", &SalesPartner::partner_type),
      field<3>("territory", "Territory", &SalesPartner::territory, links_to("territory"), leaf),
      field<4>("commission_rate", "Commission Rate", &SalesPartner::commission_rate,
               range(0, 100'00), office),
      field<5>("customer", "Customer", &SalesPartner::customer, links_to("customer")),
      field<6>("active", "Active", &SalesPartner::active, office),
  };
};

}  // namespace cm
