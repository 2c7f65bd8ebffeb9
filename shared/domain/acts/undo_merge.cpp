#include "shared/domain/acts/undo_merge.h"

#include <algorithm>
#include <optional>

#include "shared/domain/acts/merge_memory.h"
#include "shared/domain/records/catalogue.h"
#include "shared/domain/records/customer.h"
#include "shared/domain/rules/row_values.h"

namespace cm {
namespace {

bool same_values(const Row& row, const std::vector<FieldValue>& values) {
  return std::all_of(values.begin(), values.end(),
                     [&](const FieldValue& value) { return row.get(value.field) == value.value; });
}

struct Restored {
  Row before, after;
};

Restored* find_or_read(std::vector<Restored>& rows, const RememberedUnit& unit,
                       const RecordLookup& records) {
  const auto known = std::find_if(rows.begin(), rows.end(), [&](const Restored& each) {
    return each.before.id == unit.id && each.before.type == unit.type;
  });
  if (known != rows.end()) return &*known;
  const auto row = records.find(*unit.type, unit.id);
  if (!row) return nullptr;
  rows.push_back({*row, *row});
  return &rows.back();
}

}  // namespace

tl::expected<std::vector<Change>, std::string> undo_merge(const Row& merge,
                                                          const RecordLookup& records) {
  if (flag_in(merge, "undone")) return std::vector<Change>();
  const auto survivor = find_shown(records, record_type_of<Customer>(), link_in(merge, "survivor"));
  if (survivor && link_in(*survivor, "merged_into"))
    return tl::unexpected(
        std::string("The customer that was kept has been merged into another one since. Undo that "
                    "merge first."));
  const auto memory = decode_merge_memory(record_catalogue(), text_in(merge, "before"));
  if (!memory) return tl::unexpected(memory.error());
  std::vector<Restored> rows;
  for (const RememberedUnit& unit : *memory) {
    Restored* row = find_or_read(rows, unit, records);
    if (!row || !same_values(row->before, unit.after)) continue;  // edited since: that stands
    for (const FieldValue& value : unit.before) row->after.values[value.field] = value.value;
  }
  std::vector<Change> changes;
  for (const Restored& row : rows) {
    Change change = diff_rows(&row.before, row.after);
    if (!change.fields.empty()) changes.push_back(std::move(change));
  }
  Row undone = merge;
  undone.set("undone", std::int64_t{1});
  changes.push_back(diff_rows(&merge, undone));
  return changes;
}

}  // namespace cm
