// One field of a record type: everything generic machinery (store, sync, history, exchange, forms) knows.
#pragma once

#include <span>
#include <string_view>

#include "shared/record/value.h"

namespace cm {

enum class FieldKind {
  Text,       // one line
  LongText,   // several lines
  Choice,     // one of Field::choices, stored as its code
  Boolean,    // 0 or 1
  Integer,
  Money,      // paise
  Percent,    // hundredths of a percent
  Date,       // ISO yyyy-mm-dd
  Timestamp,  // Unix milliseconds
  Gstin,
  Pan,
  Pincode,
  State,      // two-digit GST state code
  Phone,
  Email,
  PhoneList,  // one a line
  EmailList,  // one a line
  Link,       // the id of a record of Field::link_table
};

// Whose word counts more when two edits are truly concurrent (sync.md 4.4).
enum class FieldRank { Plain, Office };

// A choice as stored (code, "business") and as shown (label, "Business").
struct Choice {
  std::string_view code;
  std::string_view label;
};

struct Field {
  FieldNumber number = 0;
  std::string_view name;   // SQL column, JSON key of the command line, finding's field
  std::string_view label;  // on forms, lists and in exchange files
  FieldKind kind = FieldKind::Text;
  bool required = false;
  int length_max = 0;        // code points; 0 = the kind's own limit
  std::int64_t minimum = 0;  // for numbers; both 0 = the kind's own range
  std::int64_t maximum = 0;
  FieldRank rank = FieldRank::Plain;
  std::string_view unit;     // fields with the same non-empty unit are merged together
  std::span<const Choice> choices;
  std::string_view link_table;  // of a Link; empty when link_kind says it
  std::string_view link_kind;   // of a Link: the Choice field of the same record whose code is the table
  bool leaf_only = false;       // of a Link into a tree: groups cannot be chosen
  bool server_only = false;  // only the server writes it (the customer's code)
};

}  // namespace cm
