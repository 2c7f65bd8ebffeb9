#include "client/app/past_compare.h"

#include <algorithm>
#include <map>

namespace cm {
namespace {

// One field's values at the ends of the two days.
struct FieldPast {
  const PastChange* of = nullptr;
  std::optional<Value> first, second;
};

using FieldKey = std::pair<RecordId, FieldNumber>;

bool lost(const PastChange& change, FieldNumber field) {
  return std::find(change.lost.begin(), change.lost.end(), field) != change.lost.end();
}

const Value* find_value(const std::vector<FieldValue>& values, FieldNumber field) {
  const auto found = std::find_if(values.begin(), values.end(),
                                  [&](const FieldValue& value) { return value.field == field; });
  return found == values.end() ? nullptr : &found->value;
}

}  // namespace

std::vector<PastDifference> compare_days(const std::vector<PastChange>& newest_first,
                                         const Date& first, const Date& second) {
  std::map<FieldKey, FieldPast> fields;
  for (auto change = newest_first.rbegin(); change != newest_first.rend(); ++change) {
    const Date day = Date::in_india(change->stamp.at_ms);
    for (const FieldValue& value : change->after) {
      if (lost(*change, value.field)) continue;
      const auto [at, is_new] = fields.try_emplace({change->row_id, value.field});
      FieldPast& past = at->second;
      past.of = &*change;
      const Value* before = find_value(change->before, value.field);
      if (is_new && before) past.first = past.second = *before;
      if (!(first < day)) past.first = value.value;
      if (!(second < day)) past.second = value.value;
    }
  }
  std::vector<PastDifference> differences;
  for (const auto& [key, past] : fields) {
    if (past.first == past.second) continue;
    differences.push_back({past.of->table, past.of->row_name, key.second, past.first, past.second});
  }
  return differences;
}

}  // namespace cm
