#include "shared/domain/rules/check_record.h"

#include <algorithm>
#include <array>

#include "shared/domain/rules/check_address.h"
#include "shared/domain/rules/check_company.h"
#include "shared/domain/rules/check_contact.h"
#include "shared/domain/rules/check_customer.h"
#include "shared/domain/rules/check_item.h"
#include "shared/domain/rules/check_party.h"
#include "shared/domain/rules/check_target.h"
#include "shared/domain/rules/tree.h"

namespace cm {
namespace {

using Check = Findings (*)(const Row&, const RecordLookup&);

template <class T, Findings (*Rule)(const T&, const RecordLookup&)>
Findings with_others(const Row& row, const RecordLookup& records) {
  return Rule(from_row<T>(row).record, records);
}

template <class T, Findings (*Rule)(const T&)>
Findings alone(const Row& row, const RecordLookup&) {
  return Rule(from_row<T>(row).record);
}

Findings customer(const Row& row, const RecordLookup&) {
  return check_customer(from_row<Customer>(row).record, {});
}

Findings contact(const Row& row, const RecordLookup&) {
  return check_contact(row);
}

struct RecordRule {
  std::string_view table;
  Check check;
};

constexpr std::array kRules = std::to_array<RecordRule>({
    {"customer", customer},
    {"contact", contact},
    {"address", alone<Address, check_address>},
    {"company", with_others<Company, check_company>},
    {"account", with_others<Account, check_account>},
    {"sales_person", with_others<SalesPerson, check_sales_person>},
    {"supplier", alone<Supplier, check_supplier>},
    {"sales_partner", alone<SalesPartner, check_sales_partner>},
    {"item", alone<Item, check_item>},
    {"item_price", with_others<ItemPrice, check_item_price>},
    {"target", with_others<Target, check_target>},
});

// What a record sees when it is alone.
class NoRecords final : public RecordLookup {
 public:
  std::optional<Row> find(const RecordType&, const RecordId&) const override {
    return std::nullopt;
  }
  std::vector<Row> list_by(const RecordType&, std::string_view, const Value&) const override {
    return {};
  }
  std::int64_t count_by(const RecordType&, std::string_view, const Value&,
                        std::int64_t) const override {
    return 0;
  }
};

Findings check_by_table(const Row& row, const RecordLookup& records) {
  const auto rule = std::find_if(kRules.begin(), kRules.end(), [&](const RecordRule& one) {
    return one.table == row.type->table();
  });
  return rule == kRules.end() ? Findings() : rule->check(row, records);
}

}  // namespace

Findings check_record(const Row& row) {
  return check_by_table(row, NoRecords());
}

Findings check_record(const Row& row, const RecordLookup& records) {
  Findings findings = check_by_table(row, records);
  const auto add = [&](const Findings& more) {
    findings.insert(findings.end(), more.begin(), more.end());
  };
  if (is_tree(*row.type)) add(check_tree_row(row, records));
  add(check_leaves(row, records));
  return findings;
}

}  // namespace cm
