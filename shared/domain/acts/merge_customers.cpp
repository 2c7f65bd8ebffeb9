#include "shared/domain/acts/merge_customers.h"

#include <algorithm>
#include <array>
#include <map>

#include "shared/domain/acts/merge_memory.h"
#include "shared/domain/acts/party_references.h"
#include "shared/domain/records/customer_merge.h"
#include "shared/domain/rules/row_values.h"

namespace cm {
namespace {

constexpr auto kStaying = std::to_array<std::string_view>(
    {"active", "inactive_reason", "supersedes", "supersede_reason", "supersede_date",
     "superseded_by", "merged_into", "walk_in", "code", "override_reason"});

// The changes of a merge, and beside each what stood before.
class MergeWriter {
 public:
  void write(const Row& before, const Row& after) {
    Change change = diff_rows(&before, after);
    if (change.fields.empty()) return;
    remember(before, after, change);
    changes_.push_back(std::move(change));
  }
  // The base names every unit of the loser that was seen, so that the master knows which were not.
  void write_loser(const Row& before, const Row& after) {
    write(before, after);
    for (const auto& [lead, dot] : before.versions) {
      if (lead != 0) changes_.back().base.emplace(lead, dot);
    }
  }
  std::vector<Change>& changes() { return changes_; }
  const std::vector<RememberedUnit>& memory() const { return memory_; }

 private:
  void remember(const Row& before, const Row& after, const Change& change) {
    std::map<FieldNumber, RememberedUnit> units;
    for (const FieldValue& value : change.fields) {
      const FieldNumber lead = after.type->unit_lead(value.field);
      RememberedUnit& unit = units.try_emplace(lead, *after.type, after.id).first->second;
      unit.before.push_back({value.field, before.get(value.field)});
      unit.after.push_back({value.field, after.get(value.field)});
    }
    for (auto& [lead, unit] : units) memory_.push_back(std::move(unit));
  }
  std::vector<Change> changes_;
  std::vector<RememberedUnit> memory_;
};

Row merged_away(const Row& loser, const Row& survivor) {
  Row after = loser;
  after.set("active", std::int64_t{0});
  after.set("inactive_reason", "Merged into " + text_in(survivor, "name"));
  after.set("merged_into", survivor.id);
  return after;
}

bool is_among(const std::vector<Row>& rows, const RecordId& id) {
  return std::any_of(rows.begin(), rows.end(), [&](const Row& row) { return row.id == id; });
}

// Exactly one side keeps its flags. A row that both have keeps its own.
void clear_flags(MergeWriter& writer, const std::vector<Row>& rows,
                 const std::vector<Row>& of_other, std::initializer_list<std::string_view> flags) {
  for (const Row& row : rows) {
    if (is_among(of_other, row.id)) continue;
    Row after = row;
    for (const std::string_view flag : flags) {
      if (flag_in(row, flag)) after.set(flag, std::int64_t{0});
    }
    writer.write(row, after);
  }
}

// The primary contact, the billing and shipping address: of the side that was chosen, unless it has
// none.
void give_way(MergeWriter& writer, const std::vector<Row>& of_survivor,
              const std::vector<Row>& of_loser, bool take_losers,
              std::initializer_list<std::string_view> flags) {
  if (of_survivor.empty() || of_loser.empty()) return;
  if (take_losers)
    clear_flags(writer, of_survivor, of_loser, flags);
  else
    clear_flags(writer, of_loser, of_survivor, flags);
}

}  // namespace

bool stays_with_record(std::string_view customer_field) {
  return std::find(kStaying.begin(), kStaying.end(), customer_field) != kStaying.end();
}

std::string why_not_merged(const Row& survivor, const Row& loser) {
  if (survivor.id == loser.id) return "A customer cannot be merged with itself.";
  for (const Row* row : {&survivor, &loser}) {
    if (row->deleted) return "A deleted customer cannot be merged.";
    if (!is_blank(row->get("merged_into")))
      return "One of the two was merged into another customer already.";
    if (flag_in(*row, "walk_in")) return "The walk-in customer is nobody's duplicate.";
  }
  return {};
}

Row preview_merge(const Row& survivor, const Row& loser, const std::set<FieldNumber>& chosen) {
  Row merged = survivor;
  for (const FieldNumber number : chosen) {
    for (const FieldNumber each : survivor.type->unit_fields(survivor.type->unit_lead(number))) {
      const Field* field = survivor.type->find_field(each);
      if (field && !field->server_only && !stays_with_record(field->name))
        merged.values[each] = loser.get(each);
    }
  }
  return merged;
}

tl::expected<std::vector<Change>, std::string> merge_customers(const CustomerHolding& survivor,
                                                               const CustomerHolding& loser,
                                                               const MergeChoice& choice,
                                                               const Clock& clock, Random& random) {
  if (std::string why = why_not_merged(survivor.customer, loser.customer); !why.empty())
    return tl::unexpected(std::move(why));
  MergeWriter writer;
  writer.write(survivor.customer, preview_merge(survivor.customer, loser.customer, choice.fields));
  writer.write_loser(loser.customer, merged_away(loser.customer, survivor.customer));
  for (const Row* row : list_movable(loser.references, survivor.references))
    writer.write(*row, pointed_to(*row, survivor.customer.id));
  give_way(writer, survivor.contacts, loser.contacts, choice.primary_contact,
           {"is_primary", "is_billing"});
  give_way(writer, survivor.addresses, loser.addresses, choice.primary_addresses,
           {"is_primary", "is_shipping"});

  CustomerMerge merge{CustomerMergeId(Uuid::make_v7(clock, random))};
  merge.survivor = CustomerId(survivor.customer.id);
  merge.loser = CustomerId(loser.customer.id);
  merge.reason = choice.reason;
  merge.before = encode_merge_memory(writer.memory());
  if (!fits_merge_record(merge.before))
    return tl::unexpected(
        std::string("Too much points to this customer to be moved in one merge."));
  writer.changes().push_back(diff_rows(nullptr, to_row(merge)));
  return std::move(writer.changes());
}

}  // namespace cm
