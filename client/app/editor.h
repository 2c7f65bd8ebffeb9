// The customer form's state: opened, changed, checked, kept as a draft, refreshed. Saving is a
// command.
#pragma once

#include <optional>
#include <string_view>

#include "client/app/context.h"

namespace cm {

// Empty id = a new customer. Takes up a kept draft. False when there is no such customer here.
bool open_editor(AppContext& app, const std::optional<RecordId>& id);
// Keeps what is not kept yet, and closes.
void close_editor(AppContext& app);

// Checks the draft again; schedules keeping it. Call after every change of a box.
void draft_changed(AppContext& app);
void keep_draft_soon(AppContext& app);
// A text set by the app and not by the person (the field shows it even while it is focused).
void set_draft_text(CustomerEditorState& editor, std::string_view field, std::string text);
// Keeps the draft now if it has changed since it was last kept. Throws Failure when the disk
// refuses.
void keep_draft_now(AppContext& app);
// Puts the form back to what is stored, without any draft.
void revert_editor(AppContext& app);
// After the database moved: an untouched form shows the new values; a touched one keeps draft and
// base.
void refresh_editor(AppContext& app);

void focus_field(CustomerEditorState& editor, std::string_view field);
// The form's order decides which finding of this grade is first; empty when there is none.
std::string first_field_with(const Findings& findings, Grade grade);
std::string text_of(const QuickDraft& draft, std::string_view field);

}  // namespace cm
