// Who sells, in a tree of teams.
#pragma once

#include <optional>
#include <string>

#include "shared/domain/records/ids.h"
#include "shared/record/describe.h"

namespace cm {

struct SalesPerson {
  SalesPersonId id;
  std::string name;                     // required
  std::optional<SalesPersonId> parent;  // blank: the root, or hanging from it
  bool is_group = false;                // only groups have children, only the others are chosen
  std::string user;                     // sign-in name, when this person signs in
  bool enabled = true;

  explicit SalesPerson(SalesPersonId of) : id(of) {}
};

// Numbers are stored and sent: never renumber, never reuse.
template <>
struct Describe<SalesPerson> {
  static constexpr RecordTypeNumber number = 12;
  static constexpr std::string_view table = "sales_person", label = "Sales Person";
  static constexpr auto fields = std::tuple{
      field<1>("name", "Name", &SalesPerson::name, required, office, max_length(200)),
      field<2>("parent", "Parent", &SalesPerson::parent, office, links_to("sales_person")),
      field<3>("is_group", "Is a Group", &SalesPerson::is_group, office),
      field<4>("user", "User", &SalesPerson::user, office, max_length(100)),
      field<5>("enabled", "Enabled", &SalesPerson::enabled, office),
  };
};

}  // namespace cm
