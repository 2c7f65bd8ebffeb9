#include "shared/record/change.h"

#include <set>

namespace cm {

Change diff_rows(const Row* before, const Row& after) {
  Change change(*after.type, after.id);
  std::set<FieldNumber> numbers;
  for (const auto& [number, value] : after.values) numbers.insert(number);
  if (before) {
    for (const auto& [number, value] : before->values) numbers.insert(number);
  }
  std::set<FieldNumber> leads;
  for (const FieldNumber number : numbers) {
    const Value& now = after.get(number);
    const bool differs = before ? !(before->get(number) == now) : !is_blank(now);
    if (differs) leads.insert(after.type->unit_lead(number));
  }
  for (const FieldNumber lead : leads) {
    for (const FieldNumber number : after.type->unit_fields(lead)) {
      change.fields.push_back({number, after.get(number)});
    }
    if (!before) continue;
    const auto version = before->versions.find(lead);
    if (version != before->versions.end()) change.base[lead] = version->second;
  }
  return change;
}

}  // namespace cm
