// Where we sell, in a tree: India, its states, and what lies within.
#pragma once

#include <optional>
#include <string>

#include "shared/domain/records/ids.h"
#include "shared/record/describe.h"

namespace cm {

struct Territory {
  TerritoryId id;
  std::string name;                   // required
  std::optional<TerritoryId> parent;  // blank: the root, or hanging from it
  bool is_group = false;              // only groups have children, only the others are chosen

  explicit Territory(TerritoryId of) : id(of) {}
};

// Numbers are stored and sent: never renumber, never reuse.
template <>
struct Describe<Territory> {
  static constexpr RecordTypeNumber number = 11;
  static constexpr std::string_view table = "territory", label = "Territory";
  static constexpr auto fields = std::tuple{
      field<1>("name", "Name", &Territory::name, required, office, max_length(200)),
      field<2>("parent", "Parent", &Territory::parent, office, links_to("territory")),
      field<3>("is_group", "Is a Group", &Territory::is_group, office),
  };
};

}  // namespace cm
