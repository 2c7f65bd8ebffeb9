// What a person has chosen for the list of a type and this device keeps: columns, row height, saved
// views. One named value for each person and type.
#pragma once

#include "client/app/context.h"

namespace cm {

constexpr std::size_t kViewNameMax = 60;  // code points
constexpr std::size_t kSavedViewsMax = 100;

// Once for each person: reads what is kept of the list, and sets its columns.
void load_list_settings(AppContext& app, ListState& list, const RecordType& type);
// Keeps what the list has now. Throws Failure when the disk refuses.
void keep_list_settings(AppContext& app, const ListState& list, const RecordType& type);

SavedView* find_saved_view(ListState& list, std::string_view name);  // capitals or not
// The saved view that the list shows just now; null when it shows something else.
const SavedView* find_current_view(const ListState& list);

}  // namespace cm
