#include "shared/domain/rules/check_address.h"

namespace cm {
namespace {

std::string names_of(const std::vector<StateCode>& states) {
  std::string names;
  for (const StateCode& state : states)
    names.append(names.empty() ? "" : " or ").append(state.name());
  return names;
}

}  // namespace

Findings check_address(const Address& address) {
  Findings findings;
  if (address.line1.empty() && address.line2.empty()) {
    findings.push_back(make_finding(FindingCode::AddressLineMissing, "line1"));
  }
  if (address.state && address.state->standing() == StateStanding::Retired) {
    const std::string_view today = address.state->today().name();
    findings.push_back(make_finding(FindingCode::StateRetired, "state",
                                    {address.state->name(), today}, std::string(today)));
  }
  if (address.pincode && address.state &&
      address.state->today().standing() == StateStanding::Current &&
      !address.pincode->may_be_in(*address.state)) {
    const auto states = address.pincode->states();
    // Two states share some prefixes: then no single one is the fix.
    findings.push_back(make_finding(
        FindingCode::PincodeState, "pincode",
        {address.pincode->text().substr(0, 3), names_of(states), address.state->name()},
        states.size() == 1 ? std::string(states.front().name()) : std::string()));
  }
  return findings;
}

}  // namespace cm
