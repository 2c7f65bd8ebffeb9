// One field of many rows of a list set to one value: chosen, checked, shown, applied; and undone.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "shared/record/row.h"

namespace cm {

enum class BulkStep { Choosing, Checking, Checked, Applying };

struct BulkFieldBox {
  const Field* field = nullptr;
  std::vector<std::pair<std::string, std::string>> options;  // value, label; empty: typed
};

// Rows of which the same is to be said: "Credit days are at most 365."
struct BulkGroup {
  std::string text;
  std::size_t count = 0;
  std::vector<std::string> names;  // of the first few
};

// What a field was before the edit, and what the edit made it.
struct BulkUndoEntry {
  RecordId id;
  Value former, made;
};

struct BulkEditState {
  const RecordType* type = nullptr;
  std::vector<RecordId> ids;  // of the rows, when the panel was opened
  bool only_selected = false;
  BulkStep step = BulkStep::Choosing;
  std::vector<BulkFieldBox> boxes;
  std::string field;  // name of the chosen one; empty = none yet
  std::string text;   // its new value, as a form's box has it
  std::string reason;
  std::uint32_t revision = 0;  // of the boxes; grows when the app sets them
  std::string problem;
  std::size_t done = 0;  // rows checked or applied so far
  std::size_t to_change = 0, unchanged = 0;
  std::vector<BulkGroup> refused, warned;
  bool reason_needed = false, reason_missing = false;
  std::vector<BulkUndoEntry> made;  // what was applied so far
};

// The last bulk edit, as long as it can be undone.
struct BulkUndoState {
  const RecordType* type = nullptr;
  const Field* field = nullptr;
  std::vector<BulkUndoEntry> entries;
  std::size_t done = 0, restored = 0;
  bool running = false;
};

}  // namespace cm
