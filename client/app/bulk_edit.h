// A bulk edit at work: in slices, so that the program answers meanwhile and each slice is whole.
#pragma once

#include "client/app/context.h"

namespace cm {

constexpr std::size_t kBulkSlice = 200;        // rows
constexpr std::int64_t kUndoToastMs = 10'000;  // how long Undo is offered

// The fields that the person's role may write in many rows of this type, with their choices.
std::vector<BulkFieldBox> read_bulk_boxes(AppContext& app, const RecordType& type);

void start_bulk_check(AppContext& app);  // counts what would change, and why the rest would not
void start_bulk_apply(AppContext& app);
void start_bulk_undo(AppContext& app);
void continue_bulk_edit(AppContext& app);  // the next slice of whichever runs

}  // namespace cm
