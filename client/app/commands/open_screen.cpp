#include "client/app/commands/commands.h"
#include "client/app/navigation.h"

namespace cm {
namespace {

Route route_to(const AppState& state, Screen screen) {
  switch (screen) {
    case Screen::Conflicts:
      return ConflictsRoute{};
    case Screen::Sync:
      return SyncRoute{};
    case Screen::SignIn:
      return SignInRoute{format_route(route_of(state))};  // leads back to here
    case Screen::Setup:
      return SetupRoute{state.setup.token};
    case Screen::Starting:
    case Screen::Customers:
      break;
  }
  return CustomersRoute{state.customers.search_text};
}

}  // namespace

void run_command(AppContext& app, const OpenScreen& action) {
  const Route route = route_to(app.state, action.screen);
  if (route == route_of(app.state)) return;
  go_to(app, route, UrlChange::Push);
}

}  // namespace cm
