#include "client/ui/screens/conflicts/sides.h"

#include <algorithm>

#include "shared/domain/field_text.h"
#include "shared/domain/records/catalogue.h"

namespace cm::ui {
namespace {

const FieldValue* find_value(const std::vector<FieldValue>& values, FieldNumber field) {
  const auto found = std::find_if(values.begin(), values.end(),
                                  [&](const FieldValue& value) { return value.field == field; });
  return found == values.end() ? nullptr : &*found;
}

std::string shown(const RecordType* type, const FieldValue* value) {
  if (value == nullptr || is_blank(value->value)) return "blank";
  const Field* field = type == nullptr ? nullptr : type->find_field(value->field);
  if (field != nullptr) return display_field(*field, value->value);
  const auto* text = std::get_if<std::string>(&value->value);
  return text == nullptr ? "a value of a newer version" : *text;
}

std::string label_of(const RecordType* type, FieldNumber number) {
  const Field* field = type == nullptr ? nullptr : type->find_field(number);
  return field == nullptr ? "Field " + std::to_string(number) : std::string(field->label);
}

}  // namespace

std::vector<ConflictLine> conflict_lines(const Conflict& conflict) {
  const RecordType* type = record_catalogue().find(conflict.table);
  std::vector<FieldNumber> fields;
  for (const auto* side : {&conflict.winner, &conflict.loser}) {
    for (const FieldValue& value : *side) {
      if (std::find(fields.begin(), fields.end(), value.field) == fields.end())
        fields.push_back(value.field);
    }
  }
  std::sort(fields.begin(), fields.end());
  std::vector<ConflictLine> all, different;
  for (const FieldNumber field : fields) {
    const FieldValue* winner = find_value(conflict.winner, field);
    const FieldValue* loser = find_value(conflict.loser, field);
    all.push_back({label_of(type, field), shown(type, winner), shown(type, loser)});
    if (all.back().winner != all.back().loser) different.push_back(all.back());
  }
  return different.empty() ? all : different;
}

std::string conflict_label(const Conflict& conflict) {
  std::string label;
  for (const ConflictLine& line : conflict_lines(conflict))
    label += (label.empty() ? "" : ", ") + line.label;
  return label;
}

std::string conflict_reason(const Conflict& conflict) {
  switch (conflict.kind) {
    case ConflictKind::AfterDelete:
      return "It was changed on one device after another had deleted it.";
    case ConflictKind::Denied:
      return conflict.reason.empty() ? "The change was not permitted for the person who made it."
                                     : "It was not taken: " + conflict.reason;
    case ConflictKind::Concurrent:
      break;
  }
  return "Two devices changed it without knowing of each other.";
}

}  // namespace cm::ui
