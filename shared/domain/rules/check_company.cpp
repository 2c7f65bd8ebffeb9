#include "shared/domain/rules/check_company.h"

#include "shared/base/utf8.h"
#include "shared/domain/finding_catalogue.h"

namespace cm {
namespace {

void check_state(const Company& company, Findings& findings) {
  if (!company.gstin || !company.state) return;
  const StateCode of_gstin = company.gstin->state_code().today();
  if (of_gstin == company.state->today()) return;
  findings.push_back(make_finding(FindingCode::CompanyStateDiffers, "state",
                                  {company.state->name(), of_gstin.name()},
                                  std::string(of_gstin.name())));
}

std::optional<Account> find_account(const std::optional<AccountId>& id,
                                    const RecordLookup& records) {
  const auto row = id ? find_shown(records, record_type_of<Account>(), id->uuid()) : std::nullopt;
  return row ? std::optional(from_row<Account>(*row).record) : std::nullopt;
}

void check_abbreviation(const Company& company, const RecordLookup& records, Findings& findings) {
  if (company.abbreviation.empty()) return;
  for (const Row& row :
       records.list_by(record_type_of<Company>(), "abbreviation", company.abbreviation)) {
    if (row.id == company.id.uuid()) continue;
    const Company other = from_row<Company>(row).record;
    findings.push_back(make_finding(FindingCode::CompanyAbbreviation, "abbreviation",
                                    {other.name, company.abbreviation}));
    return;
  }
}

}  // namespace

Findings check_company(const Company& company, const RecordLookup& records) {
  Findings findings;
  check_state(company, findings);
  check_abbreviation(company, records, findings);
  const auto group = find_account(company.receivable_group, records);
  if (group && (!group->is_group || !(group->company == company.id)))
    findings.push_back(
        make_finding(FindingCode::CompanyReceivableGroup, "receivable_group", {group->name}));
  return findings;
}

Findings check_account(const Account& account, const RecordLookup& records) {
  const auto parent = find_account(account.parent, records);
  if (!parent || parent->company == account.company) return {};
  return {make_finding(FindingCode::AccountCompany, "parent", {parent->name})};
}

}  // namespace cm
