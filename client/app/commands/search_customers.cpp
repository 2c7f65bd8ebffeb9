#include "client/app/commands/commands.h"
#include "client/app/navigation.h"
#include "client/app/queries.h"

namespace cm {

void run_command(AppContext& app, const SearchCustomers& action) {
  CustomerListState& list = app.state.customers;
  if (list.search_text == action.text) return;
  list.search_text = action.text;
  list.first = 0;
  list.rows.clear();
  read_customers(app);
  if (!app.state.editor) show_url(app, UrlChange::Replace);
}

void run_command(AppContext& app, const ShowRows& action) {
  show_rows(app, action.first, action.count);
}

}  // namespace cm
