// How rules and acts look at other records, without knowing a database. The store's is RecordStore.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "shared/record/row.h"

namespace cm {

class RecordLookup {
 public:
  virtual ~RecordLookup() = default;
  // Hidden rows too.
  virtual std::optional<Row> find(const RecordType& type, const RecordId& id) const = 0;
  // Rows, not hidden, whose field equals the value; in order of creation, then id.
  virtual std::vector<Row> list_by(const RecordType& type, std::string_view field,
                                   const Value& value) const = 0;
  // How many list_by would give, counted up to `max`.
  virtual std::int64_t count_by(const RecordType& type, std::string_view field, const Value& value,
                                std::int64_t max) const = 0;
};

// The row, when there is one and it is not hidden.
inline std::optional<Row> find_shown(const RecordLookup& records, const RecordType& type,
                                     const std::optional<RecordId>& id) {
  auto row = id ? records.find(type, *id) : std::nullopt;
  return row && !row->deleted ? std::move(row) : std::nullopt;
}

}  // namespace cm
