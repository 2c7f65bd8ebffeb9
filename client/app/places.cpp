#include "client/app/places.h"

#include "client/app/state.h"
#include "shared/base/ensure.h"
#include "shared/domain/records/catalogue.h"

namespace cm {
namespace {

constexpr bool kAlways = true;

Place record(std::string_view label, std::string_view href, std::string_view group,
             PlaceIcon icon) {
  return {label, href, group, icon, Screen::Records, href.substr(1)};
}

// The table.
const std::vector<Place>& all_places() {
  static const std::vector<Place> kPlaces = {
      {"Customers", "/customers", "Sales", PlaceIcon::Customers, Screen::Customers, "", kAlways},
      record("Contacts", "/contact", "Sales", PlaceIcon::Person),
      record("Addresses", "/address", "Sales", PlaceIcon::Pin),
      record("Customer Groups", "/customer_group", "Sales", PlaceIcon::Tree),
      record("Territories", "/territory", "Sales", PlaceIcon::Tree),
      record("Sales Persons", "/sales_person", "Sales", PlaceIcon::Tree),
      record("Sales Partners", "/sales_partner", "Sales", PlaceIcon::Person),
      record("Targets", "/target", "Sales", PlaceIcon::Target),
      {"Conflicts", "/conflicts", "Data", PlaceIcon::Conflict, Screen::Conflicts, "", kAlways},
      {"Sync", "/sync", "Data", PlaceIcon::Sync, Screen::Sync, "", kAlways},
      record("Suppliers", "/supplier", "Buying", PlaceIcon::Truck),
      record("Items", "/item", "Stock", PlaceIcon::Box),
      record("Item Groups", "/item_group", "Stock", PlaceIcon::Tree),
      record("Price Lists", "/price_list", "Stock", PlaceIcon::Tag),
      record("Item Prices", "/item_price", "Stock", PlaceIcon::Tag),
      record("Companies", "/company", "Accounts", PlaceIcon::Building),
      record("Accounts", "/account", "Accounts", PlaceIcon::Book),
      // Opened from the records they belong to; no place of their own.
      record("Customers in Companies", "/customer_company", "", PlaceIcon::Book),
      record("Sales Teams", "/sales_team_member", "", PlaceIcon::Person),
  };
  return kPlaces;
}

std::vector<Place> known_places() {
  std::vector<Place> known;
  for (const Place& place : all_places()) {
    if (place.table.empty() || record_catalogue().find(place.table)) known.push_back(place);
  }
  return known;
}

}  // namespace

std::span<const Place> places() {
  static const std::vector<Place> known = known_places();
  return known;
}

const Place* find_record_place(std::string_view table) {
  for (const Place& place : places()) {
    if (!table.empty() && place.table == table) return &place;
  }
  return nullptr;
}

const Place* current_place(const AppState& state) {
  for (const Place& place : places()) {
    if (place.screen != state.screen) continue;
    if (place.table.empty() || (state.records.type && place.table == state.records.type->table()))
      return &place;
  }
  return nullptr;
}

const RecordType& type_of(const Place& place) {
  ENSURE(!place.table.empty(), "only a place of records has a record type");
  return record_catalogue().get(place.table);
}

}  // namespace cm
