#include "shared/domain/exchange/record_memory.h"

#include <algorithm>

#include "shared/base/utf8.h"
#include "shared/domain/field_text.h"

namespace cm {
namespace {

std::string key_of(const RecordType& type, const Field& field, std::string_view text) {
  return std::to_string(type.number()) + ":" + std::to_string(field.number) + ":" +
         to_upper_ascii(text);
}

std::string text_of(const Field& field, const Value& value) {
  return is_blank(value) ? std::string() : format_field(field, value);
}

}  // namespace

void RecordMemory::remember(Row row) {
  types_.insert(row.type->number());
  const auto known = rows_.find(row.id);
  for (const Field& field : row.type->fields()) {
    const std::string key = key_of(*row.type, field, text_of(field, row.get(field.number)));
    const bool there =
        known != rows_.end() &&
        key == key_of(*row.type, field, text_of(field, known->second.get(field.number)));
    if (!there)
      ids_by_key_.emplace(key, row.id);  // an old key finds a row that no longer fits: filtered
  }
  rows_.insert_or_assign(row.id, std::move(row));
}

std::optional<Row> RecordMemory::find(const RecordType& type, const RecordId& id) const {
  const auto found = rows_.find(id);
  return found != rows_.end() && found->second.type == &type ? std::optional(found->second)
                                                             : stored_.find(type, id);
}

std::vector<Row> RecordMemory::with_remembered(std::vector<Row> stored,
                                               const std::string& key) const {
  std::erase_if(stored, [&](const Row& row) { return rows_.count(row.id) > 0; });
  const auto [first, last] = ids_by_key_.equal_range(key);
  for (auto entry = first; entry != last; ++entry) {
    const bool there = std::any_of(stored.begin(), stored.end(),
                                   [&](const Row& row) { return row.id == entry->second; });
    if (!there) stored.push_back(rows_.at(entry->second));
  }
  return stored;
}

std::vector<Row> RecordMemory::list_by(const RecordType& type, std::string_view field,
                                       const Value& value) const {
  if (types_.count(type.number()) == 0) return stored_.list_by(type, field, value);
  const Field& by = type.get_field(field);
  auto rows =
      with_remembered(stored_.list_by(type, field, value), key_of(type, by, text_of(by, value)));
  std::erase_if(rows, [&](const Row& row) { return !(row.get(by.number) == value); });
  return rows;
}

std::int64_t RecordMemory::count_by(const RecordType& type, std::string_view field,
                                    const Value& value, std::int64_t max) const {
  if (types_.count(type.number()) == 0) return stored_.count_by(type, field, value, max);
  return std::min(static_cast<std::int64_t>(list_by(type, field, value).size()), max);
}

std::vector<Row> RecordMemory::list_called(const RecordType& type, std::string_view field,
                                           std::string_view text) const {
  if (types_.count(type.number()) == 0) return stored_.list_called(type, field, text);
  const Field& by = type.get_field(field);
  auto rows = with_remembered(stored_.list_called(type, field, text), key_of(type, by, text));
  std::erase_if(rows, [&](const Row& row) {
    const auto* stored = std::get_if<std::string>(&row.get(by.number));
    return !stored || to_upper_ascii(*stored) != to_upper_ascii(text);
  });
  return rows;
}

}  // namespace cm
