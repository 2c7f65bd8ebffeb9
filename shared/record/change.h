// The only form in which anything is ever changed: which record, which fields, built on which versions.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "shared/record/row.h"

namespace cm {

// What made a change; kept in history.
enum class ChangeSource { Form, Import, Merge, ConflictDecision, Server };  // Stored. Never renumber.

enum class ChangeKind { Put, Delete };  // Stored. Never renumber. Delete hides the row; history stays.

// Whether a change meets a row that stands, hidden or not, or makes a new one.
enum class RowExists { No, Yes };

// One record's part of a save. `fields` are whole units: see diff_rows. `base` is, per unit lead,
// the version that the author saw; absent = the author saw no value.
struct Change {
  const RecordType* type = nullptr;
  RecordId id;
  ChangeKind kind = ChangeKind::Put;
  std::vector<FieldValue> fields;
  std::map<FieldNumber, Dot> base;

  Change(const RecordType& of, const RecordId& row_id) : type(&of), id(row_id) {}
};

// The fields of `after` that differ from `before` (null = a new record), widened to whole merge units,
// with the versions of `before` as base. Empty fields: nothing changed.
Change diff_rows(const Row* before, const Row& after);

}  // namespace cm
