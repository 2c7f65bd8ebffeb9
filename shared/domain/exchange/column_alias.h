// How other programs head their columns and word their choices: ERPNext, Tally, Zoho Books, and
// what people type. One table.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "shared/record/field.h"
#include "shared/record/record_type.h"

namespace cm {

// What is done with the cell on its way to the field.
enum class Treat {
  Plain,      // taken; of several columns for one field the first that is filled
  Inverted,   // Yes is No: "Disabled" for Active
  JoinSpace,  // several columns make one text: first and last name
  JoinComma,  // address lines
  LeftOut,    // known, and nothing that we keep
};

struct ColumnAlias {
  std::string_view table;    // of the record type; "" = all
  std::string_view heading;  // compared without regard to case, spaces and punctuation
  std::string_view field;    // ExchangeField::name
  Treat treat = Treat::Plain;
};

// Null when nobody is known to head a column so. `heading_key`: name_key of the heading.
const ColumnAlias* find_column_alias(const RecordType& type, std::string_view heading_key);
std::span<const ColumnAlias> column_aliases();

// The label of the choice that other programs mean: "Company" as Customer Type is "Business". The
// text as it is when nothing is known.
std::string known_wording(const Field& field, std::string_view text);

}  // namespace cm
