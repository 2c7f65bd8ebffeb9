#include "shared/domain/rules/check_gstin.h"

namespace cm {
namespace {

// " Perhaps 27AAPFU0939F1ZV is meant (0 for O)."
std::string slip_hint(const Gstin& gstin) {
  const auto slip = gstin.likely_slip();
  if (!slip) return {};
  for (std::size_t i = 0; i < slip->size(); ++i) {
    if ((*slip)[i] != gstin.text()[i]) {
      return " Perhaps " + *slip + " is meant (" + (*slip)[i] + " for " + gstin.text()[i] + ").";
    }
  }
  return {};
}

}  // namespace

Findings check_gstin(const Gstin& gstin, std::string_view field) {
  Findings findings;
  // The check character of a government department's number is a digit by its shape but need not be
  // by the algorithm; it is compared all the same, as a warning.
  if (!gstin.check_character_matches()) {
    const std::string expected(1, gstin.expected_check_character());
    const std::string found(1, gstin.text().back());
    findings.push_back(make_finding(FindingCode::GstinCheckCharacter, field,
                                    {expected, found, slip_hint(gstin)}, expected));
  }
  const StateCode state = gstin.state_code();
  if (state.standing() == StateStanding::Retired) {
    const std::string today = state.today().text() + " " + std::string(state.today().name());
    findings.push_back(make_finding(FindingCode::GstinStateRetired, field, {state.text(), today}));
  }
  if (gstin.kind() == GstinKind::NonResident || gstin.kind() == GstinKind::Government) {
    findings.push_back(make_finding(FindingCode::GstinKindUnproven, field, {gstin.kind_name()}));
  }
  return findings;
}

}  // namespace cm
