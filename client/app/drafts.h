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

}  // namespace cm
