// What a column of a file can mean, per record type. Follows from the field tables: a new field is
// here by itself.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "shared/domain/quick_entry.h"
#include "shared/record/record_type.h"

namespace cm {

// What the importer does with the cell.
enum class FieldUse {
  Id,         // says which record: its UUID
  Code,       // says which customer: the number given by the server
  Box,        // a box of the one-page form, by whose rules it is read (customers)
  Value,      // a field of the record; of a customer's row: of one of its parts
  PartyKind,  // of whom a contact or address is
  Party,      // which one: its ID, code, GSTIN or name
};

struct ExchangeField {
  std::string name;   // "phone", "billing_pincode", "id"; a finding's field
  std::string label;  // the heading in files that we write
  FieldUse use = FieldUse::Value;
  const Field* field = nullptr;          // its field table line; null for Id
  QuickPart part = QuickPart::Customer;  // of customers
};

// False for what acts on a customer make, which a row of a file is not: dated changes, ledgers.
bool is_importable(const RecordType& type);

// All columns that an import of this type understands, in the order of a full export.
const std::vector<ExchangeField>& exchange_fields(const RecordType& type);
const ExchangeField* find_exchange_field(const RecordType& type,
                                         std::string_view name);  // null when unknown
// By label or name, without regard to case, spaces and punctuation.
const ExchangeField* find_exchange_field_called(const RecordType& type, std::string_view text);

// The columns of an export for which nobody chose any. Customers: "Code" and the boxes of the form.
std::vector<const ExchangeField*> default_columns(const RecordType& type);

// The table that a Link points to; for a link whose table another field says (link_kind), the code
// that stands in that field. Empty when neither is known.
std::string_view link_table_of(const Field& field, const Row& row);

// The fields by which a record of this type is known when no ID is given: "code", else "name", else
// what it joins. Empty for contacts and addresses, which are known within their party.
std::vector<const Field*> natural_key(const RecordType& type);

}  // namespace cm
