#include "client/app/normal_form.h"

#include "shared/domain/field_text.h"

namespace cm {
namespace {

bool has_normal_form(FieldKind kind) {
  switch (kind) {
    case FieldKind::Gstin:
    case FieldKind::Pan:
    case FieldKind::Pincode:
    case FieldKind::State:
    case FieldKind::Phone:
    case FieldKind::Email:
    case FieldKind::PhoneList:
    case FieldKind::EmailList:
    case FieldKind::Money:
    case FieldKind::Percent:
    case FieldKind::Integer:
    case FieldKind::Date:
      return true;
    default:
      return false;
  }
}

}  // namespace

std::optional<std::string> normal_form(const Field& field, const std::string& typed) {
  if (typed.empty() || !has_normal_form(field.kind)) return std::nullopt;
  const FieldParse parsed = parse_field(field, typed);
  if (has_grade(parsed.findings, Grade::Error) || is_blank(parsed.value)) return std::nullopt;
  return format_field(field, parsed.value);
}

}  // namespace cm
