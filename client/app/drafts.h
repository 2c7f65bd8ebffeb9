// Drafts on the device: one for a new customer, one for each customer being edited. Kept from the
// first keystroke; gone with a save or when discarded.
#pragma once

#include <optional>

#include "client/app/context.h"
#include "client/app/draft_json.h"

namespace cm {

constexpr std::int64_t kKeepDraftDelayMs = 400;  // after the first change not yet kept

std::optional<KeptDraft> find_draft(AppContext& app, const std::optional<RecordId>& customer);
void keep_draft(AppContext& app, const std::optional<RecordId>& customer, const KeptDraft& kept);
void forget_draft(AppContext& app, const std::optional<RecordId>& customer);

// Of other records: one for each that is being edited, and for a new one of each type (and of what
// it is made for).
struct RecordDraftKey {
  std::string table;
  std::optional<RecordId> id;         // empty = a new record
  std::optional<RecordRef> made_for;  // only told apart for new ones
};

std::optional<KeptRecordDraft> find_record_draft(AppContext& app, const RecordDraftKey& key);
void keep_record_draft(AppContext& app, const RecordDraftKey& key, const KeptRecordDraft& kept);
void forget_record_draft(AppContext& app, const RecordDraftKey& key);

}  // namespace cm
