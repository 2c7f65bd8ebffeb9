#include "shared/domain/acts/group_defaults.h"

#include <array>

#include "shared/domain/known_ids.h"
#include "shared/domain/records/customer_group.h"
#include "shared/domain/rules/row_values.h"
#include "shared/domain/rules/tree.h"

namespace cm {
namespace {

constexpr std::array kDefaults = std::to_array<std::string_view>(
    {"default_price_list", "credit_limit", "credit_days", "payment_terms"});

}  // namespace

std::vector<GroupDefault> preview_group_defaults(const Row& customer, const RecordLookup& records) {
  const RecordId id = link_in(customer, "customer_group").value_or(default_customer_group().uuid());
  const auto group = find_shown(records, record_type_of<CustomerGroup>(), id);
  if (!group) return {};
  const std::vector<Row> groups = path_to_root(*group, records);
  std::vector<GroupDefault> preview;
  for (const std::string_view field : kDefaults) {
    for (const Row& one : groups) {
      const Value& value = one.get(field);
      if (is_blank(value)) continue;
      if (!(value == customer.get(field)))
        preview.push_back({std::string(field), customer.get(field), value, text_in(one, "name")});
      break;
    }
  }
  return preview;
}

Change apply_group_defaults(const Row& customer, std::span<const GroupDefault> chosen) {
  Row after = customer;
  for (const GroupDefault& one : chosen) after.set(one.field, one.after);
  return diff_rows(&customer, after);
}

}  // namespace cm
