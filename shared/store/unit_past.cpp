#include "shared/store/unit_past.h"

#include <algorithm>

#include "shared/store/conflict_table.h"
#include "shared/store/history.h"
#include "shared/sync/protocol_json.h"

namespace cm {
std::vector<FieldValue> unit_values(const RecordType& type, FieldNumber lead, const Operation& op) {
  std::vector<FieldValue> values;
  for (const FieldValue& value : op.fields) {
    if (type.unit_lead(value.field) == lead) values.push_back(value);
  }
  return values;
}

std::vector<FieldValue> UnitPast::standing_fields(const RowHead& head) const {
  if (lead_ == kDeletedUnit || !type_.find_field(lead_)) return {};
  return RecordTable(database_, type_).read_fields(head.n, type_.unit_fields(lead_));
}

std::vector<UnknownField> UnitPast::standing_unknown(const RowHead& head) const {
  std::vector<UnknownField> unknown;
  std::copy_if(head.unknown.begin(), head.unknown.end(), std::back_inserter(unknown),
               [&](const UnknownField& field) { return field.field == lead_; });
  return unknown;
}

// `fields` and `unknown` are what the operation did not carry.
std::string UnitPast::value_of(const Operation& op, std::vector<FieldValue> fields,
                               std::vector<UnknownField> unknown) const {
  if (lead_ == kDeletedUnit)
    return op.kind == ChangeKind::Delete ? std::string(kDeletedValue) : std::string();
  for (const FieldValue& value : unit_values(type_, lead_, op)) {
    std::erase_if(fields, [&](const FieldValue& old) { return old.field == value.field; });
    fields.push_back(value);
  }
  for (const UnknownField& field : op.unknown) {
    if (field.field == lead_) unknown = {field};
  }
  return canonical_values(fields, unknown);
}

UnitOperation UnitPast::standing(const RowHead& head) const {
  const Version* version = head.versions.find(lead_);
  UnitOperation operation{version ? *version : Version{}, {}, {}};
  if (lead_ == kDeletedUnit)
    operation.value = head.deleted ? kDeletedValue : "";
  else
    operation.value = canonical_values(standing_fields(head), standing_unknown(head));
  return operation;
}

std::string UnitPast::value_over(const RowHead& head, const Operation& op) const {
  return value_of(op, standing_fields(head), standing_unknown(head));
}

std::vector<UnitOperation> UnitPast::list_open_losers() const {
  std::vector<UnitOperation> losers;
  const History history(database_);
  for (const Dot& dot : ConflictTable(database_).list_open_losers(row_, lead_)) {
    const auto entry = history.find(dot);
    const Version* version = entry ? entry->units.find(lead_) : nullptr;
    if (!version) continue;
    const auto base = entry->operation.base.find(lead_);
    losers.push_back({*version, base == entry->operation.base.end() ? Dot{} : base->second,
                      value_of(entry->operation, {}, {})});
  }
  return losers;
}

bool UnitPast::has_greater_with_value(const Version& version, std::string_view value) const {
  for (const HistoryEntry& entry : History(database_).list(row_)) {
    const Version* other = entry.units.find(lead_);
    if (other && outranks(*other, version) && value_of(entry.operation, {}, {}) == value)
      return true;
  }
  return false;
}

}  // namespace cm
