// A record's values without their C++ struct, with who wrote what.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "shared/base/clock.h"
#include "shared/record/record_type.h"
#include "shared/record/version.h"

namespace cm {

using RecordId = Uuid;

// Who created and last changed a record, and where.
struct Stamp {
  std::string user;  // sign-in name
  DeviceId device;
  UnixMs at_ms = 0;
  friend bool operator==(const Stamp&, const Stamp&) = default;
};

struct Row {
  const RecordType* type = nullptr;
  RecordId id;
  std::map<FieldNumber, Value> values;  // blank fields may be absent; unknown fields are kept
  std::map<FieldNumber, Dot> versions;  // by unit lead; absent = never written
  Stamp created;
  Stamp changed;
  bool deleted = false;

  explicit Row(const RecordType& of, const RecordId& row_id) : type(&of), id(row_id) {}
  // Blank when the field was never written.
  const Value& get(FieldNumber field) const;
  const Value& get(std::string_view field_name) const;
  void set(std::string_view field_name, Value value);
};

}  // namespace cm
