// A draft as this device keeps it between the first keystroke and Save: what stands in the boxes,
// and the sheet its author saw, so that a save after a restart is still built on the right
// versions.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shared/domain/quick_entry.h"
#include "shared/domain/record_draft.h"

namespace cm {

struct KeptDraft {
  QuickDraft draft;
  std::optional<CustomerSheet> seen;  // absent for a new customer
  UnixMs kept_ms = 0;
  std::optional<RecordId>
      saving_as;  // a new customer's id, set just before its save: the save took place if it exists
};

std::string encode_draft(const KeptDraft& kept);
// Nullopt when the text was not written by encode_draft.
std::optional<KeptDraft> decode_draft(const RecordCatalogue& records, std::string_view json);

// The same of any other record's form. A new record's draft knows the id it will be saved with:
// the save took place if such a record exists.
struct KeptRecordDraft {
  RecordDraft draft;
  Row seen;
  UnixMs kept_ms = 0;
};

std::string encode_record_draft(const KeptRecordDraft& kept);
std::optional<KeptRecordDraft> decode_record_draft(const RecordCatalogue& records,
                                                   std::string_view json);

}  // namespace cm
