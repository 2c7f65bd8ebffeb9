#include "shared/domain/duplicates/compare_customers.h"

#include <algorithm>
#include <array>

#include <rapidfuzz/distance/OSA.hpp>

#include "shared/domain/duplicates/name_likeness.h"

namespace cm {
namespace {

using enum DuplicateReason;

struct ReasonText {
  DuplicateReason reason;
  std::string_view text;
};
// In the order in which they are told.
constexpr auto kReasonTexts = std::to_array<ReasonText>({
    {SameGstin, "same GSTIN"},
    {SamePanAndState, "same PAN and state"},
    {SamePan, "same PAN"},
    {SamePanOtherState, "same PAN in another state"},
    {SameMobile, "same mobile"},
    {SameEmail, "same email"},
    {SameName, "same name"},
    {NearName, "similar name"},
    {SamePincode, "same PIN code"},
    {SameCity, "same city"},
    {OtherPan, "but another PAN"},
});

constexpr std::array<std::string_view, 4> kLevelNames = {"strong", "likely", "possible", "branch"};

// Both are sorted.
bool share_one(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  return std::any_of(a.begin(), a.end(), [&](const std::string& value) {
    return std::binary_search(b.begin(), b.end(), value);
  });
}

NameLikeness likest_names(const CustomerSummary& a, const CustomerSummary& b) {
  NameLikeness likest = NameLikeness::Different;
  for (const BusinessName* of_a : {&a.name, &a.trade_name}) {
    for (const BusinessName* of_b : {&b.name, &b.trade_name})
      likest = std::max(likest, compare_names(*of_a, *of_b));
  }
  return likest;
}

// One slip of a letter is a slip, not another holder.
bool are_of_other_holders(const std::string& pan_a, const std::string& pan_b) {
  return !pan_a.empty() && !pan_b.empty() && rapidfuzz::osa_distance(pan_a, pan_b) > 1;
}

class Evidence {
 public:
  void add_when(bool holds, DuplicateReason reason) {
    if (holds) reasons_ |= static_cast<std::uint32_t>(reason);
  }
  bool has(DuplicateReason reason) const {
    return (reasons_ & static_cast<std::uint32_t>(reason)) != 0;
  }
  std::uint32_t reasons() const { return reasons_; }

 private:
  std::uint32_t reasons_ = 0;
};

Evidence gather(const CustomerSummary& a, const CustomerSummary& b) {
  Evidence found;
  found.add_when(!a.gstin.empty() && a.gstin == b.gstin, SameGstin);
  if (!a.pan.empty() && a.pan == b.pan) {
    const bool states_known = !a.state.empty() && !b.state.empty();
    found.add_when(states_known && a.state == b.state, SamePanAndState);
    found.add_when(states_known && a.state != b.state, SamePanOtherState);
    found.add_when(!states_known, SamePan);
  }
  found.add_when(share_one(a.mobiles, b.mobiles), SameMobile);
  found.add_when(share_one(a.emails, b.emails), SameEmail);
  const NameLikeness likeness = likest_names(a, b);
  found.add_when(likeness == NameLikeness::Same, SameName);
  found.add_when(likeness == NameLikeness::Near, NearName);
  if (likeness != NameLikeness::Different) {
    found.add_when(share_one(a.pincodes, b.pincodes), SamePincode);
    found.add_when(share_one(a.cities, b.cities), SameCity);
  }
  found.add_when(are_of_other_holders(a.pan, b.pan), OtherPan);
  return found;
}

std::optional<DuplicateLevel> level_of(const Evidence& found) {
  const bool name = found.has(SameName) || found.has(NearName);
  const bool reach = found.has(SameMobile) || found.has(SameEmail);
  const bool place = found.has(SamePincode) || found.has(SameCity);
  if (found.has(SameGstin)) return DuplicateLevel::Strong;
  if (found.has(SamePanOtherState)) return DuplicateLevel::Branch;
  if (found.has(SamePanAndState) && name) return DuplicateLevel::Strong;
  if (found.has(SamePanAndState) || found.has(SamePan)) return DuplicateLevel::Likely;
  if (found.has(OtherPan)) {
    const bool same_name_here = found.has(SameName) && place;
    return reach || same_name_here ? std::optional(DuplicateLevel::Possible) : std::nullopt;
  }
  if (name && reach) return DuplicateLevel::Likely;
  if (found.has(SameName) && found.has(SamePincode)) return DuplicateLevel::Likely;
  if (reach || (name && place)) return DuplicateLevel::Possible;
  return std::nullopt;
}

}  // namespace

std::optional<Duplicate> compare_customers(const CustomerSummary& a, const CustomerSummary& b) {
  if (a.walk_in || b.walk_in) return std::nullopt;
  const Evidence found = gather(a, b);
  const auto level = level_of(found);
  if (!level) return std::nullopt;
  return Duplicate{*level, found.reasons()};
}

bool has_reason(const Duplicate& duplicate, DuplicateReason reason) {
  return (duplicate.reasons & static_cast<std::uint32_t>(reason)) != 0;
}

std::string_view level_name(DuplicateLevel level) {
  return kLevelNames[static_cast<std::size_t>(level)];
}

std::string reasons_text(std::uint32_t reasons) {
  std::string text;
  for (const ReasonText& each : kReasonTexts) {
    if ((reasons & static_cast<std::uint32_t>(each.reason)) == 0) continue;
    text.append(text.empty() ? "" : ", ").append(each.text);
  }
  return text;
}

}  // namespace cm
