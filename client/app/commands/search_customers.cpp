#include "client/app/commands/commands.h"
#include "client/app/lists.h"
#include "client/app/navigation.h"
#include "client/app/queries.h"

namespace cm {
namespace {

constexpr std::int64_t kSearchUrlMs = 500;

}  // namespace

void run_command(AppContext& app, const SearchCustomers& action) {
  CustomerListState& list = app.state.customers;
  if (list.search_text == action.text) return;
  list.search_text = action.text;
  clear_marks(list);
  list.first = 0;
  list.rows.clear();
  read_customers(app);
  // Browsers refuse frequent changes of the URL: it follows when the typing pauses.
  if (!app.state.editor) app.wakes.set(WakeReason::ShowSearch, app.now_ms() + kSearchUrlMs);
}

void run_command(AppContext& app, const ShowRows& action) {
  show_rows(app, action.first, action.count);
}

}  // namespace cm
