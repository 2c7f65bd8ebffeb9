// Goal: trees keep their shape: one root, no cycles, only groups have children, only the others are
// chosen; and every row is shown whatever was written where.
#include "shared/domain/rules/tree.h"

#include <doctest/doctest.h>

#include <set>

#include "shared/base/random.h"
#include "shared/domain/acts/first_records.h"
#include "shared/domain/known_ids.h"
#include "shared/domain/records/account.h"
#include "shared/domain/records/catalogue.h"
#include "shared/domain/records/customer.h"
#include "shared/domain/records/item.h"
#include "shared/domain/records/sales_person.h"
#include "shared/domain/records/territory.h"
#include "shared/domain/rules/check_change.h"
#include "shared/domain/rules/in_use.h"
#include "tests/unit/domain/memory_records.h"

using namespace cm;
using namespace cm::test;

namespace {

Territory territory(std::uint8_t number, std::string name, std::optional<TerritoryId> parent,
                    bool is_group = true) {
  Territory made(id_of<TerritoryId>(number));
  made.name = std::move(name);
  made.parent = parent;
  made.is_group = is_group;
  return made;
}

// All Territories > West > Pune (leaf), and East.
struct Map {
  Map() { records.apply(make_first_records(records)); }
  MemoryRecords records;
  Territory west = records.add(territory(1, "West", root_territory()));
  Territory east = records.add(territory(2, "East", root_territory()));
  Territory pune = records.add(territory(3, "Pune", west.id, false));

  Codes check(const Territory& row) const { return codes_of(check_tree_row(to_row(row), records)); }
};

}  // namespace

TEST_CASE("tree: the types that are trees are those whose parent is of their own kind") {
  std::set<std::string_view> trees;
  for (const RecordType* type : record_catalogue().types()) {
    if (is_tree(*type)) trees.insert(type->table());
  }
  CHECK(trees == std::set<std::string_view>{"account", "customer_group", "item_group",
                                            "sales_person", "territory"});
}

TEST_CASE("tree: a sound row has no findings") {
  const Map map;
  for (const Territory& row : {map.west, map.east, map.pune}) CHECK(map.check(row) == Codes{});
  const auto root = map.records.get<Territory>(root_territory());
  CHECK(map.check(root) == Codes{});
}

TEST_CASE("tree: what is wrong with a row's place is said at its parent") {
  const Map map;
  SUBCASE("below itself") {
    CHECK(map.check(territory(1, "West", map.west.id)) == Codes{"tree.cycle"});
  }
  SUBCASE("below its own child") {
    Map deep;
    const Territory mumbai = deep.records.add(territory(4, "Mumbai", deep.west.id));
    CHECK(deep.check(territory(1, "West", mumbai.id)) == Codes{"tree.cycle"});
  }
  SUBCASE("below what is no group") {
    CHECK(map.check(territory(9, "Camp", map.pune.id, false)) == Codes{"tree.parent_not_group"});
  }
  SUBCASE("nowhere") {
    CHECK(map.check(territory(9, "Goa", std::nullopt)) == Codes{"tree.parent_missing"});
    CHECK(map.check(territory(9, "Goa", id_of<TerritoryId>(77))) == Codes{"field.link"});
  }
  SUBCASE("the root somewhere") {
    auto root = map.records.get<Territory>(root_territory());
    root.parent = map.west.id;
    CHECK(map.check(root) == Codes{"tree.root"});
  }
  SUBCASE("beside one of the same name") {
    CHECK(map.check(territory(9, "PUNE", map.west.id, false)) == Codes{"tree.sibling_name"});
    CHECK(map.check(territory(9, "Pune", map.east.id, false)) == Codes{});
  }
}

TEST_CASE("tree: a group with children stays one, a chosen row becomes none") {
  Map map;
  Territory west = map.west;
  west.is_group = false;
  CHECK(map.check(west) == Codes{"tree.has_children"});
  Customer customer(id_of<CustomerId>(50));
  customer.territory = map.pune.id;
  map.records.add(customer);
  Territory pune = map.pune;
  pune.is_group = true;
  CHECK(map.check(pune) == Codes{"tree.chosen"});
}

