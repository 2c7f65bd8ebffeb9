#include "shared/record/row.h"

namespace cm {

namespace {
const Value kBlank = Blank{};
}  // namespace

const Value& Row::get(FieldNumber field) const {
  const auto found = values.find(field);
  return found == values.end() ? kBlank : found->second;
}

const Value& Row::get(std::string_view field_name) const {
  return get(type->get_field(field_name).number);
}

void Row::set(std::string_view field_name, Value value) {
  values[type->get_field(field_name).number] = std::move(value);
}

}  // namespace cm
