// A sound value for any field, so that a test can fill a record of any type by its field table.
#pragma once

#include <string>

#include "shared/base/random.h"
#include "shared/record/row.h"

namespace cm::sample {

inline std::string digits(Random& random, int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += static_cast<char>('1' + random.below(9));
  return text;
}

inline Uuid link(Random& random) {
  Uuid::Bytes bytes{};
  random.fill(bytes);
  return Uuid::from_bytes(bytes);
}

inline Value value_of(const Field& field, Random& random) {
  switch (field.kind) {
    case FieldKind::Text:
      return digits(random, field.length_max > 0 && field.length_max < 6 ? field.length_max : 6);
    case FieldKind::LongText:
      return "Line " + digits(random, 2) + "\nand another";
    case FieldKind::Choice:
      return std::string(field.choices[random.below(field.choices.size())].code);
    case FieldKind::Boolean:
      return static_cast<std::int64_t>(random.below(2));
    case FieldKind::Integer:
    case FieldKind::Money:
    case FieldKind::Percent: {
      const std::int64_t highest = field.maximum > 0 ? field.maximum : 1000;
      const auto count = static_cast<std::uint64_t>(highest - field.minimum + 1);
      return field.minimum + static_cast<std::int64_t>(random.below(count));
    }
    case FieldKind::Date:
      return "2026-0" + digits(random, 1) + "-1" + digits(random, 1);
    case FieldKind::Timestamp:
      return static_cast<std::int64_t>(1'700'000'000'000 + random.below(1'000'000));
    case FieldKind::Gstin:
      return random.below(2) == 0 ? std::string("27AABCS1234F1ZR") : std::string("27AAPFU0939F1ZV");
    case FieldKind::Pan:
      return "AABCS" + digits(random, 4) + "F";
    case FieldKind::Pincode:
      return "411" + digits(random, 3);
    case FieldKind::State:
      return random.below(2) == 0 ? std::string("27") : std::string("08");
    case FieldKind::Phone:
      return "98" + digits(random, 8);
    case FieldKind::Email:
      return "a" + digits(random, 3) + "@example.com";
    case FieldKind::PhoneList:
      return "98" + digits(random, 8) + "\n97" + digits(random, 8);
    case FieldKind::EmailList:
      return "a" + digits(random, 3) + "@example.com\nb@example.com";
    case FieldKind::Link:
      return link(random);
  }
  return Blank{};
}

// Every field that people write has a value.
inline Row row_of(const RecordType& type, const RecordId& id, Random& random) {
  Row row(type, id);
  for (const Field& field : type.fields()) {
    if (!field.server_only) row.values[field.number] = value_of(field, random);
  }
  return row;
}

}  // namespace cm::sample
