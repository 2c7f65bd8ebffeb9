#include "client/app/commands/commands.h"
#include "client/app/navigation.h"
#include "client/app/toast.h"

namespace cm {

void run_command(AppContext& app, const OpenCustomer& action) {
  const Route route = CustomerRoute{action.id};
  if (route == route_of(app.state)) return;
  go_to(app, route, UrlChange::Push);
}

void run_command(AppContext& app, const NewCustomer&) {
  if (!app.state.rights.create_customers)
    return show_error_toast(app, "Your role may not create customers.");
  const Route route = NewCustomerRoute{};
  if (route == route_of(app.state)) return;
  go_to(app, route, UrlChange::Push);
}

}  // namespace cm
