#include "shared/domain/acts/first_records.h"

#include "shared/domain/known_ids.h"
#include "shared/domain/records/customer.h"
#include "shared/domain/records/customer_group.h"
#include "shared/domain/records/item_group.h"
#include "shared/domain/records/price_list.h"
#include "shared/domain/records/sales_person.h"
#include "shared/domain/records/territory.h"

namespace cm {
namespace {

template <class T, class TypedId>
T tree_node(TypedId id, std::string_view name, std::optional<TypedId> parent, bool is_group) {
  T node(id);
  node.name = name;
  node.parent = parent;
  node.is_group = is_group;
  return node;
}

template <class T, class TypedId>
Row root(TypedId id, std::string_view name) {
  return to_row(tree_node<T, TypedId>(id, name, std::nullopt, true));
}

std::vector<Row> list_first_rows() {
  std::vector<Row> rows{root<CustomerGroup>(root_customer_group(), "All Customer Groups"),
                        root<Territory>(root_territory(), "All Territories"),
                        root<SalesPerson>(root_sales_person(), "All Sales Persons"),
                        root<ItemGroup>(root_item_group(), "All Item Groups")};
  rows.push_back(to_row(tree_node<CustomerGroup, CustomerGroupId>(
      default_customer_group(), "Default Customer Group", root_customer_group(), false)));
  for (const StateFact& fact : state_facts()) {
    const auto state = StateCode::from_code(fact.code);
    if (fact.standing != StateStanding::Current || !state) continue;
    rows.push_back(to_row(tree_node<Territory, TerritoryId>(state_territory(*state), fact.name,
                                                            root_territory(), false)));
  }
  PriceList selling(standard_selling());
  selling.name = "Standard Selling";
  rows.push_back(to_row(selling));
  Customer walk_in(walk_in_customer());
  walk_in.name = "Walk-in Customer";
  walk_in.customer_type = CustomerType::Individual;
  walk_in.customer_group = default_customer_group();
  walk_in.walk_in = true;
  rows.push_back(to_row(walk_in));
  return rows;
}

}  // namespace

std::vector<Change> make_first_records(const RecordLookup& records) {
  std::vector<Change> changes;
  for (const Row& row : list_first_rows()) {
    if (!records.find(*row.type, row.id)) changes.push_back(diff_rows(nullptr, row));
  }
  return changes;
}

}  // namespace cm
