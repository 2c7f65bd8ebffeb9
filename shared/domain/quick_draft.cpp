// From the sheet to the boxes, and from the boxes to values and findings.
#include <algorithm>

#include "shared/base/utf8.h"
#include "shared/domain/field_text.h"
#include "shared/domain/finding_catalogue.h"
#include "shared/domain/quick_entry.h"
#include "shared/domain/quick_street.h"
#include "shared/domain/records/address.h"
#include "shared/domain/records/customer.h"
#include "shared/domain/rules/check_address.h"
#include "shared/domain/rules/check_customer.h"
#include "shared/domain/rules/fill_from_gstin.h"

namespace cm {
namespace {

const Row* row_of(const CustomerSheet* sheet, QuickPart part) {
  if (!sheet) return nullptr;
  const auto present = [](const std::optional<Row>& row) { return row ? &*row : nullptr; };
  switch (part) {
    case QuickPart::Contact:
      return present(sheet->contact);
    case QuickPart::Billing:
      return present(sheet->billing);
    case QuickPart::Shipping:
      return present(sheet->shipping);
    case QuickPart::Customer:
      break;
  }
  return &sheet->customer;
}

bool is_street(const QuickField& quick) {
  return quick.field == "line1";
}

std::string stored_text(const Row& row, std::string_view field) {
  return format_field(row.type->get_field(field), row.get(field));
}

StreetLines street_of(const Row* row) {
  return row ? StreetLines{stored_text(*row, "line1"), stored_text(*row, "line2")} : StreetLines{};
}

std::string box_text(const QuickField& quick, const Row& row) {
  return is_street(quick) ? join_street(street_of(&row)) : stored_text(row, quick.field);
}

std::string_view text_in(const QuickDraft& draft, std::string_view name) {
  const auto found = draft.text.find(std::string(name));
  return found == draft.text.end() ? std::string_view() : std::string_view(found->second);
}

DraftPart& part_of(DraftCheck& check, QuickPart part) {
  switch (part) {
    case QuickPart::Contact:
      return check.contact;
    case QuickPart::Billing:
      return check.billing;
    case QuickPart::Shipping:
      return check.shipping;
    case QuickPart::Customer:
      break;
  }
  return check.customer;
}

// The box's field under the box's name and label, so that findings speak of the form.
Field as_box(const QuickField& quick, const Field& field) {
  Field box = field;
  box.name = quick.name;
  box.label = quick.label;
  return box;
}

void add(Findings& to, const Findings& from) {
  to.insert(to.end(), from.begin(), from.end());
}

void parse_street(const QuickField& quick, std::string_view text, const Row* row, DraftPart& part,
                  Findings& findings) {
  const RecordType& type = record_type_of<Address>();
  const StreetLines lines = split_street(text, street_of(row));
  for (const auto& [name, line] :
       {std::pair("line1", lines.line1), std::pair("line2", lines.line2)}) {
    const Field& field = type.get_field(name);
    FieldParse parsed = parse_field(as_box(quick, field), line);
    part.values[field.number] = std::move(parsed.value);
    add(findings, parsed.findings);
  }
}

void parse_box(const QuickField& quick, std::string_view text, const Row* row, DraftPart& part,
               Findings& findings) {
  if (!clean_text(text).empty()) part.filled = true;
  if (is_street(quick)) {
    parse_street(quick, text, row, part, findings);
    return;
  }
  const Field& field = field_of(quick);
  FieldParse parsed = parse_field(as_box(quick, field), text);
  // Yes or No, or as it stands: a flag is never blank.
  if (field.kind == FieldKind::Boolean && is_blank(parsed.value)) {
    add(findings, parsed.findings);
    return;
  }
  // An untouched box keeps what is stored, even what no longer parses.
  const bool untouched = row && text == box_text(quick, *row);
  part.values[field.number] = untouched ? row->get(field.number) : std::move(parsed.value);
  add(findings, parsed.findings);
}

bool same_values(const DraftPart& a, const DraftPart& b) {
  return a.filled && b.filled && a.values == b.values;
}

// Text typed twice means "same as billing", unless two addresses already stand there: those are
// brought together only by the tick.
void decide_sharing(const QuickDraft& draft, const CustomerSheet* existing,
                    const Findings& of_shipping, DraftCheck& check) {
  const bool two_stand = existing && existing->shipping && !existing->shares_address();
  const bool typed_twice =
      same_values(check.billing, check.shipping) && !has_grade(of_shipping, Grade::Error);
  check.shipping_same_as_billing = draft.shipping_same_as_billing || (typed_twice && !two_stand);
}

template <class T>
T record_with(const Row* existing, const DraftPart& part) {
  Row row = existing ? *existing : Row(record_type_of<T>(), Uuid::from_bytes({}));
  for (const auto& [number, value] : part.values) row.values[number] = value;
  return from_row<T>(row).record;
}

// The rules speak of fields; the form has boxes.
void add_renamed(Findings& to, Findings from, QuickPart part) {
  for (Finding& finding : from) {
    if (const QuickField* quick = find_quick_field(part, finding.field))
      finding.field = quick->name;
    to.push_back(std::move(finding));
  }
}

bool has_error_at(const Findings& findings, std::string_view box) {
  return std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
    return finding.field == box && finding.grade == Grade::Error;
  });
}

