// A sales person's share in a customer. The shares of one customer total exactly 100.00 %.
#pragma once

#include <optional>

#include "shared/domain/records/ids.h"
#include "shared/domain/values/percent.h"
#include "shared/record/describe.h"

namespace cm {

struct SalesTeamMember {
  SalesTeamMemberId id;
  std::optional<CustomerId> customer;         // required
  std::optional<SalesPersonId> sales_person;  // required
  std::optional<Percent> share;               // required

  explicit SalesTeamMember(SalesTeamMemberId of) : id(of) {}
};

// Numbers are stored and sent: never renumber, never reuse.
template <>
struct Describe<SalesTeamMember> {
  static constexpr RecordTypeNumber number = 6;
  static constexpr std::string_view table = "sales_team_member", label = "Sales Team Member";
  static constexpr auto fields = std::tuple{
      field<1>("customer", "Customer", &SalesTeamMember::customer, required, links_to("customer")),
      field<2>("sales_person", "Sales Person", &SalesTeamMember::sales_person, required,
               links_to("sales_person"), leaf),
      field<3>("share", "Share", &SalesTeamMember::share, required, range(0, 100'00)),
  };
};

}  // namespace cm
