// App states of lists that are filtered, sorted, chosen from.
#pragma once

#include "tests/ui/sample_states.h"

namespace cm::samples {

AppState customers_filtered();  // four filters, and a search text
AppState nothing_meets();       // filters that no customer meets
AppState filter_panel();        // open over the filtered customers
AppState customers_with_columns();  // chosen ones, sorted, low rows
AppState column_panel();
AppState view_panel();           // three views; the second is shown
AppState view_panel_renaming();  // … one gets a name that is another's
AppState bulk_edit_checked();  // two rows selected; some would change, some are refused
AppState bulk_edit_running();
AppState toast_with_undo();
std::vector<NamedState> all_lists();

}  // namespace cm::samples
