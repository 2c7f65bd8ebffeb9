// A kind of customer, in a tree. What a group says by default holds for all groups below it.
#pragma once

#include <optional>
#include <string>

#include "shared/domain/records/ids.h"
#include "shared/domain/values/money.h"
#include "shared/record/describe.h"

namespace cm {

struct CustomerGroup {
  CustomerGroupId id;
  std::string name;                       // required
  std::optional<CustomerGroupId> parent;  // blank: the root, or hanging from it
  bool is_group = false;                  // only groups have children, only the others are chosen
  std::optional<PriceListId> default_price_list;
  std::optional<Money> credit_limit;  // blank inherits, zero is no credit
  std::optional<std::int64_t> credit_days;
  std::string payment_terms;

  explicit CustomerGroup(CustomerGroupId of) : id(of) {}
};

// Numbers are stored and sent: never renumber, never reuse.
template <>
struct Describe<CustomerGroup> {
  static constexpr RecordTypeNumber number = 10;
  static constexpr std::string_view table = "customer_group", label = "Customer Group";
  static constexpr auto fields = std::tuple{
      field<1>("name", "Name", &CustomerGroup::name, required, office, max_length(200)),
      field<2>("parent", "Parent", &CustomerGroup::parent, office, links_to("customer_group")),
      field<3>("is_group", "Is a Group", &CustomerGroup::is_group, office),
      field<4>("default_price_list", "Default Price List", &CustomerGroup::default_price_list,
               office, links_to("price_list")),
      field<5>("credit_limit", "Credit Limit", &CustomerGroup::credit_limit,
               range(0, kCreditLimitPaiseMax), office),
      field<6>("credit_days", "Credit Days", &CustomerGroup::credit_days, range(0, kCreditDaysMax),
               office),
      field<7>("payment_terms", "Payment Terms", &CustomerGroup::payment_terms, office,
               max_length(500)),
  };
};

}  // namespace cm
