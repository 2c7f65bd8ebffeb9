#include "shared/store/operation_limits.h"

#include <algorithm>
#include <map>

#include "shared/base/utf8.h"
#include "shared/domain/field_text.h"

namespace cm {
namespace {

enum class Shape { Number, Text, Link };

Shape shape_of(FieldKind kind) {
  switch (kind) {
    case FieldKind::Boolean:
    case FieldKind::Integer:
    case FieldKind::Money:
    case FieldKind::Percent:
    case FieldKind::Timestamp:
      return Shape::Number;
    case FieldKind::Link:
      return Shape::Link;
    default:
      return Shape::Text;
  }
}

std::string named(const Field& field, std::string_view problem) {
  return std::string(field.label).append(" ").append(problem);
}

std::string check_number(const Field& field, std::int64_t number) {
  const bool boolean = field.kind == FieldKind::Boolean;
  const bool ranged = field.minimum != 0 || field.maximum != 0;
  const bool outside = boolean ? number != 0 && number != 1
                               : ranged && (number < field.minimum || number > field.maximum);
  return outside ? named(field, "is outside its range.") : std::string();
}

std::string_view wrong_type(Shape shape) {
  if (shape == Shape::Number) return "is not a number.";
  return shape == Shape::Link ? "is not a link." : "is not a text.";
}

std::string check_text(const Field& field, const std::string& text) {
  if (text.empty() && field.required) return named(field, "must not be empty.");
  const auto length_max = static_cast<std::size_t>(length_limit(field));
  const bool too_long = text.size() > length_max && count_code_points(text) > length_max;
  return too_long ? named(field, "is too long.") : std::string();
}

std::string check_value(const Field& field, const Value& value) {
  if (is_blank(value)) return field.required ? named(field, "must not be empty.") : std::string();
  const Shape shape = shape_of(field.kind);
  const auto* number = std::get_if<std::int64_t>(&value);
  const auto* text = std::get_if<std::string>(&value);
  const Shape given = number ? Shape::Number : text ? Shape::Text : Shape::Link;
  if (given != shape) return named(field, wrong_type(shape));
  if (number) return check_number(field, *number);
  return text ? check_text(field, *text) : std::string();
}

bool has_field(const Operation& op, FieldNumber number) {
  return std::any_of(op.fields.begin(), op.fields.end(),
                     [&](const FieldValue& value) { return value.field == number; });
}

}  // namespace

std::string check_limits(const RecordType& type, const Operation& op, RowExists exists) {
  if (op.kind == ChangeKind::Delete) {
    return exists == RowExists::Yes ? std::string() : "There is no such record to delete.";
  }
  for (const FieldValue& value : op.fields) {
    const Field* field = type.find_field(value.field);
    std::string problem = field ? check_value(*field, value.value) : "A field is unknown.";
    if (!problem.empty()) return problem;
  }
  if (exists == RowExists::Yes) return {};
  for (const Field& field : type.fields()) {
    if (field.required && !has_field(op, field.number))
      return named(field, "is missing in a new record.");
  }
  return {};
}

bool device_may_claim(ChangeSource source) {
  switch (source) {
    case ChangeSource::Form:
    case ChangeSource::Import:
    case ChangeSource::Merge:
      return true;
    case ChangeSource::ConflictDecision:
    case ChangeSource::Server:
      return false;
  }
  return false;
}

std::string check_whole_units(const RecordType& type, const Operation& op) {
  for (const FieldValue& value : op.fields) {
    const Field* given = type.find_field(value.field);
    if (!given || given->unit.empty()) continue;
    for (const FieldNumber number : type.unit_fields(type.unit_lead(value.field))) {
      if (has_field(op, number)) continue;
      std::string missing(type.find_field(number)->label);
      return missing.append(" is missing: it travels together with ").append(given->label) + ".";
    }
  }
  return {};
}

std::string check_unknown(const std::vector<UnknownField>& standing,
                          const std::vector<UnknownField>& incoming) {
  std::map<FieldNumber, std::size_t> bytes_by_field;
  for (const auto* fields : {&standing, &incoming}) {
    for (const UnknownField& field : *fields) bytes_by_field[field.field] = field.json.size();
  }
  std::size_t bytes = 0;
  for (const auto& [field, size] : bytes_by_field) bytes += size;
  const bool fits = bytes_by_field.size() <= MessageLimits::unknown_fields_max &&
                    bytes <= MessageLimits::unknown_bytes_max;
  return fits ? std::string() : "The record has too many fields that this server does not know.";
}

}  // namespace cm
