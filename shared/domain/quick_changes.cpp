// From checked boxes to changes of the customer, its contact, its addresses and their links.
//
// Addresses, by what the boxes say (B billing, S shipping; "same" = one address with both flags):
//   same, was one address       → that address is changed, both uses follow
//   same, were two              → B gets the shipping flag; the old S loses it and stays
//   different, was one address  → the address stays B and loses the shipping flag; S is a new one
//   emptied                     → the address becomes inactive; nothing typed is deleted. One that other
//                                 parties are linked to as well stays as it is: only our link goes
#include <algorithm>

#include "shared/base/ensure.h"
#include "shared/domain/quick_entry.h"
#include "shared/domain/records/address.h"
#include "shared/domain/records/address_link.h"
#include "shared/domain/records/contact.h"
#include "shared/domain/records/contact_link.h"
#include "shared/domain/records/customer.h"
#include "shared/domain/rules/default_party.h"

namespace cm {
namespace {

constexpr std::int64_t kYes = 1;
constexpr std::int64_t kNo = 0;

void set_values(Row& row, const DraftPart& part) {
  for (const auto& [number, value] : part.values) row.values[number] = value;
}

class ChangeList {
 public:
  ChangeList(const DraftCheck& check, const CustomerSheet* existing, const Clock& clock,
             Random& random)
      : check_(check), existing_(existing), clock_(clock), random_(random) {}

  std::vector<Change> make() && {
    change_customer();
    change_contact();
    change_addresses();
    return std::move(changes_);
  }

 private:
  template <class T>
  Row new_row() {
    return to_row(T(decltype(T::id)(Uuid::make_v7(clock_, random_))));
  }

  // Says whether there was a difference.
  bool put(const Row* before, const Row& after) {
    Change change = diff_rows(before, after);
    if (change.fields.empty()) return false;
    changes_.push_back(std::move(change));
    return true;
  }

  void change_customer() {
    Row after = existing_ ? existing_->customer : new_row<Customer>();
    customer_id_ = after.id;
    set_values(after, check_.customer);
    const Row* before = existing_ ? &existing_->customer : nullptr;
    const bool new_gstin =
        before ? !(after.get("gstin") == before->get("gstin")) : !is_blank(after.get("gstin"));
    if (new_gstin) note_gstin_source(after);
    if (needs_reason(check_.to_confirm)) after.set("override_reason", check_.override_reason);
    put(before, after);
  }

  void note_gstin_source(Row& after) {
    const bool typed = !is_blank(after.get("gstin"));
    after.set("gstin_source",
              typed ? ValueCodec<GstinSource>::to_value(GstinSource::Typed) : Value{Blank{}});
    after.set("gstin_source_by",
              typed ? ValueCodec<std::string>::to_value(check_.typed_by) : Value{Blank{}});
    after.set("gstin_source_at", typed ? Value{clock_.now_ms()} : Value{Blank{}});
  }

  void change_contact() {
    const Row* before = existing_ && existing_->contact ? &*existing_->contact : nullptr;
    if (!check_.contact.filled) {
      if (before && box_has_value(*before)) retire(*before, {"is_primary"});
      return;
    }
    Row after = before ? *before : new_row<Contact>();
    set_values(after, check_.contact);
    if (!before || !diff_rows(before, after).fields.empty()) after.set("is_primary", kYes);
    put(before, after);
    if (!before) link<ContactLink>(after);
  }

  // A contact known only by its other phones shows nothing in the boxes; they empty nothing.
  bool box_has_value(const Row& contact) const {
    return std::any_of(check_.contact.values.begin(), check_.contact.values.end(),
                       [&](const auto& entry) { return !is_blank(contact.get(entry.first)); });
  }

  void retire(const Row& before, std::initializer_list<std::string_view> flags) {
    const auto shared = existing_->shared_links.find(before.id);
    if (shared != existing_->shared_links.end()) return unlink(shared->second);
    Row after = before;
    after.set("active", kNo);
    for (const std::string_view flag : flags) after.set(flag, kNo);
    put(&before, after);
  }

  void unlink(const std::vector<Row>& links) {
    for (const Row& link : links) {
      Change change(*link.type, link.id);
      change.kind = ChangeKind::Delete;
      change.base = link.versions;
      changes_.push_back(std::move(change));
    }
  }

  void change_addresses() {
    const Row* billing = existing_ && existing_->billing ? &*existing_->billing : nullptr;
    const Row* shipping = existing_ && existing_->shipping ? &*existing_->shipping : nullptr;
    const bool was_shared = existing_ && existing_->shares_address();
    const bool same = check_.shipping_same_as_billing;
    if (was_shared && !check_.billing.filled && !same && check_.shipping.filled) {
      keep_for_shipping_only(*billing);
      return;
    }
    change_billing(billing, was_shared, same);
    if (!same)
      change_shipping(was_shared ? nullptr : shipping);
    else if (shipping && !was_shared && check_.billing.filled)
      drop_shipping_flag(*shipping);
  }