TEST_CASE("tree: only leaves are chosen, on any record") {
  const Map map;
  Customer customer(id_of<CustomerId>(50));
  customer.territory = map.west.id;
  customer.customer_group = root_customer_group();
  CHECK(codes_of(check_leaves(to_row(customer), map.records)) ==
        Codes{"tree.not_a_leaf", "tree.not_a_leaf"});
  customer.territory = map.pune.id;
  customer.customer_group = default_customer_group();
  CHECK(check_leaves(to_row(customer), map.records).empty());
  Item item(id_of<ItemId>(60));
  item.item_group = root_item_group();
  CHECK(codes_of(check_leaves(to_row(item), map.records)) == Codes{"tree.not_a_leaf"});
}

TEST_CASE("tree: a row in use is not hidden, an unused one may be") {
  Map map;
  CHECK(codes_of(check_delete(to_row(map.west), map.records)) == Codes{"record.in_use"});
  CHECK(check_delete(to_row(map.pune), map.records).empty());
  Customer customer(id_of<CustomerId>(50));
  customer.territory = map.pune.id;
  map.records.add(customer);
  const Findings findings = check_delete(to_row(map.pune), map.records);
  REQUIRE(codes_of(findings) == Codes{"record.in_use"});
  CHECK(findings.front().text.find("Pune is in use (1 of Customer)") == 0);
  CHECK(check_delete(to_row(customer), map.records).empty());
}

TEST_CASE("tree: the master refuses what closes a cycle and what hides a record in use") {
  const Map map;
  const RecordType& type = record_type_of<Territory>();
  const FieldNumber parent = type.get_field("parent").number;
  const std::vector<FieldValue> below_itself{{parent, map.west.id.uuid()}};
  const std::vector<FieldValue> elsewhere{{parent, map.east.id.uuid()}};
  const RecordId west = map.west.id.uuid();
  CHECK(check_change(type, west, ChangeKind::Put, below_itself, map.records) ==
        "West stands below West and cannot also stand above it. Choose another parent.");
  CHECK(check_change(type, west, ChangeKind::Put, elsewhere, map.records).empty());
  CHECK_FALSE(check_change(type, west, ChangeKind::Delete, {}, map.records).empty());
  CHECK(check_change(type, map.pune.id.uuid(), ChangeKind::Delete, {}, map.records).empty());
}

TEST_CASE("tree: the path leads to the root, whatever stands between") {
  Map map;
  const auto names = [&](const Territory& from) {
    std::string text;
    for (const Row& row : path_to_root(to_row(from), map.records))
      text += std::get<std::string>(row.get("name")) + ";";
    return text;
  };
  CHECK(names(map.pune) == "Pune;West;All Territories;");
  CHECK(names(territory(9, "Goa", id_of<TerritoryId>(77))) == "Goa;All Territories;");
  Territory west = map.west;
  west.parent = map.east.id;
  Territory east = map.east;
  east.parent = map.west.id;
  map.records.add(west), map.records.add(east);
  CHECK(names(map.pune) == "Pune;West;East;All Territories;");
}

TEST_CASE("tree: every row is shown once, parents first, whatever parents were written") {
  SeededRandom random(2026);
  for (int round = 0; round < 300; ++round) {
    std::vector<Row> rows;
    for (std::uint8_t i = 1; i <= 8; ++i) {
      std::optional<TerritoryId> parent;
      const std::uint64_t choice = random.below(11);
      if (choice == 0)
        parent = root_territory();
      else if (choice < 10)
        parent = id_of<TerritoryId>(static_cast<std::uint8_t>(choice));
      rows.push_back(to_row(territory(i, std::string(1, static_cast<char>('A' + i)), parent)));
    }
    if (random.below(4) != 0) {
      Territory root(root_territory());
      root.name = "All Territories";
      rows.push_back(to_row(root));
    }
    const std::vector<TreeLine> lines = order_tree(rows);
    CHECK(lines.size() == rows.size());
    std::set<RecordId> seen;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      CHECK(seen.insert(lines[i].row->id).second);
      if (i > 0) CHECK(lines[i].depth <= lines[i - 1].depth + 1);
    }
  }
}

TEST_CASE("tree: siblings stand in the order of their names, ignoring case") {
  const Map map;
  std::vector<Row> rows = map.records.all(record_type_of<Territory>());
  std::erase_if(rows, [](const Row& row) {
    return row.id.bytes()[0] != 0 && !(row.id == root_territory().uuid());
  });
  std::string text;
  for (const TreeLine& line : order_tree(rows))
    text += std::string(line.depth, '>') + std::get<std::string>(line.row->get("name")) + ";";
  CHECK(text == "All Territories;>East;>West;>>Pune;");
}
