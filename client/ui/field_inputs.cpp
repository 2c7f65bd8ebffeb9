#include "client/ui/field_inputs.h"

#include <algorithm>

#include "shared/domain/values/state_code.h"

namespace cm::ui {
namespace {

std::vector<std::pair<std::string, std::string>> state_options() {
  std::vector<std::pair<std::string, std::string>> options;
  for (const StateFact& fact : state_facts()) {
    if (fact.standing == StateStanding::Current || fact.standing == StateStanding::OtherTerritory ||
        fact.standing == StateStanding::OtherCountries) {
      options.emplace_back(fact.name, fact.name);
    }
  }
  std::sort(options.begin(), options.end());
  return options;
}

}  // namespace

int columns_at(float width) {
  return width >= 820 ? 3 : width >= 460 ? 2 : 1;
}

FieldShape shape_of(const Field& field) {
  switch (field.kind) {
    case FieldKind::LongText:
    case FieldKind::PhoneList:  // one a line
    case FieldKind::EmailList:
      return FieldShape::Area;
    case FieldKind::Choice:
    case FieldKind::State:
      return FieldShape::Select;
    case FieldKind::Link:
      return FieldShape::Search;
    default:
      return FieldShape::Line;
  }
}

NodeInput input_of(FieldKind kind) {
  NodeInput input;
  input.enter_hint = "next";
  switch (kind) {
    case FieldKind::Phone:
      input.type = "tel", input.mode = "tel";
      break;
    case FieldKind::Email:
      input.type = "email", input.mode = "email", input.capitalize = "none";
      break;
    case FieldKind::Pincode:
    case FieldKind::Integer:
      input.mode = "numeric";
      break;
    case FieldKind::Money:
    case FieldKind::Percent:
      input.mode = "decimal";
      break;
    case FieldKind::Gstin:
    case FieldKind::Pan:
      input.capitalize = "characters";
      break;
    default:
      input.capitalize = "sentences";
      break;
  }
  return input;
}

std::vector<std::pair<std::string, std::string>> options_of(const Field& field,
                                                            const std::string& value) {
  std::vector<std::pair<std::string, std::string>> options;
  if (field.kind == FieldKind::State) {
    options = state_options();
  } else {
    for (const Choice& choice : field.choices) options.emplace_back(choice.label, choice.label);
  }
  const bool known = std::any_of(options.begin(), options.end(),
                                 [&](const auto& option) { return option.first == value; });
  if (!value.empty() && !known) options.insert(options.begin(), {value, value});  // kept as it came
  options.insert(options.begin(), {"", "Choose\xE2\x80\xA6"});
  return options;
}

bool is_yes(std::string_view text) {
  return text == "Yes" || text == "1";
}

}  // namespace cm::ui
