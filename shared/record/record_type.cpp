#include "shared/record/record_type.h"

#include <algorithm>

#include "shared/base/ensure.h"

namespace cm {

RecordType::RecordType(RecordTypeNumber number, std::string_view table, std::string_view label,
                       std::span<const Field> fields)
    : number_(number), table_(table), label_(label), fields_(fields) {
  for (std::size_t i = 0; i < fields.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      ENSURE(fields[i].number != fields[k].number, "a field number is used once");
      ENSURE(fields[i].name != fields[k].name, "a field name is used once");
    }
  }
}

const Field* RecordType::find_field(FieldNumber number) const {
  const auto found = std::find_if(fields_.begin(), fields_.end(),
                                  [&](const Field& f) { return f.number == number; });
  return found == fields_.end() ? nullptr : &*found;
}

const Field* RecordType::find_field(std::string_view name) const {
  const auto found =
      std::find_if(fields_.begin(), fields_.end(), [&](const Field& f) { return f.name == name; });
  return found == fields_.end() ? nullptr : &*found;
}

const Field& RecordType::get_field(std::string_view name) const {
  const Field* field = find_field(name);
  ENSURE(field, "the record type has a field of this name");
  return *field;
}

FieldNumber RecordType::unit_lead(FieldNumber number) const {
  return unit_fields(number).front();
}

std::vector<FieldNumber> RecordType::unit_fields(FieldNumber lead) const {
  const Field* field = find_field(lead);
  std::vector<FieldNumber> numbers;
  if (!field || field->unit.empty()) return {lead};
  for (const Field& other : fields_) {
    if (other.unit == field->unit) numbers.push_back(other.number);
  }
  std::sort(numbers.begin(), numbers.end());
  return numbers;
}

RecordCatalogue::RecordCatalogue(std::vector<const RecordType*> types) : types_(std::move(types)) {
  std::sort(types_.begin(), types_.end(),
            [](const RecordType* a, const RecordType* b) { return a->number() < b->number(); });
  for (std::size_t i = 1; i < types_.size(); ++i) {
    ENSURE(types_[i - 1]->number() != types_[i]->number(), "a record type number is used once");
  }
}

const RecordType* RecordCatalogue::find(RecordTypeNumber number) const {
  const auto found = std::find_if(types_.begin(), types_.end(),
                                  [&](auto* type) { return type->number() == number; });
  return found == types_.end() ? nullptr : *found;
}

const RecordType* RecordCatalogue::find(std::string_view table) const {
  const auto found = std::find_if(types_.begin(), types_.end(),
                                  [&](auto* type) { return type->table() == table; });
  return found == types_.end() ? nullptr : *found;
}

const RecordType& RecordCatalogue::get(std::string_view table) const {
  const RecordType* type = find(table);
  ENSURE(type, "the catalogue has a record type of this table");
  return *type;
}

}  // namespace cm
