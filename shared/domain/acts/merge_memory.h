// What a merge changed, kept in words that any device can undo it by (CustomerMerge::before).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <tl/expected.hpp>

#include "shared/record/row.h"

namespace cm {

// One merge unit of one row.
struct RememberedUnit {
  const RecordType* type = nullptr;
  RecordId id;
  std::vector<FieldValue> before, after;  // all fields of the unit
  Dot written;  // the operation, where the master wrote it itself; else none

  RememberedUnit(const RecordType& of, const RecordId& row) : type(&of), id(row) {}
};

std::string encode_merge_memory(const std::vector<RememberedUnit>& units);
// Units of kinds of record that this program does not know are left out. Unexpected: not what
// encode_merge_memory writes.
tl::expected<std::vector<RememberedUnit>, std::string> decode_merge_memory(
    const RecordCatalogue& records, std::string_view text);
// False: more than the record can keep.
bool fits_merge_record(std::string_view memory);

}  // namespace cm
