#include "shared/domain/rules/in_use.h"

#include <algorithm>
#include <array>

#include "shared/domain/finding_catalogue.h"
#include "shared/domain/records/catalogue.h"
#include "shared/domain/rules/row_values.h"

namespace cm {
namespace {

constexpr std::int64_t kCountMax = 100;
constexpr std::array kFree = std::to_array<std::string_view>({"customer", "contact", "address"});
constexpr std::array kNoUse = std::to_array<std::string_view>({"contact_link", "address_link"});

template <std::size_t N>
bool holds(const std::array<std::string_view, N>& tables, std::string_view table) {
  return std::find(tables.begin(), tables.end(), table) != tables.end();
}

bool names(const RecordType& type, const Field& field, std::string_view table) {
  if (field.link_kind.empty()) return field.link_table == table;
  const auto choices = type.get_field(field.link_kind).choices;
  return std::any_of(choices.begin(), choices.end(),
                     [&](const Choice& choice) { return choice.code == table; });
}

}  // namespace

Findings check_delete(const Row& row, const RecordLookup& records) {
  if (holds(kFree, row.type->table())) return {};
  std::string uses;
  for (const RecordType* type : record_catalogue().types()) {
    if (holds(kNoUse, type->table())) continue;
    std::int64_t count = 0;
    for (const Field& field : type->fields()) {
      if (field.kind == FieldKind::Link && names(*type, field, row.type->table()))
        count += records.count_by(*type, field.name, row.id, kCountMax);
    }
    if (count == 0) continue;
    uses.append(uses.empty() ? "" : ", ").append(std::to_string(std::min(count, kCountMax)));
    uses.append(count >= kCountMax ? "+ of " : " of ").append(type->label());
  }
  if (uses.empty()) return {};
  const std::string name = row.type->find_field("name") ? text_in(row, "name") : std::string();
  return {make_finding(FindingCode::RecordInUse, "",
                       {name.empty() ? row.type->label() : std::string_view(name), uses})};
}

}  // namespace cm
