#include "shared/domain/rules/check_sales_team.h"

namespace cm {

namespace {
constexpr std::int64_t kWholeHundredths = 100'00;
}

Findings check_sales_team(std::span<const SalesTeamMember> team) {
  Findings findings;
  std::int64_t total = 0;
  for (std::size_t i = 0; i < team.size(); ++i) {
    if (team[i].share) total += team[i].share->hundredths();
    for (std::size_t k = 0; k < i; ++k) {
      if (team[i].sales_person && team[i].sales_person == team[k].sales_person) {
        findings.push_back(make_finding(FindingCode::SalesTeamTwice, "sales_person"));
      }
    }
  }
  if (!team.empty() && total != kWholeHundredths) {
    findings.push_back(make_finding(FindingCode::SalesTeamShare, "share",
                                    {Percent::from_hundredths(total).display()}));
  }
  return findings;
}

}  // namespace cm
