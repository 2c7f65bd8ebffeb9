#include "shared/domain/exchange/customer_rows.h"

#include <algorithm>

#include "shared/base/utf8.h"
#include "shared/domain/exchange/further_fields.h"
#include "shared/domain/records/customer.h"

namespace cm {
namespace {

constexpr std::string_view kImportReason = "import";

bool is_shipping_box(std::string_view name) {
  const QuickField* quick = find_quick_field(name);
  return quick && quick->part == QuickPart::Shipping;
}

// The billing box that stands across from a shipping box.
std::string billing_box(std::string_view shipping_box) {
  return std::string(
      find_quick_field(QuickPart::Billing, find_quick_field(shipping_box)->field)->name);
}

// The row over what stands. A blank cell leaves what stands.
QuickDraft draft_of_row(const CellsByField& cells, const CustomerSheet* existing) {
  QuickDraft draft = draft_of(existing);
  draft.override_reason = kImportReason;
  for (const auto& [box, text] : cells) {
    if (!clean_text(text).empty() && find_quick_field(box)) draft.text[box] = text;
  }
  if (!draft.shipping_same_as_billing) return draft;
  // One address stands for both. A shipping cell that says something else than its billing cell
  // parts them.
  for (const auto& [box, text] : cells) {
    if (!is_shipping_box(box) || clean_text(text).empty()) continue;
    if (clean_text(text) != clean_text(draft.text[billing_box(box)]))
      draft.shipping_same_as_billing = false;
  }
  return draft;
}

void add(Findings& to, const Findings& from) {
  to.insert(to.end(), from.begin(), from.end());
}

}  // namespace

RowReading CustomerRows::read(const CellsByField& cells) {
  RowReading reading;
  CustomerMatch match = match_customer(cells, directories_.customers, memory_, rules_.match_by);
  reading.findings = std::move(match.findings);
  existing_ = std::move(match.sheet);
  if (has_grade(reading.findings, Grade::Error)) return reading;
  const CustomerSheet* existing = existing_ ? &*existing_ : nullptr;
  if (existing && rules_.mode == ImportMode::Insert) {
    reading.findings.push_back(make_finding(FindingCode::RowExists, ""));
    reading.outcome = Outcome::Unchanged;
    return reading;
  }
  if (!existing && rules_.mode == ImportMode::Update) {
    reading.findings.push_back(make_finding(FindingCode::RowNotFound, ""));
    return reading;
  }
  QuickDraft draft = draft_of_row(cells, existing);
  draft.typed_by = rules_.typed_by;
  make_changes(cells, draft, existing, reading);
  return reading;
}

void CustomerRows::make_changes(const CellsByField& cells, const QuickDraft& draft,
                                const CustomerSheet* existing, RowReading& reading) const {
  const DraftCheck check = check_draft(draft, existing);
  add(reading.findings, check.findings);
  const FurtherFields further(cells, existing, directories_, reading.findings);
  if (has_grade(reading.findings, Grade::Error)) return;
  reading.changes = changes_of(check, existing, clock_, random_);
  further.add_to(reading.changes, existing, reading.findings);
  if (has_grade(reading.findings, Grade::Error)) {
    reading.changes.clear();
    return;
  }
  reading.outcome = reading.changes.empty() ? Outcome::Unchanged
                    : existing              ? Outcome::Update
                                            : Outcome::New;
}

void CustomerRows::remember(const std::vector<Change>& changes) {
  memory_.remember(sheet_after(existing_ ? &*existing_ : nullptr, changes));
}

}  // namespace cm
