// The one-page customer form (the seeds' customer master): it reads and writes the customer, its
// primary contact, its billing address and its shipping address. One table says which box is which
// field; form, import and export all follow from it.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "shared/record/change.h"
#include "shared/record/finding.h"
#include "shared/record/row.h"

namespace cm {

enum class QuickPart { Customer, Contact, Billing, Shipping };

struct QuickField {
  std::string_view name;     // "billing_pincode": of the box, its findings and draft text
  std::string_view label;    // "Billing Pincode": on the form and in the file's header
  std::string_view section;  // heading on the form
  QuickPart part;
  std::string_view field;    // SQL name in the part's record; a street box stands for line1 and line2
};

// In the order of the form and of the exchange file.
std::span<const QuickField> quick_fields();
const QuickField* find_quick_field(std::string_view name);  // null when unknown
const QuickField* find_quick_field(QuickPart part, std::string_view field);  // the box of a field, or null
const Field& field_of(const QuickField& quick);             // its field table line

// A customer with its parts, as stored. A shared address stands in both billing and shipping.
struct CustomerSheet {
  Row customer;
  std::optional<Row> contact;
  std::optional<Row> billing;
  std::optional<Row> shipping;
  // This customer's links to those of its parts that belong to other parties as well, by part: emptying
  // the boxes takes such a part from this customer only.
  std::map<RecordId, std::vector<Row>> shared_links = {};
  bool shares_address() const { return billing && shipping && billing->id == shipping->id; }
};

// What stands in the boxes.
struct QuickDraft {
  std::map<std::string, std::string> text;  // by QuickField::name; absent = empty
  bool shipping_same_as_billing = false;    // then the shipping boxes are not read
  std::string override_reason;              // why warnings about identity or tax are accepted
  std::string typed_by;                     // sign-in name, kept as source of a typed GSTIN; may be empty
  friend bool operator==(const QuickDraft&, const QuickDraft&) = default;
};

// Null = a new customer: Active is Yes, everything else empty.
QuickDraft draft_of(const CustomerSheet* existing);

// The boxes parsed: per part the values by field number (Blank = emptied).
struct DraftPart {
  std::map<FieldNumber, Value> values;
  bool filled = false;  // some box of the part has text
};

struct DraftCheck {
  Findings findings;    // all of them; `field` is the QuickField name
  Findings to_confirm;  // the warnings that this draft brings in: those about boxes that it changes
  DraftPart customer, contact, billing, shipping;
  bool shipping_same_as_billing = false;
  std::string override_reason;
  std::string typed_by;
  bool has_errors() const { return has_grade(findings, Grade::Error); }  // then it cannot be saved
  // Some of to_confirm needs a reason and the draft has none.
  bool lacks_reason() const;
};

// Null `existing` = a new customer. Shipping text equal to the billing text counts as "same".
DraftCheck check_draft(const QuickDraft& draft, const CustomerSheet* existing);

// What a save of the draft changes, in an order in which links point backwards; only what differs;
// empty = unchanged. Ids and the GSTIN's time stamp come from `clock` and `random`. The check must have no errors.
std::vector<Change> changes_of(const DraftCheck& check, const CustomerSheet* existing, const Clock& clock,
                               Random& random);

// The sheet as it will be stored once the changes are written (versions and stamps are not set).
CustomerSheet sheet_after(const CustomerSheet* existing, std::span<const Change> changes);

}  // namespace cm
