// Records in memory for rules and acts: what a database would answer, and the effect of changes.
#pragma once

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "shared/domain/record_lookup.h"
#include "shared/record/change.h"
#include "shared/record/describe.h"
#include "shared/record/finding.h"

namespace cm::test {

class MemoryRecords final : public RecordLookup {
 public:
  std::optional<Row> find(const RecordType& type, const RecordId& id) const override {
    for (const Row& row : rows_) {
      if (row.type == &type && row.id == id) return row;
    }
    return std::nullopt;
  }
  std::vector<Row> list_by(const RecordType& type, std::string_view field,
                           const Value& value) const override {
    std::vector<Row> found;
    for (const Row& row : rows_) {
      if (row.type == &type && !row.deleted && row.get(field) == value) found.push_back(row);
    }
    return found;
  }
  std::int64_t count_by(const RecordType& type, std::string_view field, const Value& value,
                        std::int64_t max) const override {
    return std::min(max, static_cast<std::int64_t>(list_by(type, field, value).size()));
  }

  template <class T>
  const T& add(const T& record) {
    put(to_row(record));
    return record;
  }
  void put(const Row& row) {
    std::erase_if(rows_, [&](const Row& one) { return one.type == row.type && one.id == row.id; });
    rows_.push_back(row);
  }
  void apply(const std::vector<Change>& changes) {
    for (const Change& change : changes) {
      Row row = find(*change.type, change.id).value_or(Row(*change.type, change.id));
      for (const FieldValue& value : change.fields) row.values[value.field] = value.value;
      if (change.kind == ChangeKind::Delete) row.deleted = true;
      if (change.kind == ChangeKind::Put && change.base.contains(0)) row.deleted = false;
      put(row);
    }
  }
  template <class T, class TypedId>
  T get(TypedId id) const {
    return from_row<T>(*find(record_type_of<T>(), id.uuid())).record;
  }
  std::vector<Row> all(const RecordType& type) const {
    std::vector<Row> found;
    std::copy_if(rows_.begin(), rows_.end(), std::back_inserter(found),
                 [&](const Row& row) { return row.type == &type && !row.deleted; });
    return found;
  }

 private:
  std::vector<Row> rows_;
};

// The id with that last byte.
template <class TypedId>
TypedId id_of(std::uint8_t number) {
  Uuid::Bytes bytes{};
  bytes.back() = number;
  return TypedId(Uuid::from_bytes(bytes));
}

inline std::vector<std::string> codes_of(const Findings& findings) {
  std::vector<std::string> codes;
  for (const Finding& finding : findings) codes.push_back(finding.code);
  return codes;
}
using Codes = std::vector<std::string>;

}  // namespace cm::test
