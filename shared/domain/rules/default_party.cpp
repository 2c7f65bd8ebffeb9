#include "shared/domain/rules/default_party.h"

#include <string_view>
#include <tuple>

#include "shared/domain/records/address.h"
#include "shared/domain/records/contact.h"

namespace cm {
namespace {

bool flag(const Row& row, std::string_view field, bool fallback = false) {
  const auto* number = std::get_if<std::int64_t>(&row.get(field));
  return number ? *number == 1 : fallback;
}

bool is_type(const Row& row, AddressType type) {
  const auto* code = std::get_if<std::string>(&row.get("address_type"));
  return code && *code == ChoicesOf<AddressType>::values[static_cast<std::size_t>(type)].code;
}

std::string_view flag_of(DefaultOf which) {
  switch (which) {
    case DefaultOf::BillingContact:
      return "is_billing";
    case DefaultOf::ShippingAddress:
      return "is_shipping";
    case DefaultOf::PrimaryContact:
    case DefaultOf::BillingAddress:
      break;
  }
  return "is_primary";
}

constexpr int kNever = 99;

// 0 = flagged, then the types in order; kNever = cannot be this default.
int preference(DefaultOf which, const Row& row) {
  if (row.deleted || !flag(row, "active", true)) return kNever;
  if (flag(row, flag_of(which))) return 0;
  switch (which) {
    case DefaultOf::PrimaryContact:
      return 1;
    case DefaultOf::BillingContact:
      return kNever;
    case DefaultOf::ShippingAddress:
      return is_type(row, AddressType::Shipping) ? 1 : kNever;
    case DefaultOf::BillingAddress:
      break;
  }
  if (is_type(row, AddressType::Billing)) return 1;
  return is_type(row, AddressType::Shipping) ? kNever : 2;
}

bool comes_before(DefaultOf which, const Row& a, const Row& b) {
  const int preference_a = preference(which, a), preference_b = preference(which, b);
  if (preference_a != preference_b) return preference_a < preference_b;
  if (a.created.at_ms != b.created.at_ms) return a.created.at_ms < b.created.at_ms;
  return a.id < b.id;
}

// Sets one flag of a row, on top of what `changes` already does to that row.
void set_flag(const Row& row, std::string_view field, bool on, std::vector<Change>& changes) {
  Row after = row;
  for (const Change& change : changes) {
    if (!(change.id == row.id)) continue;
    for (const FieldValue& value : change.fields) after.values[value.field] = value.value;
  }
  std::erase_if(changes, [&](const Change& change) { return change.id == row.id; });
  after.set(field, std::int64_t{on ? 1 : 0});
  changes.push_back(diff_rows(&row, after));
}

void repair(DefaultOf which, std::span<const Row> candidates, std::vector<Change>& changes) {
  const Row* kept = choose_default(which, candidates);
  for (const Row& row : candidates) {
    if (&row != kept && preference(which, row) == 0) set_flag(row, flag_of(which), false, changes);
  }
  // No shipping address is a state of its own: goods go to the billing address.
  if (kept && preference(which, *kept) != 0 && which != DefaultOf::ShippingAddress) {
    set_flag(*kept, flag_of(which), true, changes);
  }
}

}  // namespace

const Row* choose_default(DefaultOf which, std::span<const Row* const> candidates) {
  const Row* best = nullptr;
  for (const Row* row : candidates) {
    if (preference(which, *row) != kNever && (!best || comes_before(which, *row, *best)))
      best = row;
  }
  return best;
}

const Row* choose_default(DefaultOf which, std::span<const Row> candidates) {
  std::vector<const Row*> rows;
  for (const Row& row : candidates) rows.push_back(&row);
  return choose_default(which, std::span<const Row* const>(rows));
}

std::vector<Change> repair_primaries(std::span<const Row> candidates) {
  std::vector<Change> changes;
  if (candidates.empty()) return changes;
  if (candidates.front().type == &record_type_of<Contact>()) {
    repair(DefaultOf::PrimaryContact, candidates, changes);
  } else {
    repair(DefaultOf::BillingAddress, candidates, changes);
    repair(DefaultOf::ShippingAddress, candidates, changes);
  }
  return changes;
}

}  // namespace cm
