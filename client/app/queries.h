// Reads what the screens show into the state. Each is read again when Database::revision moved, or
// when the person asks for something else; never per frame.
#pragma once

#include "client/app/context.h"

namespace cm {

constexpr std::size_t kWindowRowsMin = 60;  // read at once, so that small scrolls read nothing
constexpr std::size_t kUnsentShownMax = 100;

// What the list asks, without its window.
SearchQuery customer_query(const CustomerListState& list);
// Makes the rows first … first+count-1 and a margin on both sides available.
void show_rows(AppContext& app, std::size_t first, std::size_t count);
void read_customers(AppContext& app);  // the same window again, and the total
void read_sync_screen(AppContext& app);
void read_conflicts(AppContext& app);  // as last fetched from the server
// All of the above that is on the screen, and the customer in the editor, when the database has
// moved.
void refresh_views(AppContext& app);
// The database moved by something that no view shows (a kept draft, a setting).
void note_invisible_write(AppContext& app, std::int64_t revision_before);

}  // namespace cm
