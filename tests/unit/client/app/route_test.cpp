// Every place has one URL and every URL one place, also for the addresses that people mistype.
#include <doctest/doctest.h>

#include "client/app/route.h"
#include "client/app/state.h"

namespace cm {
namespace {

const RecordId kId = *Uuid::parse("0190a5b0-1234-7abc-8def-0123456789ab");

TEST_CASE("route: every route comes back from its URL") {
  const std::pair<Route, std::string> routes[] = {
      {CustomersRoute{}, "/customers"},
      {CustomersRoute{"pune"}, "/customers?q=pune"},
      {CustomersRoute{"a&b=c 100% +श्री#?"}, ""},
      {CustomersRoute{{"pune",
                       {{"territory", kId.text()}, {"not_sent", "yes"}},
                       "city",
                       SortOrder::Descending}},
       "/customers?q=pune&f.territory=0190a5b0-1234-7abc-8def-0123456789ab&f.not_sent=yes"
       "&sort=-city"},
      {CustomersRoute{{"", {}, "customer_group"}}, "/customers?sort=customer_group"},
      {RecordListRoute{"address", {"", {{"state", "27"}, {"active", "no"}}}},
       "/address?f.state=27&f.active=no"},
      {NewCustomerRoute{}, "/customers/new"},
      {CustomerRoute{kId}, "/customers/0190a5b0-1234-7abc-8def-0123456789ab"},
      {RecordListRoute{"contact", ""}, "/contact"},
      {RecordListRoute{"address", "pune 411"}, "/address?q=pune%20411"},
      {NewRecordRoute{"contact", std::nullopt}, "/contact/new"},
      {NewRecordRoute{"contact", RecordRef{"customer", kId}},
       "/contact/new?for=customer.0190a5b0-1234-7abc-8def-0123456789ab"},
      {RecordRoute{{"contact", kId}, std::nullopt},
       "/contact/0190a5b0-1234-7abc-8def-0123456789ab"},
      {RecordRoute{{"address", kId}, RecordRef{"customer", kId}}, ""},
      {MoreRoute{}, "/more"},
      {ConflictsRoute{}, "/conflicts"},
      {SyncRoute{}, "/sync"},
      {SignInRoute{}, "/sign-in"},
      {SignInRoute{"/customers?q=a%20b"}, ""},
      {SetupRoute{}, "/setup"},
      {SetupRoute{"abc_-123"}, "/setup#token=abc_-123"},
  };
  for (const auto& [route, url] : routes) {
    const std::string formatted = format_route(route);
    CAPTURE(formatted);
    if (!url.empty()) CHECK(formatted == url);
    CHECK(parse_route(formatted) == route);
  }
}

TEST_CASE("route: what is not known leads to the customer list") {
  for (const char* url :
       {"", "/", "/nothing", "/customers/", "/customers/12", "/customersx", "//evil.example",
        "/contact_link", "/no_such_table/new", "/customers/new/x", "/%zz", "?q=1"}) {
    CAPTURE(url);
    CHECK(parse_route(url) == Route(CustomersRoute{}));
  }
}

TEST_CASE("route: filters and orders that a list does not have are left out") {
  for (const char* url : {"/customers?f.active=perhaps", "/customers?f.no_such=yes",
                          "/customers?f.=yes", "/customers?f.territory=12", "/customers?sort=no_such",
                          "/customers?sort=-", "/customers?=x&&"}) {
    CAPTURE(url);
    CHECK(parse_route(url) == Route(CustomersRoute{}));
  }
  CHECK(parse_route("/customers?f.not_sent=yes&f.active=no") ==
        Route(CustomersRoute{{"", {{"active", "no"}, {"not_sent", "yes"}}}}));
}

TEST_CASE("route: a record's address that is broken leads to its list") {
  for (const char* url : {"/contact/12", "/contact/new/x", "/contact/"}) {
    CAPTURE(url);
    CHECK(parse_route(url) == Route(RecordListRoute{"contact", ""}));
  }
  CHECK(parse_route("/contact/new?for=customer.12") ==
        Route(NewRecordRoute{"contact", std::nullopt}));
  CHECK(parse_route("/contact/new?for=app_user.0190a5b0-1234-7abc-8def-0123456789ab") ==
        Route(NewRecordRoute{"contact", std::nullopt}));
}

TEST_CASE("route: sign-in never leads out of this program") {
  CHECK(parse_route("/sign-in?next=https%3A%2F%2Fevil.example%2F") ==
        Route(SignInRoute{"/customers"}));
  CHECK(parse_route("/sign-in?next=%2F%2Fevil.example") == Route(SignInRoute{"/customers"}));
}

TEST_CASE("route: a broken escape is text, not a crash") {
  CHECK(parse_route("/customers?q=%") == Route(CustomersRoute{"%"}));
  CHECK(parse_route("/customers?q=%4") == Route(CustomersRoute{"%4"}));
  CHECK(parse_route("/customers?q=a+b%2") == Route(CustomersRoute{"a b%2"}));
}

}  // namespace
}  // namespace cm
