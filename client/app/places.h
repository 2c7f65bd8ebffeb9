// Every place of the program that navigation leads to: one table. A record type has screens (a
// list, a form) when it stands here with its table.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/record/record_type.h"

namespace cm {

struct AppState;
enum class Screen;

enum class PlaceIcon {
  Customers,
  Person,
  Tree,
  Pin,
  Truck,
  Box,
  Tag,
  Building,
  Book,
  Target,
  Conflict,
  Sync,
  More,
};

struct Place {
  std::string_view label;  // "Suppliers"
  std::string_view href;   // "/supplier": a place of records is named as its table
  std::string_view group;  // heading in the navigation: "Buying"; empty: not in it
  PlaceIcon icon;
  Screen screen;
  std::string_view table;  // Screen::Records: which records; else empty
  bool always = false;     // also in the rail and bottom bar, which have room for few
};

// Those whose record type this program has, in the order of the navigation.
std::span<const Place> places();
const Place* find_record_place(std::string_view table);  // null when the type has no screen
const Place* current_place(const AppState& state);       // null where none is (sign-in)

// The record type of a place of records; it must be one.
const RecordType& type_of(const Place& place);

}  // namespace cm
