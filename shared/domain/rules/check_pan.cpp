#include "shared/domain/rules/check_pan.h"

namespace cm {

Findings check_pan(const Pan& pan, std::string_view field) {
  Findings findings;
  const std::string letter(1, pan.holder_letter());
  if (pan.serial_is_zero()) findings.push_back(make_finding(FindingCode::PanSerial, field));
  if (pan.holder().empty())
    findings.push_back(make_finding(FindingCode::PanHolder, field, {letter}));
  if (letter == "K")
    findings.push_back(make_finding(FindingCode::PanHolderUnusual, field, {letter}));
  return findings;
}

}  // namespace cm
