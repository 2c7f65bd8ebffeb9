// App states of the generic record screens: empty, typical, long, in conflict, a form with
// everything on it. Rows are made from the field tables.
#pragma once

#include <vector>

#include "tests/ui/sample_states.h"

namespace cm::samples {

AppState record_list(std::string_view table, std::size_t total);  // the first 60 rows are loaded
AppState record_list_long();                                      // texts of 200 characters
AppState record_tree();                                           // three levels; one node closed
AppState new_record(std::string_view table);
AppState record_with_errors();  // Save was pressed on an empty address
AppState record_with_link_open();
AppState stored_record();    // a contact that belongs to two parties, changed elsewhere
AppState record_warnings();  // the dialog before a save is open
AppState record_deletion();  // the dialog before deleting is open
AppState customer_with_related();
AppState customer_with_history();  // fetched earlier, two days compared
AppState more_places();

std::vector<NamedState> all_records();

}  // namespace cm::samples
