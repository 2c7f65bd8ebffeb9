#include "shared/domain/duplicates/duplicate_finding.h"

#include <array>
#include <string>

#include "shared/domain/finding_catalogue.h"

namespace cm {
namespace {

struct SignBox {
  DuplicateReason sign;
  std::string_view box;
};
// The surest first.
constexpr auto kSignBoxes = std::to_array<SignBox>({
    {DuplicateReason::SameGstin, "gstin"},
    {DuplicateReason::SamePanAndState, "pan"},
    {DuplicateReason::SamePan, "pan"},
    {DuplicateReason::SamePanOtherState, "pan"},
    {DuplicateReason::SameMobile, "phone"},
    {DuplicateReason::SameEmail, "email"},
});

std::string_view box_of(const Duplicate& duplicate) {
  for (const SignBox& each : kSignBoxes) {
    if (has_reason(duplicate, each.sign)) return each.box;
  }
  return "name";
}

constexpr std::array kCodes = {FindingCode::DuplicateStrong, FindingCode::DuplicateLikely,
                               FindingCode::DuplicatePossible, FindingCode::DuplicateBranch};

}  // namespace

Finding finding_about(const Duplicate& duplicate, std::string_view named) {
  const FindingCode code = kCodes[static_cast<std::size_t>(duplicate.level)];
  return make_finding(code, box_of(duplicate), {named, reasons_text(duplicate.reasons)});
}

}  // namespace cm
