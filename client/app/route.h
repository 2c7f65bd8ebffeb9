// URLs and what they show. Every place a person can be has one URL, and every URL one place.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "client/app/list_state.h"
#include "client/app/record_state.h"
#include "shared/record/row.h"

namespace cm {

struct AppState;

struct CustomersRoute {  // /customers?q=pune&f.territory=<id>&f.not_sent=yes&sort=-city
  ListView list = {};
  friend bool operator==(const CustomersRoute&, const CustomersRoute&) = default;
};
struct NewCustomerRoute {  // /customers/new
  friend bool operator==(const NewCustomerRoute&, const NewCustomerRoute&) = default;
};
struct CustomerRoute {  // /customers/<id>
  RecordId id;
  friend bool operator==(const CustomerRoute&, const CustomerRoute&) = default;
};
struct RecordListRoute {  // /territory?q=pune; only tables that have screens (places.h)
  std::string table;
  ListView list = {};
  friend bool operator==(const RecordListRoute&, const RecordListRoute&) = default;
};
struct NewRecordRoute {  // /contact/new?for=customer.<id>
  std::string table;
  std::optional<RecordRef> made_for;
  friend bool operator==(const NewRecordRoute&, const NewRecordRoute&) = default;
};
struct RecordRoute {  // /contact/<id>?for=customer.<id>
  RecordRef record;
  std::optional<RecordRef> made_for;
  friend bool operator==(const RecordRoute&, const RecordRoute&) = default;
};
struct MoreRoute {  // /more: the places that a small screen has no room for
  friend bool operator==(const MoreRoute&, const MoreRoute&) = default;
};
struct ConflictsRoute {  // /conflicts
  friend bool operator==(const ConflictsRoute&, const ConflictsRoute&) = default;
};
struct SyncRoute {  // /sync
  friend bool operator==(const SyncRoute&, const SyncRoute&) = default;
};
struct SignInRoute {      // /sign-in?next=/customers/<id>
  std::string return_to;  // a URL of this program, or empty
  friend bool operator==(const SignInRoute&, const SignInRoute&) = default;
};
struct SetupRoute {  // /setup#token=…; a fragment never reaches a server's log
  std::string token;
  friend bool operator==(const SetupRoute&, const SetupRoute&) = default;
};
using Route =
    std::variant<CustomersRoute, NewCustomerRoute, CustomerRoute, RecordListRoute, NewRecordRoute,
                 RecordRoute, MoreRoute, ConflictsRoute, SyncRoute, SignInRoute, SetupRoute>;

// path?query#fragment. What is not known leads to the customer list.
Route parse_route(std::string_view url);
std::string format_route(const Route& route);  // parse_route(format_route(r)) == r
std::string format_list(const ListView& list);  // "?q=…&f.name=…&sort=…"; empty for the plain list
Route route_of(const AppState& state);         // where the person is now
std::string title_of(const AppState& state);   // of the browser's tab

}  // namespace cm
