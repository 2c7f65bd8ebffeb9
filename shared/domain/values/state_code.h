// A GST state code ("27" Maharashtra): the states and union territories of India as GST numbers them.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include <tl/expected.hpp>

#include "shared/domain/finding_catalogue.h"
#include "shared/record/field.h"

namespace cm {

enum class StateStanding {
  Current,         // a state or union territory of today
  Retired,         // 25, 28: on old records only
  OtherTerritory,  // 97
  OtherCountries,  // 96: a place of supply, never in a GSTIN
  Oidar,           // 99: non-resident suppliers and the centre
};

struct StateFact {
  std::string_view code;  // two digits
  std::string_view name;
  StateStanding standing;
};

// All codes, in order; what state pickers offer are those that are Current, and 97 and 96.
std::span<const StateFact> state_facts();

class StateCode {
 public:
  static constexpr FieldKind kKind = FieldKind::State;
  // A code ("27", "7") or a name in any case, spacing and common abbreviation ("maharashtra", "MH",
  // "Orissa", "27-Maharashtra").
  static tl::expected<StateCode, FindingCode> parse(std::string_view text);
  // Exactly two digits of a known code.
  static tl::expected<StateCode, FindingCode> from_code(std::string_view two_digits);

  std::string text() const;  // "27"
  std::string_view name() const;
  StateStanding standing() const;
  // The code that stands for this one today: 25 → 26, 28 → 37; else itself.
  StateCode today() const;

  friend bool operator==(const StateCode&, const StateCode&) = default;

 private:
  explicit StateCode(int number) : number_(number) {}
  int number_;
};

}  // namespace cm
