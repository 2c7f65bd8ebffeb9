// A small record type with one field of each storage kind, for tests of machinery that must not
// depend on what a customer happens to look like.
#pragma once

#include <array>

#include "shared/record/record_type.h"

namespace cm::sample {

inline constexpr FieldNumber kName = 1;
inline constexpr FieldNumber kGstin = 3;     // unit "tax", lead 3
inline constexpr FieldNumber kCategory = 4;  // unit "tax"
inline constexpr FieldNumber kPhone = 9;
inline constexpr FieldNumber kCreditLimit = 16;
inline constexpr FieldNumber kGroup = 30;
inline constexpr FieldNumber kUnknown = 77;  // stands in no field table

inline constexpr std::array kShopFields = [] {
  std::array<Field, 6> fields{};
  fields[0].number = kName, fields[0].name = "name", fields[0].label = "Name";
  fields[1].number = kGstin, fields[1].name = "gstin", fields[1].kind = FieldKind::Gstin,
  fields[1].unit = "tax";
  fields[2].number = kCategory, fields[2].name = "category", fields[2].kind = FieldKind::Choice;
  fields[2].unit = "tax";
  fields[3].number = kPhone, fields[3].name = "phone", fields[3].kind = FieldKind::Phone;
  fields[4].number = kCreditLimit, fields[4].name = "credit_limit",
  fields[4].kind = FieldKind::Money;
  fields[5].number = kGroup, fields[5].name = "shop_group", fields[5].kind = FieldKind::Link;
  return fields;
}();

inline const RecordType& shop() {
  static const RecordType type(1, "shop", "Shop", kShopFields);
  return type;
}

inline const RecordCatalogue& records() {
  static const RecordCatalogue catalogue({&shop()});
  return catalogue;
}

}  // namespace cm::sample
