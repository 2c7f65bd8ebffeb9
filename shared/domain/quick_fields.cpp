// The table of the one-page form.
#include <algorithm>

#include "shared/base/ensure.h"
#include "shared/domain/quick_entry.h"
#include "shared/domain/records/address.h"
#include "shared/domain/records/contact.h"
#include "shared/domain/records/customer.h"

namespace cm {
namespace {

constexpr std::string_view kIdentity = "Identity and Contact";
constexpr std::string_view kBilling = "Billing Address";
constexpr std::string_view kShipping = "Shipping Address";
constexpr std::string_view kCredit = "Credit and Payment Terms";
constexpr std::string_view kOther = "Other";

constexpr QuickField kQuickFields[] = {
    {"name", "Name", kIdentity, QuickPart::Customer, "name"},
    {"customer_type", "Customer Type", kIdentity, QuickPart::Customer, "customer_type"},
    {"gstin", "GSTIN", kIdentity, QuickPart::Customer, "gstin"},
    {"pan", "PAN", kIdentity, QuickPart::Customer, "pan"},
    {"email", "Email", kIdentity, QuickPart::Contact, "email"},
    {"phone", "Phone", kIdentity, QuickPart::Contact, "phone"},
    {"contact_person", "Contact Person", kIdentity, QuickPart::Contact, "name"},
    {"billing_address", "Billing Address", kBilling, QuickPart::Billing, "line1"},
    {"billing_city", "Billing City", kBilling, QuickPart::Billing, "city"},
    {"billing_state", "Billing State", kBilling, QuickPart::Billing, "state"},
    {"billing_pincode", "Billing Pincode", kBilling, QuickPart::Billing, "pincode"},
    {"shipping_address", "Shipping Address", kShipping, QuickPart::Shipping, "line1"},
    {"shipping_city", "Shipping City", kShipping, QuickPart::Shipping, "city"},
    {"shipping_state", "Shipping State", kShipping, QuickPart::Shipping, "state"},
    {"shipping_pincode", "Shipping Pincode", kShipping, QuickPart::Shipping, "pincode"},
    {"credit_limit", "Credit Limit", kCredit, QuickPart::Customer, "credit_limit"},
    {"credit_days", "Credit Days", kCredit, QuickPart::Customer, "credit_days"},
    {"payment_terms", "Payment Terms", kCredit, QuickPart::Customer, "payment_terms"},
    {"notes", "Notes", kOther, QuickPart::Customer, "notes"},
    {"active", "Active", kOther, QuickPart::Customer, "active"},
};

const RecordType& type_of(QuickPart part) {
  switch (part) {
    case QuickPart::Contact:
      return record_type_of<Contact>();
    case QuickPart::Billing:
    case QuickPart::Shipping:
      return record_type_of<Address>();
    case QuickPart::Customer:
      break;
  }
  return record_type_of<Customer>();
}

}  // namespace

std::span<const QuickField> quick_fields() {
  return kQuickFields;
}

const QuickField* find_quick_field(std::string_view name) {
  const auto found = std::find_if(std::begin(kQuickFields), std::end(kQuickFields),
                                  [&](const QuickField& quick) { return quick.name == name; });
  return found == std::end(kQuickFields) ? nullptr : found;
}

const QuickField* find_quick_field(QuickPart part, std::string_view field) {
  const auto found = std::find_if(
      std::begin(kQuickFields), std::end(kQuickFields),
      [&](const QuickField& quick) { return quick.part == part && quick.field == field; });
  return found == std::end(kQuickFields) ? nullptr : found;
}

const Field& field_of(const QuickField& quick) {
  return type_of(quick.part).get_field(quick.field);
}

}  // namespace cm
