#include "shared/domain/acts/bulk_edit.h"

#include <algorithm>
#include <array>

#include "shared/domain/acts/record_changes.h"
#include "shared/domain/list_filters.h"
#include "shared/domain/record_draft.h"
#include "shared/domain/record_title.h"

namespace cm {
namespace {

constexpr std::array<std::string_view, 9> kOneOfAKind = {
    "walk_in",      "is_primary", "is_billing",       "is_shipping",   "gstin_source_by",
    "gstin_source", "party_kind", "supersede_reason", "supersede_date"};

bool has_bulk_kind(const Field& field) {
  switch (field.kind) {
    case FieldKind::Gstin:
    case FieldKind::Pan:
    case FieldKind::Phone:
    case FieldKind::Email:
    case FieldKind::PhoneList:
    case FieldKind::EmailList:
    case FieldKind::Timestamp:
      return false;
    case FieldKind::Link:
      return is_short_list(field.link_table);
    default:
      return true;
  }
}

Findings only(Findings findings, Grade grade) {
  std::erase_if(findings, [&](const Finding& finding) { return finding.grade != grade; });
  return findings;
}

}  // namespace

bool is_bulk_field(const RecordType& type, const Field& field) {
  if (!is_on_form(field) || &field == find_title_field(type) || field.name == "code") return false;
  if (std::find(kOneOfAKind.begin(), kOneOfAKind.end(), field.name) != kOneOfAKind.end())
    return false;
  return has_bulk_kind(field);
}

BulkCheck check_bulk_edit(const BulkEdit& edit, const Row& before, const RecordLookup& records) {
  RecordDraft draft = draft_of_record(before);
  draft.text[std::string(edit.field->name)] = edit.text;
  draft.override_reason = edit.override_reason;
  RecordCheck checked = check_record_draft(draft, before, records);
  BulkCheck bulk;
  bulk.after = checked.row.get(edit.field->number);
  if (checked.has_errors()) {
    bulk.outcome = BulkOutcome::Refused;
    bulk.findings = only(std::move(checked.findings), Grade::Error);
    return bulk;
  }
  if (bulk.after == before.get(edit.field->number)) return bulk;
  bulk.outcome = BulkOutcome::Changes;
  bulk.findings = std::move(checked.to_confirm);
  bulk.changes = record_changes(&before, checked.row, records);
  return bulk;
}

std::vector<Change> undo_bulk_edit(const Row& now, const Field& field, const Value& made,
                                   const Value& former) {
  if (now.deleted || !(now.get(field.number) == made)) return {};
  Row after = now;
  after.values[field.number] = former;
  Change change = diff_rows(&now, after);
  if (change.fields.empty()) return {};
  return {std::move(change)};
}

}  // namespace cm
