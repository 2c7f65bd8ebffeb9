// The form of one record of any type: opened, changed, checked, kept as a draft, refreshed. What
// it offers in a link's box and what belongs to the record are read here too. Saving is a command.
#pragma once

#include <optional>
#include <string_view>

#include "client/app/context.h"

namespace cm {

// Empty id = a new record, linked to `made_for` where it has a field for that. Takes up a kept
// draft. False when there is no such record here.
bool open_record_editor(AppContext& app, const RecordType& type, const std::optional<RecordId>& id,
                        const std::optional<RecordRef>& made_for);
// Keeps what is not kept yet, and closes.
void close_record_editor(AppContext& app);

// Checks the draft again; schedules keeping it. Call after every change of a box.
void record_draft_changed(AppContext& app);
// Keeps the draft now if it has changed since. Throws Failure when the disk refuses.
void keep_record_draft_now(AppContext& app);
// The draft is saved or given up: nothing of it is kept.
void drop_record_draft(AppContext& app);
// After the database moved: an untouched form shows the new values; a touched one keeps its boxes.
void refresh_record_editor(AppContext& app);

// A text set by the app and not by the person.
void set_record_text(RecordEditorState& editor, std::string_view field, std::string text);
void focus_record_field(RecordEditorState& editor, std::string_view field);
// What the box of each link says.
void read_link_titles(AppContext& app, RecordEditorState& editor);

}  // namespace cm
