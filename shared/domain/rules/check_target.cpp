#include "shared/domain/rules/check_target.h"

#include <algorithm>

#include "shared/domain/finding_catalogue.h"

namespace cm {
namespace {

constexpr std::int64_t kWholeHundredths = 100'00;
constexpr std::size_t kMonths = 12;

constexpr std::array<std::optional<Percent> Target::*, kMonths> kShares{
    &Target::share_1, &Target::share_2,  &Target::share_3,  &Target::share_4,
    &Target::share_5, &Target::share_6,  &Target::share_7,  &Target::share_8,
    &Target::share_9, &Target::share_10, &Target::share_11, &Target::share_12};

bool has_spread(const Target& target) {
  return std::any_of(kShares.begin(), kShares.end(),
                     [&](auto share) { return (target.*share).has_value(); });
}

std::array<Percent, kMonths> filled(std::int64_t hundredths) {
  const Percent one = Percent::from_hundredths(hundredths);
  return {one, one, one, one, one, one, one, one, one, one, one, one};
}

void check_shares(const Target& target, Findings& findings) {
  std::int64_t total = 0;
  for (const auto share : kShares) total += (target.*share) ? (target.*share)->hundredths() : 0;
  if (has_spread(target) && total != kWholeHundredths)
    findings.push_back(make_finding(FindingCode::TargetSpread, "share_1",
                                    {Percent::from_hundredths(total).display()}));
}

void check_twice(const Target& target, const RecordLookup& records, Findings& findings) {
  if (!target.owner) return;
  for (const Row& row : records.list_by(record_type_of<Target>(), "owner", target.owner->uuid())) {
    const Target other = from_row<Target>(row).record;
    if (other.id == target.id || other.fiscal_year != target.fiscal_year ||
        other.item_group != target.item_group)
      continue;
    findings.push_back(make_finding(FindingCode::TargetTwice, "fiscal_year"));
    return;
  }
}

}  // namespace

Findings check_target(const Target& target, const RecordLookup& records) {
  Findings findings;
  if (!target.quantity && !target.amount)
    findings.push_back(make_finding(FindingCode::TargetEmpty, "amount"));
  check_shares(target, findings);
  check_twice(target, records, findings);
  return findings;
}

std::array<Percent, 12> even_spread() {
  constexpr std::int64_t kEach = kWholeHundredths / static_cast<std::int64_t>(kMonths);
  auto shares = filled(kEach);
  shares.back() =
      Percent::from_hundredths(kWholeHundredths - kEach * static_cast<std::int64_t>(kMonths - 1));
  return shares;
}

std::array<Percent, 12> spread_of(const Target& target) {
  if (!has_spread(target)) return even_spread();
  auto shares = filled(0);
  for (std::size_t i = 0; i < kMonths; ++i) {
    if (target.*kShares[i]) shares[i] = *(target.*kShares[i]);
  }
  return shares;
}

void set_spread(Target& target, const std::array<Percent, 12>& shares) {
  for (std::size_t i = 0; i < kMonths; ++i) target.*kShares[i] = shares[i];
}

}  // namespace cm
