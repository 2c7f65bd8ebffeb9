// That from a day on a customer has another group, territory or sales person. A statement of its
// own, not edited: documents of the days before keep what they were made with. The customer's own
// fields hold what is true today and follow (acts/dated_change.h).
#pragma once

#include <optional>
#include <string>

#include "shared/domain/records/ids.h"
#include "shared/domain/values/date.h"
#include "shared/record/describe.h"

namespace cm {

struct Assignment {
  AssignmentId id;
  std::optional<CustomerId> customer;  // required
  std::optional<Date> from_date;       // required: the first day of the new value
  // What changes, from what: exactly one of the three new values is set.
  std::optional<CustomerGroupId> customer_group;
  std::optional<CustomerGroupId> customer_group_before;
  std::optional<TerritoryId> territory;
  std::optional<TerritoryId> territory_before;
  std::optional<SalesPersonId> sales_person;
  std::optional<SalesPersonId> sales_person_before;  // whom it replaces in the sales team
  std::string reason;
  bool followed = false;  // the day has come, and the customer shows it

  explicit Assignment(AssignmentId of) : id(of) {}
};

// Numbers are stored and sent: never renumber, never reuse.
template <>
struct Describe<Assignment> {
  static constexpr RecordTypeNumber number = 20;
  static constexpr std::string_view table = "assignment", label = "Dated Change";
  static constexpr auto fields = std::tuple{
      field<1>("customer", "Customer", &Assignment::customer, required, unit("statement"),
               links_to("customer")),
      field<2>("from_date", "From Date", &Assignment::from_date, required, unit("statement")),
      field<3>("customer_group", "Customer Group", &Assignment::customer_group, unit("statement"),
               links_to("customer_group"), leaf),
      field<4>("customer_group_before", "Customer Group Before", &Assignment::customer_group_before,
               unit("statement"), links_to("customer_group")),
      field<5>("territory", "Territory", &Assignment::territory, unit("statement"),
               links_to("territory"), leaf),
      field<6>("territory_before", "Territory Before", &Assignment::territory_before,
               unit("statement"), links_to("territory")),
      field<7>("sales_person", "Sales Person", &Assignment::sales_person, unit("statement"),
               links_to("sales_person"), leaf),
      field<8>("sales_person_before", "Sales Person Before", &Assignment::sales_person_before,
               unit("statement"), links_to("sales_person")),
      field<9>("reason", "Reason", &Assignment::reason, unit("statement"), max_length(500)),
      field<10>("followed", "In Effect", &Assignment::followed),
  };
};

}  // namespace cm
