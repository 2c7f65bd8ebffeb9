#include "shared/domain/list_filters.h"

#include <algorithm>
#include <array>

#include "shared/base/uuid.h"
#include "shared/domain/records/catalogue.h"
#include "shared/domain/records/new_record.h"
#include "shared/domain/values/state_code.h"

namespace cm {
namespace {

struct ReadyMade {
  std::string_view table;  // empty: every type
  ListFilter filter;
};

constexpr ReadyMade kReadyMade[] = {
    {"customer",
     {"sales_person", "Sales Person", FilterKind::Link, ReadyFilter::SalesPerson, nullptr,
      "sales_person"}},
    {"customer",
     {"address_state", "State", FilterKind::State, ReadyFilter::AddressState, nullptr, {}}},
    {"", {"not_sent", "Not Sent", FilterKind::YesNo, ReadyFilter::NotSent, nullptr, {}}},
    {"", {"conflict", "Conflict", FilterKind::YesNo, ReadyFilter::InConflict, nullptr, {}}},
    {"customer",
     {"no_gstin", "Missing GSTIN", FilterKind::YesNo, ReadyFilter::NoGstin, nullptr, {}}},
    {"customer",
     {"not_verified", "GSTIN Not Verified", FilterKind::YesNo, ReadyFilter::GstinNotVerified,
      nullptr, {}}},
    {"customer",
     {"no_shipping_address", "Missing Shipping Address", FilterKind::YesNo,
      ReadyFilter::NoShippingAddress, nullptr, {}}},
    {"customer",
     {"no_credit_limit", "Missing Credit Limit", FilterKind::YesNo, ReadyFilter::NoCreditLimit,
      nullptr, {}}},
};

// Too many to choose from in a box of choices: search finds these.
constexpr std::array<std::string_view, 5> kLongLists = {"customer", "contact", "address", "item",
                                                        "account"};

bool is_offered_link(const RecordType& type, const Field& field) {
  return is_short_list(field.link_table) &&
         (field.link_table != type.table() || field.name == "parent");
}

bool is_offered(const RecordType& type, const Field& field) {
  switch (field.kind) {
    case FieldKind::Choice:
    case FieldKind::Boolean:
    case FieldKind::State:
      return true;
    case FieldKind::Link:
      return is_offered_link(type, field);
    default:
      return false;
  }
}

FilterKind kind_of(const Field& field) {
  switch (field.kind) {
    case FieldKind::Link:
      return FilterKind::Link;
    case FieldKind::State:
      return FilterKind::State;
    case FieldKind::Choice:
      return FilterKind::Choice;
    default:
      return FilterKind::YesNo;
  }
}

std::string value_words(const ListFilter& filter, std::string_view value,
                        std::string_view link_title) {
  if (value == kFilterNone) return "none";
  switch (filter.kind) {
    case FilterKind::Link:
      return link_title.empty() ? "not on this device" : std::string(link_title);
    case FilterKind::State: {
      const auto state = StateCode::from_code(value);
      return std::string(state ? state->name() : value);
    }
    case FilterKind::Choice:
      for (const Choice& choice : filter.field->choices) {
        if (choice.code == value) return std::string(choice.label);
      }
      break;
    case FilterKind::YesNo:
      return "No";
  }
  return std::string(value);
}

}  // namespace

std::vector<ListFilter> list_filters(const RecordType& type) {
  std::vector<ListFilter> filters;
  for (const Field& field : type.fields()) {
    if (is_offered(type, field))
      filters.push_back({field.name, field.label, kind_of(field), ReadyFilter::None, &field,
                         field.link_table});
  }
  for (const ReadyMade& ready : kReadyMade) {
    if (ready.table.empty() || ready.table == type.table()) filters.push_back(ready.filter);
  }
  std::stable_sort(filters.begin(), filters.end(),
                   [](const ListFilter& a, const ListFilter& b) { return a.kind < b.kind; });
  return filters;
}

const ListFilter* find_filter(std::span<const ListFilter> filters, std::string_view name) {
  const auto found = std::find_if(filters.begin(), filters.end(),
                                  [&](const ListFilter& filter) { return filter.name == name; });
  return found == filters.end() ? nullptr : &*found;
}

bool is_filter_value(const ListFilter& filter, std::string_view value) {
  if (value == kFilterNone) return filter.field != nullptr && filter.kind != FilterKind::YesNo;
  switch (filter.kind) {
    case FilterKind::Link:
      return Uuid::parse(value).has_value();
    case FilterKind::State:
      return StateCode::from_code(value).has_value();
    case FilterKind::Choice:
      return std::any_of(filter.field->choices.begin(), filter.field->choices.end(),
                         [&](const Choice& choice) { return choice.code == value; });
    case FilterKind::YesNo:
      break;
  }
  return value == kFilterYes || value == kFilterNo;
}

FilterValues clean_filters(const RecordType& type, const FilterValues& values) {
  FilterValues clean;
  for (const ListFilter& filter : list_filters(type)) {
    const std::string value = find_filter_value(values, filter.name);
    if (is_filter_value(filter, value)) clean.push_back({std::string(filter.name), value});
  }
  return clean;
}

std::string find_filter_value(const FilterValues& values, std::string_view name) {
  for (const FilterValue& each : values) {
    if (each.name == name) return each.value;
  }
  return {};
}

void set_filter_value(FilterValues& values, std::string_view name, std::string_view value) {
  values.erase(std::remove_if(values.begin(), values.end(),
                              [&](const FilterValue& each) { return each.name == name; }),
               values.end());
  if (!value.empty()) values.push_back({std::string(name), std::string(value)});
}

std::string filter_words(const ListFilter& filter, std::string_view value,
                         std::string_view link_title) {
  if (filter.kind == FilterKind::YesNo && value == kFilterYes) return std::string(filter.label);
  return std::string(filter.label) + ": " + value_words(filter, value, link_title);
}

bool is_short_list(std::string_view table) {
  const bool is_long = std::find(kLongLists.begin(), kLongLists.end(), table) != kLongLists.end();
  return !table.empty() && !is_long && record_catalogue().find(table) != nullptr;
}

bool blank_means_yes(const RecordType& type, const Field& field) {
  static const Uuid kAny = Uuid::from_bytes({});
  return make_record(type, kAny).get(field.number) == Value(std::int64_t{1});
}

}  // namespace cm