// True when the draft brings in another GSTIN or PAN: only then does the number fill other fields,
// so that a save without an edit changes nothing.
bool changes_tax_numbers(const CustomerSheet* existing, const DraftCheck& check) {
  if (!existing) return true;
  const RecordType& type = record_type_of<Customer>();
  for (const std::string_view name : {"gstin", "pan"}) {
    const FieldNumber number = type.get_field(name).number;
    const auto value = check.customer.values.find(number);
    if (value != check.customer.values.end() && !(value->second == existing->customer.get(number)))
      return true;
  }
  return false;
}

void fill_tax_fields(const CustomerSheet* existing, Customer& customer, DraftCheck& check) {
  if (!changes_tax_numbers(existing, check)) return;
  const RecordType& type = record_type_of<Customer>();
  const FieldNumber pan = type.get_field("pan").number;
  if (is_blank(check.customer.values[pan]) && !has_error_at(check.findings, "pan")) {
    add(check.findings, fill_from_gstin(customer));
    check.customer.values[pan] = to_row(customer).get(pan);
  }
  const FieldNumber category = type.get_field("gst_category").number;
  if (customer.gstin && !customer.gst_category) {
    customer.gst_category = guess_gst_category(*customer.gstin);
    if (customer.gst_category) check.customer.values[category] = to_row(customer).get(category);
  }
}

std::optional<StateCode> check_addresses(const CustomerSheet* existing, DraftCheck& check) {
  std::optional<StateCode> billing_state;
  if (check.billing.filled) {
    const auto billing = record_with<Address>(row_of(existing, QuickPart::Billing), check.billing);
    billing_state = billing.state;
    add_renamed(check.findings, check_address(billing), QuickPart::Billing);
  }
  if (check.shipping.filled && !check.shipping_same_as_billing) {
    const auto shipping =
        record_with<Address>(row_of(existing, QuickPart::Shipping), check.shipping);
    add_renamed(check.findings, check_address(shipping), QuickPart::Shipping);
  }
  return billing_state;
}

void check_across(const CustomerSheet* existing, DraftCheck& check) {
  const CustomerContext context{check_addresses(existing, check)};
  auto customer = record_with<Customer>(row_of(existing, QuickPart::Customer), check.customer);
  fill_tax_fields(existing, customer, check);
  for (Finding& finding : check_customer(customer, context)) {
    // A GSTIN that does not parse is not missing.
    if (finding.code == finding_kind(FindingCode::GstinMissing).name &&
        has_error_at(check.findings, "gstin"))
      continue;
    if (finding.field == "state") finding.field = "billing_state";
    // The form has no box for the category: what is wrong with it is shown at the number.
    if (finding.field == "gst_category") finding.field = "gstin";
    check.findings.push_back(std::move(finding));
  }
}

DraftCheck parse_and_check(const QuickDraft& draft, const CustomerSheet* existing) {
  DraftCheck check;
  Findings of_shipping;
  for (const QuickField& quick : quick_fields()) {
    Findings& findings = quick.part == QuickPart::Shipping ? of_shipping : check.findings;
    const Row* row = row_of(existing, quick.part);
    parse_box(quick, text_in(draft, quick.name), row, part_of(check, quick.part), findings);
  }
  decide_sharing(draft, existing, of_shipping, check);
  if (!check.shipping_same_as_billing) add(check.findings, of_shipping);
  check_across(existing, check);
  return check;
}

// In the order of the form; within a box the gravest first.
void sort_for_form(Findings& findings) {
  const auto place = [](const Finding& finding) {
    const QuickField* quick = find_quick_field(finding.field);
    return quick ? static_cast<std::size_t>(quick - quick_fields().data()) : quick_fields().size();
  };
  std::stable_sort(findings.begin(), findings.end(), [&](const Finding& a, const Finding& b) {
    if (a.field != b.field) return place(a) < place(b);
    return a.grade > b.grade;
  });
}

}  // namespace

QuickDraft draft_of(const CustomerSheet* existing) {
  QuickDraft draft;
  if (!existing) {
    draft.text["active"] = "Yes";
    return draft;
  }
  for (const QuickField& quick : quick_fields()) {
    const Row* row = row_of(existing, quick.part);
    const std::string text = row ? box_text(quick, *row) : std::string();
    if (!text.empty()) draft.text[std::string(quick.name)] = text;
  }
  draft.shipping_same_as_billing = existing->shares_address();
  return draft;
}

DraftCheck check_draft(const QuickDraft& draft, const CustomerSheet* existing) {
  DraftCheck check = parse_and_check(draft, existing);
  const FieldParse reason =
      parse_field(record_type_of<Customer>().get_field("override_reason"), draft.override_reason);
  add(check.findings, reason.findings);
  sort_for_form(check.findings);
  if (const auto* text = std::get_if<std::string>(&reason.value)) check.override_reason = *text;
  check.typed_by = draft.typed_by;
  // What is warned about already stands in the master: it was accepted when it came in.
  const Findings known =
      existing ? parse_and_check(draft_of(existing), existing).findings : Findings{};
  for (const Finding& finding : check.findings) {
    const bool is_known = std::find(known.begin(), known.end(), finding) != known.end();
    if (finding.grade == Grade::Warning && !is_known) check.to_confirm.push_back(finding);
  }
  return check;
}

bool DraftCheck::lacks_reason() const {
  return needs_reason(to_confirm) && override_reason.empty();
}

}  // namespace cm
