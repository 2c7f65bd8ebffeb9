#include "client/app/list_columns.h"

#include <algorithm>
#include <array>

#include "shared/domain/record_title.h"

namespace cm {
namespace {

using Columns = std::vector<const Field*>;

constexpr Field shown_with_customer(std::string_view name, std::string_view label, FieldKind kind) {
  Field field;
  field.name = name;
  field.label = label;
  field.kind = kind;
  return field;
}

// Of the customer's default contact and billing address.
constexpr Field kPhone = shown_with_customer("phone", "Phone", FieldKind::Phone);
constexpr Field kCity = shown_with_customer("city", "City", FieldKind::Text);

constexpr std::array<std::string_view, 4> kCustomerColumns = {"name", "code", "customer_type",
                                                              "gstin"};

bool fits_a_column(const Field& field) {
  switch (field.kind) {
    case FieldKind::LongText:
    case FieldKind::PhoneList:
    case FieldKind::EmailList:
    case FieldKind::Timestamp:
      return false;
    default:
      return field.name != "active" && field.name != "override_reason";
  }
}

bool is_among(const Columns& columns, const Field& field) {
  return std::find(columns.begin(), columns.end(), &field) != columns.end();
}

Columns customer_columns(const RecordType& type) {
  Columns columns;
  for (const std::string_view name : kCustomerColumns) columns.push_back(&type.get_field(name));
  columns.push_back(&kPhone);
  columns.push_back(&kCity);
  return columns;
}

Columns first_columns(const RecordType& type) {
  if (type.table() == "customer") return customer_columns(type);
  const Field* named = find_title_field(type);
  return named ? Columns{named} : Columns{};
}

}  // namespace

Columns known_columns(const RecordType& type) {
  Columns columns = first_columns(type);
  for (const Field& field : type.fields()) {
    if (fits_a_column(field) && !is_among(columns, field)) columns.push_back(&field);
  }
  return columns;
}

Columns list_columns(const RecordType& type) {
  if (type.table() == "customer") return customer_columns(type);
  Columns columns = known_columns(type);
  if (columns.size() > kListColumnsMax) columns.resize(kListColumnsMax);
  return columns;
}

Columns columns_named(const RecordType& type, const std::vector<std::string>& names) {
  if (names.empty()) return list_columns(type);
  Columns columns;
  for (const Field* field : known_columns(type)) {
    const bool wanted = std::find(names.begin(), names.end(), field->name) != names.end();
    if (wanted || columns.empty()) columns.push_back(field);
  }
  return columns;
}

}  // namespace cm
