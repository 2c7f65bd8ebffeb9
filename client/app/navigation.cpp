#include "client/app/navigation.h"

#include "client/app/conflicts.h"
#include "client/app/editor.h"
#include "client/app/lists.h"
#include "client/app/places.h"
#include "client/app/queries.h"
#include "client/app/record_editor.h"
#include "client/app/record_views.h"
#include "client/app/rights.h"
#include "client/app/toast.h"
#include "shared/base/ensure.h"

namespace cm {
namespace {

// Opens the place; false when another one was opened instead, so that the URL must be put right.
struct Opener {
  AppContext& app;

  bool operator()(const CustomersRoute& route) const {
    app.state.screen = Screen::Customers;
    if (ask_for(app.state.customers, type_of_shown_list(app.state), route.list)) read_from_top(app);
    return true;
  }
  bool operator()(const NewCustomerRoute&) const {
    app.state.screen = Screen::Customers;
    return open_editor(app, std::nullopt);
  }
  bool operator()(const CustomerRoute& route) const {
    app.state.screen = Screen::Customers;
    if (open_editor(app, route.id)) return true;
    show_error_toast(app, "This customer is not on this device. It may come with the next sync.");
    return false;
  }
  bool operator()(const RecordListRoute& route) const {
    show_list(route.table);
    if (ask_for(app.state.records, *app.state.records.type, route.list)) read_from_top(app);
    return true;
  }
  bool operator()(const NewRecordRoute& route) const {
    show_list(route.table);
    return open_record_editor(app, *app.state.records.type, std::nullopt, route.made_for);
  }
  bool operator()(const RecordRoute& route) const {
    show_list(route.record.table);
    if (open_record_editor(app, *app.state.records.type, route.record.id, route.made_for))
      return true;
    show_error_toast(app, "This " + std::string(app.state.records.type->label()) +
                              " is not on this device. It may come with the next sync.");
    return false;
  }
  bool operator()(const MoreRoute&) const {
    app.state.screen = Screen::More;
    return true;
  }
  bool operator()(const ConflictsRoute&) const {
    app.state.screen = Screen::Conflicts;
    fetch_conflicts(app);
    return true;
  }
  bool operator()(const SyncRoute&) const {
    app.state.screen = Screen::Sync;
    read_sync_screen(app);
    return true;
  }
  bool operator()(const SignInRoute& route) const {
    app.state.screen = Screen::SignIn;
    app.state.sign_in = {};
    app.state.sign_in.return_to = route.return_to;
    if (app.state.session) app.state.sign_in.user = app.state.session->user;
    return true;
  }
  bool operator()(const SetupRoute& route) const {
    app.state.screen = Screen::Setup;
    app.state.setup = {};
    app.state.setup.token = route.token;
    if (route.token.empty())
      app.state.setup.problem =
          "Open the one-time link that the server printed at its first start.";
    return true;
  }

  void show_list(const std::string& table) const {
    const Place* place = find_record_place(table);
    ENSURE(place, "routes lead only to record types that have screens");
    app.state.screen = Screen::Records;
    choose_record_list(app, type_of(*place));
    read_records(app);
  }
};

// Where the person may go now.
Route permitted(const AppState& state, const Route& route) {
  if (!state.session) {
    if (std::holds_alternative<SetupRoute>(route) || std::holds_alternative<SignInRoute>(route))
      return route;
    const bool is_start = route == Route(CustomersRoute{});
    return SignInRoute{is_start ? "" : format_route(route)};
  }
  if (std::holds_alternative<SetupRoute>(route)) return CustomersRoute{};
  if (std::holds_alternative<NewCustomerRoute>(route) && !state.rights.create_customers)
    return CustomersRoute{};
  const auto* sign_in = std::get_if<SignInRoute>(&route);
  if (sign_in && state.sync.phase != SyncPhase::NeedsSignIn) return parse_route(sign_in->return_to);
  return route;
}

}  // namespace

void go_to(AppContext& app, const Route& route, UrlChange change) {
  drop_good_news(app);
  refresh_rights(app.state);  // of a session that may have just begun
  const Route target = permitted(app.state, route);
  const bool redirected = !(target == route);
  if (change == UrlChange::Push && app.wakes.is_set(WakeReason::ShowSearch))
    show_url(app, UrlChange::Replace);  // Back leads to what was searched
  app.wakes.clear(WakeReason::ShowSearch);
  close_editor(app);
  close_record_editor(app);
  app.state.filter_panel.reset();
  app.state.column_panel.reset();
  app.state.view_panel.reset();
  app.state.bulk_edit.reset();
  app.state.related.clear();
  app.state.past.reset();
  const bool opened = std::visit(Opener{app}, target);
  const bool stands = opened && !redirected;
  if (change == UrlChange::Push && opened)
    show_url(app, UrlChange::Push);
  else if (change != UrlChange::Keep || !stands)
    show_url(app, UrlChange::Replace);
}

void leave_gone_customer(AppContext& app) {
  const auto& editor = app.state.editor;
  if (!editor || !editor->id || editor->dirty || app.records.find_customer_sheet(*editor->id))
    return;
  go_to(app, CustomersRoute{app.state.customers}, UrlChange::Replace);
  if (!app.state.toast) show_toast(app, "This customer is not in the master any more.");
}

void show_url(AppContext& app, UrlChange change) {
  if (change == UrlChange::Keep) return;
  const auto mode = change == UrlChange::Push ? NavigationMode::Push : NavigationMode::Replace;
  app.platform.navigate(mode, format_route(route_of(app.state)), title_of(app.state));
}

}  // namespace cm
