#include "client/app/commands/commands.h"
#include "client/app/navigation.h"
#include "client/app/places.h"

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
    case Screen::More:
      return MoreRoute{};
    case Screen::Records:  // of which type, OpenRecords says
      return route_of(state);
    case Screen::Starting:
    case Screen::Customers:
      break;
  }
  return CustomersRoute{state.customers};
}

}  // namespace

void run_command(AppContext& app, const OpenScreen& action) {
  const Route route = route_to(app.state, action.screen);
  if (route == route_of(app.state)) return;
  go_to(app, route, UrlChange::Push);
}

void run_command(AppContext& app, const OpenRecords& action) {
  if (!find_record_place(action.table)) return;
  const bool is_here = app.state.records.type && app.state.records.type->table() == action.table;
  const Route route =
      RecordListRoute{action.table, is_here ? ListView(app.state.records) : ListView{}};
  if (route == route_of(app.state)) return;
  go_to(app, route, UrlChange::Push);
}

}  // namespace cm
