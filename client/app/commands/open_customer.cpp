#include "client/app/commands/commands.h"
#include "client/app/navigation.h"

namespace cm {

void run_command(AppContext& app, const OpenCustomer& action) {
  const Route route = CustomerRoute{action.id};
  if (route == route_of(app.state)) return;
  go_to(app, route, UrlChange::Push);
}

void run_command(AppContext& app, const NewCustomer&) {
  const Route route = NewCustomerRoute{};
  if (route == route_of(app.state)) return;
  go_to(app, route, UrlChange::Push);
}

}  // namespace cm
