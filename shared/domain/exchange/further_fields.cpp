#include "shared/domain/exchange/further_fields.h"

#include <algorithm>
#include <optional>

#include "shared/base/utf8.h"
#include "shared/domain/exchange/link_text.h"
#include "shared/domain/field_text.h"
#include "shared/domain/finding_catalogue.h"
#include "shared/domain/records/address.h"
#include "shared/domain/records/customer.h"
#include "shared/domain/rules/check_customer.h"

namespace cm {
namespace {

Row* part_of(CustomerSheet& sheet, QuickPart part) {
  const auto present = [](std::optional<Row>& row) { return row ? &*row : nullptr; };
  switch (part) {
    case QuickPart::Contact:
      return present(sheet.contact);
    case QuickPart::Billing:
      return present(sheet.billing);
    case QuickPart::Shipping:
      return present(sheet.shipping);
    case QuickPart::Customer:
      break;
  }
  return &sheet.customer;
}

const Row* part_of(const CustomerSheet* sheet, QuickPart part) {
  return sheet ? part_of(const_cast<CustomerSheet&>(*sheet), part) : nullptr;
}

// The row as it stands stored: its part of the sheet may have changed its place.
const Row* stored_row(const CustomerSheet* existing, const RecordId& id) {
  for (const QuickPart part :
       {QuickPart::Customer, QuickPart::Contact, QuickPart::Billing, QuickPart::Shipping}) {
    const Row* row = part_of(existing, part);
    if (row && row->id == id) return row;
  }
  return nullptr;
}

// Before the links that point to it.
void put_change(std::vector<Change>& changes, Change change, bool first) {
  const auto same = std::find_if(changes.begin(), changes.end(),
                                 [&](const Change& each) { return each.id == change.id; });
  if (same != changes.end())
    *same = std::move(change);
  else if (!change.fields.empty())
    changes.insert(first ? changes.begin() : changes.end(), std::move(change));
}

Findings check(const CustomerSheet& sheet) {
  CustomerContext context;
  if (sheet.billing) context.billing_state = from_row<Address>(*sheet.billing).record.state;
  return check_customer(from_row<Customer>(sheet.customer).record, context);
}

}  // namespace

FurtherFields::FurtherFields(const CellsByField& cells, const CustomerSheet* existing,
                             const Directories& directories, Findings& findings) {
  const RecordType& type = record_type_of<Customer>();
  for (const auto& [name, text] : cells) {
    const ExchangeField* field = find_exchange_field(type, name);
    if (!field || field->use != FieldUse::Value || clean_text(text).empty()) continue;
    const Row* row = part_of(existing, field->part);
    const bool link = field->field->kind == FieldKind::Link;
    if (row) {  // what stands is not read anew, so that what no longer parses stays as it is
      const Value& stands = row->get(field->field->number);
      const std::string shown = link ? link_text(field->field->link_table, stands, directories)
                                     : format_field(*field->field, stands);
      if (clean_text(text) == clean_text(shown)) continue;
    }
    Field column = *field->field;
    column.name = field->name;
    column.label = field->label;
    if (link) {
      const LinkFound found = find_link(column, column.link_table, text, directories);
      findings.insert(findings.end(), found.findings.begin(), found.findings.end());
      if (found.id) typed_.push_back({field, *found.id});
      continue;
    }
    FieldParse parsed = parse_field(column, text);
    findings.insert(findings.end(), parsed.findings.begin(), parsed.findings.end());
    typed_.push_back({field, std::move(parsed.value)});
  }
}

void FurtherFields::add_to(std::vector<Change>& changes, const CustomerSheet* existing,
                           Findings& findings) const {
  if (typed_.empty()) return;
  CustomerSheet sheet = changes.empty() && existing ? *existing : sheet_after(existing, changes);
  const Findings before = check(sheet);
  for (const Typed& typed : typed_) {
    Row* row = part_of(sheet, typed.field->part);
    if (!row) {
      findings.push_back(
          make_finding(FindingCode::RowPartMissing, typed.field->name, {typed.field->label}));
      continue;
    }
    row->values[typed.field->field->number] = typed.value;
    const Row* stored = stored_row(existing, row->id);
    put_change(changes, diff_rows(stored, *row), typed.field->part == QuickPart::Customer);
    // One address for both uses follows both columns.
    if (sheet.shares_address() && typed.field->part == QuickPart::Billing) sheet.shipping = *row;
    if (sheet.shares_address() && typed.field->part == QuickPart::Shipping) sheet.billing = *row;
  }
  std::erase_if(changes, [](const Change& change) {
    return change.kind == ChangeKind::Put && change.fields.empty();
  });
  const auto contains = [](const Findings& all, const Finding& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
  };
  const Findings after = check(sheet);
  std::erase_if(findings, [&](const Finding& each) {
    return contains(before, each) && !contains(after, each);
  });
  for (const Finding& each : after) {
    if (!contains(before, each)) findings.push_back(each);
  }
}

}  // namespace cm
