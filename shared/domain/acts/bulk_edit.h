// One field of many records set to one value: each as if its form had been opened, changed and saved,
// by the same rules.
#pragma once

#include <string>
#include <vector>

#include "shared/domain/record_lookup.h"
#include "shared/record/change.h"
#include "shared/record/finding.h"

namespace cm {

// Fields that may sensibly be the same in many records: no names, no numbers of identity, none of which
// there is one (primary, walk-in).
bool is_bulk_field(const RecordType& type, const Field& field);

struct BulkEdit {
  const Field* field = nullptr;
  std::string text;             // as typed in the field's box; empty empties it
  std::string override_reason;  // why warnings about identity or tax are accepted
};

enum class BulkOutcome {
  Changes,
  Unchanged,  // it says so already
  Refused,    // the form could not be saved: `findings` has the errors
};

struct BulkCheck {
  BulkOutcome outcome = BulkOutcome::Unchanged;
  Findings findings;            // errors; or the warnings that a person must accept
  std::vector<Change> changes;  // of Changes
  Value after;                  // of the field
};

BulkCheck check_bulk_edit(const BulkEdit& edit, const Row& before, const RecordLookup& records);

// Back to a former value, as an ordinary edit; empty when the field says something else by now than the
// edit made it say.
std::vector<Change> undo_bulk_edit(const Row& now, const Field& field, const Value& made,
                                   const Value& former);

}  // namespace cm
