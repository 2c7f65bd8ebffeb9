// A stored value without its C++ type: what SQL rows, change messages and history carry.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "shared/base/uuid.h"

namespace cm {

using FieldNumber = std::uint16_t;       // stored and sent; never renumbered, never reused
using RecordTypeNumber = std::uint16_t;  // likewise

struct Blank {
  friend bool operator==(Blank, Blank) { return true; }
};

// Blank = no value. Integers hold counts, paise, hundredths of a percent, booleans (0/1). Text holds
// everything typed, in normal form. Uuid holds links to records.
using Value = std::variant<Blank, std::int64_t, std::string, Uuid>;

inline bool is_blank(const Value& value) { return std::holds_alternative<Blank>(value); }

struct FieldValue {
  FieldNumber field = 0;
  Value value;
  friend bool operator==(const FieldValue&, const FieldValue&) = default;
};

}  // namespace cm
