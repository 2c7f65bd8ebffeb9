// The list on the screen, whichever it is: what commands and boxes of all lists share.
#pragma once

#include "client/app/context.h"

namespace cm {

constexpr std::size_t kFilterChoicesMax = 500;  // offered in one box

// Null when the screen shows no list.
ListState* find_shown_list(AppState& state);
const RecordType& type_of_shown_list(const AppState& state);

// Reads the list on the screen again from its top: it is asked for something else.
void read_from_top(AppContext& app);
// The rows of the list on the screen, in its order.
std::vector<RecordId> list_shown_ids(AppContext& app, std::size_t first, std::size_t count);
void clear_marks(ListState& list);
// Adds the records of a short list as choices (id, title), a tree's below each other.
void add_record_options(AppContext& app, std::string_view table, bool leaves_only,
                        std::vector<std::pair<std::string, std::string>>& options);

// Reads the same rows again: other columns are shown of them.
void read_again(AppContext& app);
// Makes the list ask for this; false when it does already. Values that the type does not have are
// left out.
bool ask_for(ListState& list, const RecordType& type, const ListView& view);

// The list's filters in words.
void read_chips(AppContext& app, ListState& list, const RecordType& type);
// The boxes of the panel: one for each filter of the type, with its choices.
std::vector<FilterBox> read_filter_boxes(AppContext& app, const RecordType& type);

}  // namespace cm
