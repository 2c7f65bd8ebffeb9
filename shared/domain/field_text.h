// Between what is typed or shown and what is stored, for any field of any record type.
#pragma once

#include <string>
#include <string_view>

#include "shared/record/field.h"
#include "shared/record/finding.h"
#include "shared/record/row.h"

namespace cm {

struct FieldParse {
  Value value;  // in normal form; the cleaned text as typed after a warning; Blank after an error
  Findings findings;  // each with the field's SQL name
};

// Code points that a text of this field may have: its own limit, or its kind's.
int length_limit(const Field& field);

// Cleans the text (utf8.h), parses it by the field's kind, checks required, length and range.
FieldParse parse_field(const Field& field, std::string_view text);

// For an edit box or a file: parse_field(field, format_field(field, value)).value == value for every
// value that parse_field made. A value of the wrong type is shown as it came.
std::string format_field(const Field& field, const Value& value);

// For reading: "₹ 12,34,567.00", "98765 43210", "Maharashtra", "Business", "22 Nov 2026". A value that
// does not parse is shown as it came. Links show nothing here: the caller knows the linked record.
std::string display_field(const Field& field, const Value& value);

// Findings about values as they are stored, the unparsable ones included.
Findings check_stored(const Row& row);

}  // namespace cm
