// A record type with its C++ struct erased: a table name and its fields by number.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "shared/record/field.h"

namespace cm {

class RecordType {
 public:
  // The fields must outlive the type; Describe<T> gives both static lifetime.
  RecordType(RecordTypeNumber number, std::string_view table, std::string_view label,
             std::span<const Field> fields);

  RecordTypeNumber number() const { return number_; }
  std::string_view table() const { return table_; }  // SQL table, and the type's name in the protocol
  std::string_view label() const { return label_; }
  std::span<const Field> fields() const { return fields_; }

  const Field* find_field(FieldNumber number) const;        // null when unknown
  const Field* find_field(std::string_view name) const;     // by SQL name
  const Field& get_field(std::string_view name) const;      // must exist
  // The field that carries the version of this field's merge unit: the unit's lowest number, or the
  // field itself when it stands alone or is unknown here.
  FieldNumber unit_lead(FieldNumber number) const;
  // All fields that share the lead, in order of number.
  std::vector<FieldNumber> unit_fields(FieldNumber lead) const;

 private:
  RecordTypeNumber number_;
  std::string_view table_;
  std::string_view label_;
  std::span<const Field> fields_;
};

// Every record type of the product, in order of number; defined by domain/records/catalogue.
class RecordCatalogue {
 public:
  explicit RecordCatalogue(std::vector<const RecordType*> types);
  std::span<const RecordType* const> types() const { return types_; }
  const RecordType* find(RecordTypeNumber number) const;
  const RecordType* find(std::string_view table) const;
  const RecordType& get(std::string_view table) const;  // must exist

 private:
  std::vector<const RecordType*> types_;
};

}  // namespace cm
