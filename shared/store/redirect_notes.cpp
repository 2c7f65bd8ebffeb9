#include "shared/store/redirect_notes.h"

#include <algorithm>
#include <array>

#include "shared/domain/acts/merge_customers.h"
#include "shared/domain/acts/party_references.h"
#include "shared/domain/records/customer.h"
#include "shared/domain/records/customer_merge.h"
#include "shared/store/record_table.h"
#include "shared/store/statement.h"

namespace cm {
namespace {

constexpr std::string_view kIsMerged =
    "SELECT 1 FROM customer WHERE id = ? AND merged_into IS NOT NULL";

Dot base_of(const Operation& op, FieldNumber lead) {
  const auto found = op.base.find(lead);
  return found == op.base.end() ? Dot{} : found->second;
}

}  // namespace

bool RedirectNotes::is_merged(const RecordId& customer) const {
  Statement statement(database_, kIsMerged);
  return statement.bind(customer).step();
}

// Such an operation names in its base all that its author saw of the customer (merge_customers); a
// shorter one does not tell what came late.
bool RedirectNotes::merges_away(const Operation& op) const {
  const FieldNumber field = record_type_of<Customer>().get_field("merged_into").number;
  return std::any_of(op.fields.begin(), op.fields.end(), [&](const FieldValue& value) {
    return value.field == field && std::holds_alternative<Uuid>(value.value);
  });
}

void RedirectNotes::note_row(const RecordType& type, const RecordId& id, std::int64_t n) {
  if (&type == &record_type_of<CustomerMerge>()) merges_.insert(id);
  const PartyReference* reference = find_party_reference(type.table());
  if (!reference) return;
  const std::array field = {type.get_field(reference->field).number};
  for (const FieldValue& value : RecordTable(database_, type).read_fields(n, field)) {
    const auto* customer = std::get_if<Uuid>(&value.value);
    if (customer && is_merged(*customer)) merged_.insert(*customer);
  }
}

void RedirectNotes::note_customer(const Operation& op, const Dot& dot, const VersionSet& before,
                                  const VersionSet& after) {
  if (!is_merged(op.id)) return;
  merged_.insert(op.id);
  const RecordType& type = record_type_of<Customer>();
  const bool merges = merges_away(op);
  if (merges && op.base.size() <= 2) return;
  for (const VersionSet::Entry& unit : (merges ? before : after).entries()) {
    const Field* field = type.find_field(unit.lead);
    if (!field || stays_with_record(field->name)) continue;
    const bool late = merges ? base_of(op, unit.lead) != unit.version.dot : unit.version.dot == dot;
    if (late) late_edits_.push_back({op.id, unit.lead});
  }
}

}  // namespace cm
