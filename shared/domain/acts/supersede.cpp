#include "shared/domain/acts/supersede.h"

#include <algorithm>

#include "shared/base/utf8.h"
#include "shared/domain/acts/merge_customers.h"
#include "shared/domain/acts/party_references.h"
#include "shared/domain/rules/row_values.h"

namespace cm {
namespace {

std::string why_not(const Row& old, const SupersedeChoice& choice) {
  if (old.deleted) return "A deleted customer needs no new record.";
  if (!is_blank(old.get("merged_into")))
    return "This customer was merged into another. Make the new record from that one.";
  if (!is_blank(old.get("superseded_by")))
    return "There is a new record for this customer already.";
  if (clean_text(choice.reason).empty()) return "Say why the customer needs a new record.";
  const bool changes =
      std::any_of(choice.changed.begin(), choice.changed.end(),
                  [&](const FieldValue& value) { return !(old.get(value.field) == value.value); });
  return changes ? std::string()
                 : std::string("Nothing has changed. Change the name or the GSTIN first.");
}

bool may_be_copied(const Row& row, FieldNumber number) {
  const Field* field = row.type->find_field(number);
  return field && !field->server_only && !stays_with_record(field->name);
}

Row new_record(const Row& old, const SupersedeChoice& choice, const RecordId& id) {
  Row made(*old.type, id);
  for (const std::string_view always : {"name", "customer_type"}) made.set(always, old.get(always));
  for (const FieldNumber number : choice.copied) {
    if (may_be_copied(old, number)) made.values[number] = old.get(number);
  }
  for (const FieldValue& value : choice.changed) {
    if (may_be_copied(old, value.field)) made.values[value.field] = value.value;
  }
  made.set("active", std::int64_t{1});
  made.set("supersedes", old.id);
  made.set("supersede_reason", clean_text(choice.reason));
  made.set("supersede_date", std::string(choice.date.text()));
  return made;
}

// The same contact or address, linked to the new record too.
Row link_to(const Row& link, const RecordId& customer, const RecordId& id) {
  Row made(*link.type, id);
  made.values = link.values;
  return pointed_to(made, customer);
}

bool is_shared(const Row& reference, const SupersedeChoice& choice) {
  if (reference.deleted) return false;
  if (reference.type->table() == "contact_link") return choice.share_contacts;
  return reference.type->table() == "address_link" && choice.share_addresses;
}

}  // namespace

tl::expected<std::vector<Change>, std::string> supersede(const CustomerHolding& old,
                                                         const SupersedeChoice& choice,
                                                         const Clock& clock, Random& random) {
  if (std::string why = why_not(old.customer, choice); !why.empty())
    return tl::unexpected(std::move(why));
  const RecordId id = Uuid::make_v7(clock, random);
  std::vector<Change> changes = {diff_rows(nullptr, new_record(old.customer, choice, id))};
  for (const Row& reference : old.references) {
    if (is_shared(reference, choice))
      changes.push_back(diff_rows(nullptr, link_to(reference, id, Uuid::make_v7(clock, random))));
  }
  Row superseded = old.customer;
  superseded.set("superseded_by", id);
  superseded.set("active", std::int64_t{0});
  superseded.set("inactive_reason", "A new record stands for it: " + clean_text(choice.reason));
  changes.push_back(diff_rows(&old.customer, superseded));
  return changes;
}

}  // namespace cm
