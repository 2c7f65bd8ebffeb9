#include "shared/domain/acts/company.h"

#include <array>
#include <utility>

#include "shared/base/utf8.h"
#include "shared/domain/field_text.h"
#include "shared/domain/known_ids.h"
#include "shared/domain/records/account.h"
#include "shared/domain/rules/check_record.h"

namespace cm {
namespace {

Account group(AccountId id, std::string name, CompanyId company, std::optional<AccountId> parent) {
  Account account(id);
  account.name = std::move(name);
  account.company = company;
  account.parent = parent;
  account.is_group = true;
  return account;
}

// "Sai Engineering Works" → "SEW".
std::string first_letters(std::string_view name) {
  constexpr std::size_t kLettersMax = 5;
  std::string letters;
  bool word_begins = true;
  std::size_t count = 0;
  for (const std::uint32_t code_point : decode_utf8(clean_text(name))) {
    if (code_point != ' ' && word_begins && count++ < kLettersMax) append_utf8(letters, code_point);
    word_begins = code_point == ' ';
  }
  return to_upper_ascii(letters);
}

}  // namespace

CompanyDraft parse_company(const CompanyText& text, CompanyId id) {
  const std::string abbreviation =
      text.abbreviation.empty() ? first_letters(to_valid_utf8(text.name)) : text.abbreviation;
  const std::array<std::pair<std::string_view, std::string_view>, 4> boxes{
      {{"name", text.name},
       {"abbreviation", abbreviation},
       {"gstin", text.gstin},
       {"state", text.state}}};
  Row row = to_row(Company(id));
  Findings findings;
  for (const auto& [name, typed] : boxes) {
    FieldParse parsed = parse_field(row.type->get_field(name), to_valid_utf8(typed));
    row.set(name, std::move(parsed.value));
    findings.insert(findings.end(), parsed.findings.begin(), parsed.findings.end());
  }
  Company company = from_row<Company>(row).record;
  if (!company.state && company.gstin) company.state = company.gstin->state_code().today();
  const Findings more = check_record(to_row(company));
  findings.insert(findings.end(), more.begin(), more.end());
  return {company, findings};
}

std::vector<Change> make_company(Company company) {
  const CompanyId id = company.id;
  company.receivable_group = receivable_account(id);
  if (!company.default_price_list) company.default_price_list = standard_selling();
  const Account root = group(root_account(id), "Assets", id, std::nullopt);
  const Account receivable = group(receivable_account(id), "Accounts Receivable", id, root.id);
  return {diff_rows(nullptr, to_row(company)), diff_rows(nullptr, to_row(root)),
          diff_rows(nullptr, to_row(receivable))};
}

}  // namespace cm
