// A customer's sales team: shares total exactly 100.00 %, nobody stands in it twice. No team is fine.
#pragma once

#include <span>

#include "shared/domain/records/sales_team_member.h"
#include "shared/record/finding.h"

namespace cm {

Findings check_sales_team(std::span<const SalesTeamMember> team);

}  // namespace cm
