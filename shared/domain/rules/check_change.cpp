#include "shared/domain/rules/check_change.h"

#include "shared/domain/finding_catalogue.h"
#include "shared/domain/rules/in_use.h"
#include "shared/domain/rules/row_values.h"
#include "shared/domain/rules/survivor.h"
#include "shared/domain/rules/tree.h"

namespace cm {
namespace {

std::string name_of(const RecordType& type, const RecordId& id, const RecordLookup& records) {
  const auto row = records.find(type, id);
  const std::string name = row ? text_in(*row, "name") : std::string();
  return name.empty() ? std::string(type.label()) : name;
}

std::string check_move(const RecordType& type, const RecordId& id,
                       std::span<const FieldValue> fields, const RecordLookup& records) {
  if (!is_tree(type)) return {};
  const FieldNumber parent_field = type.get_field("parent").number;
  for (const FieldValue& value : fields) {
    const auto* parent = std::get_if<Uuid>(&value.value);
    if (value.field != parent_field || !parent || !makes_cycle(type, id, *parent, records))
      continue;
    return make_finding(FindingCode::TreeCycle, "parent",
                        {name_of(type, *parent, records), name_of(type, id, records)})
        .text;
  }
  return {};
}

// Two offices merged the same two, each the other way round.
std::string check_merge(const RecordType& type, const RecordId& id,
                        std::span<const FieldValue> fields, const RecordLookup& records) {
  if (type.table() != "customer") return {};
  const FieldNumber merged_into = type.get_field("merged_into").number;
  for (const FieldValue& value : fields) {
    const auto* into = std::get_if<Uuid>(&value.value);
    if (value.field != merged_into || !into || !closes_merge_circle(id, *into, records)) continue;
    return make_finding(FindingCode::MergeCircle, "merged_into",
                        {name_of(type, *into, records), name_of(type, id, records)})
        .text;
  }
  return {};
}

}  // namespace

std::string check_change(const RecordType& type, const RecordId& id, ChangeKind kind,
                         std::span<const FieldValue> fields, const RecordLookup& records) {
  if (kind == ChangeKind::Put) {
    std::string why = check_move(type, id, fields, records);
    return why.empty() ? check_merge(type, id, fields, records) : why;
  }
  const auto row = records.find(type, id);
  if (!row || row->deleted) return {};
  const Findings findings = check_delete(*row, records);
  return findings.empty() ? std::string() : findings.front().text;
}

}  // namespace cm