  void change_billing(const Row* before, bool was_shared, bool same) {
    if (!check_.billing.filled) {
      if (before) retire(*before, {"is_primary", "is_shipping"});
      return;
    }
    Row after = before ? *before : new_address(AddressType::Billing);
    set_values(after, check_.billing);
    if (was_shared != same || !before) after.set("is_shipping", same ? kYes : kNo);
    if (was_shared && !same) stop_being_typed_shipping(after);
    if (!before || !diff_rows(before, after).fields.empty()) after.set("is_primary", kYes);
    put(before, after);
    if (!before) link<AddressLink>(after);
  }

  void change_shipping(const Row* before) {
    if (!check_.shipping.filled) {
      if (before) retire(*before, {"is_primary", "is_shipping"});
      return;
    }
    Row after = before ? *before : new_address(AddressType::Shipping);
    set_values(after, check_.shipping);
    if (!before || !diff_rows(before, after).fields.empty()) after.set("is_shipping", kYes);
    put(before, after);
    if (!before) link<AddressLink>(after);
  }

  // The one address that served both stays where goods go; there is no billing address any more.
  void keep_for_shipping_only(const Row& before) {
    Row after = before;
    set_values(after, check_.shipping);
    after.set("is_primary", kNo);
    after.set("is_shipping", kYes);
    after.set("address_type", ValueCodec<AddressType>::to_value(AddressType::Shipping));
    put(&before, after);
  }

  void drop_shipping_flag(const Row& before) {
    Row after = before;
    after.set("is_shipping", kNo);
    put(&before, after);
  }

  void stop_being_typed_shipping(Row& address) {
    const Value shipping = ValueCodec<AddressType>::to_value(AddressType::Shipping);
    if (address.get("address_type") == shipping) {
      address.set("address_type", ValueCodec<AddressType>::to_value(AddressType::Billing));
    }
  }

  Row new_address(AddressType type) {
    Row row = new_row<Address>();
    row.set("address_type", ValueCodec<AddressType>::to_value(type));
    return row;
  }

  template <class Link>
  void link(const Row& to) {
    Row row = new_row<Link>();
    row.set(to.type->table(), to.id);
    row.set("party_kind", ValueCodec<PartyKind>::to_value(PartyKind::Customer));
    row.set("party", *customer_id_);
    put(nullptr, row);
  }

  const DraftCheck& check_;
  const CustomerSheet* existing_;
  const Clock& clock_;
  Random& random_;
  std::optional<RecordId> customer_id_;
  std::vector<Change> changes_;
};

void apply(const Change& change, Row& row) {
  for (const FieldValue& field : change.fields) row.values[field.field] = field.value;
}

// The rows of one type as they are after the changes; new ones at the end.
std::vector<Row> rows_after(std::vector<Row> rows, const RecordType& type,
                            std::span<const Change> changes) {
  for (const Change& change : changes) {
    if (change.type != &type) continue;
    auto found =
        std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.id == change.id; });
    if (found == rows.end()) found = rows.insert(rows.end(), Row(type, change.id));
    apply(change, *found);
  }
  return rows;
}

// Without the parts whose links to this customer are deleted.
void drop_unlinked(std::vector<Row>& rows, const CustomerSheet* existing,
                   std::span<const Change> changes) {
  if (!existing) return;
  const auto is_deleted = [&](const Row& link) {
    return std::any_of(changes.begin(), changes.end(), [&](const Change& change) {
      return change.id == link.id && change.kind == ChangeKind::Delete;
    });
  };
  std::erase_if(rows, [&](const Row& row) {
    const auto links = existing->shared_links.find(row.id);
    return links != existing->shared_links.end() &&
           std::all_of(links->second.begin(), links->second.end(), is_deleted);
  });
}

std::optional<Row> copy_of(const Row* row) {
  return row ? std::optional(*row) : std::nullopt;
}

}  // namespace

std::vector<Change> changes_of(const DraftCheck& check, const CustomerSheet* existing,
                               const Clock& clock, Random& random) {
  ENSURE(!check.has_errors(), "a draft with errors is not saved");
  return ChangeList(check, existing, clock, random).make();
}

CustomerSheet sheet_after(const CustomerSheet* existing, std::span<const Change> changes) {
  std::vector<Row> customers, contacts, addresses;
  if (existing) {
    customers.push_back(existing->customer);
    if (existing->contact) contacts.push_back(*existing->contact);
    if (existing->billing) addresses.push_back(*existing->billing);
    if (existing->shipping && !existing->shares_address()) addresses.push_back(*existing->shipping);
  }
  customers = rows_after(std::move(customers), record_type_of<Customer>(), changes);
  contacts = rows_after(std::move(contacts), record_type_of<Contact>(), changes);
  addresses = rows_after(std::move(addresses), record_type_of<Address>(), changes);
  ENSURE(customers.size() == 1, "a sheet is of one customer");
  drop_unlinked(contacts, existing, changes);
  drop_unlinked(addresses, existing, changes);
  return {customers.front(), copy_of(choose_default(DefaultOf::PrimaryContact, contacts)),
          copy_of(choose_default(DefaultOf::BillingAddress, addresses)),
          copy_of(choose_default(DefaultOf::ShippingAddress, addresses)),
          existing ? existing->shared_links : std::map<RecordId, std::vector<Row>>()};
}

}  // namespace cm
