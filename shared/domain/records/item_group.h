// A kind of goods or services, in a tree.
#pragma once

#include <optional>
#include <string>

#include "shared/domain/records/ids.h"
#include "shared/record/describe.h"

namespace cm {

struct ItemGroup {
  ItemGroupId id;
  std::string name;                   // required
  std::optional<ItemGroupId> parent;  // blank: the root, or hanging from it
  bool is_group = false;              // only groups have children, only the others are chosen

  explicit ItemGroup(ItemGroupId of) : id(of) {}
};

// Numbers are stored and sent: never renumber, never reuse.
template <>
struct Describe<ItemGroup> {
  static constexpr RecordTypeNumber number = 13;
  static constexpr std::string_view table = "item_group", label = "Item Group";
  static constexpr auto fields = std::tuple{
      field<1>("name", "Name", &ItemGroup::name, required, office, max_length(200)),
      field<2>("parent", "Parent", &ItemGroup::parent, office, links_to("item_group")),
      field<3>("is_group", "Is a Group", &ItemGroup::is_group, office),
  };
};

}  // namespace cm
