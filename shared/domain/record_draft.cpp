#include "shared/domain/record_draft.h"

#include "shared/domain/field_text.h"
#include "shared/domain/finding_catalogue.h"
#include "shared/domain/rules/check_record.h"

namespace cm {
namespace {

constexpr std::string_view kReason = "override_reason";

bool stands_in(const Findings& findings, const Finding& finding) {
  for (const Finding& each : findings) {
    if (each == finding) return true;
  }
  return false;
}

RecordCheck parse_and_check(const RecordDraft& draft, const Row& before,
                            const RecordLookup& records) {
  RecordCheck check{{}, {}, before};
  const RecordDraft stored = draft_of_record(before);
  for (const Field& field : before.type->fields()) {
    if (!is_on_form(field)) continue;
    const std::string text = draft_text(draft, field.name);
    FieldParse parsed = parse_field(field, text);
    if (text != draft_text(stored, field.name)) check.row.values[field.number] = parsed.value;
    check.findings.insert(check.findings.end(), parsed.findings.begin(), parsed.findings.end());
  }
  for (Finding& finding : check_record(check.row, records)) {
    if (!stands_in(check.findings, finding)) check.findings.push_back(std::move(finding));
  }
  return check;
}

}  // namespace

bool is_on_form(const Field& field) {
  return !field.server_only && field.name != kReason;
}

RecordDraft draft_of_record(const Row& row) {
  RecordDraft draft;
  for (const Field& field : row.type->fields()) {
    if (!is_on_form(field) || is_blank(row.get(field.number))) continue;
    draft.text[std::string(field.name)] = format_field(field, row.get(field.number));
  }
  return draft;
}

std::string draft_text(const RecordDraft& draft, std::string_view field) {
  const auto found = draft.text.find(std::string(field));
  return found == draft.text.end() ? std::string() : found->second;
}

RecordCheck check_record_draft(const RecordDraft& draft, const Row& before,
                               const RecordLookup& records) {
  RecordCheck check = parse_and_check(draft, before, records);
  // What is warned about already stands in the master: it was accepted when it came in.
  const Findings known = parse_and_check(draft_of_record(before), before, records).findings;
  for (const Finding& finding : check.findings) {
    if (finding.grade == Grade::Warning && !stands_in(known, finding))
      check.to_confirm.push_back(finding);
  }
  const Field* reason = before.type->find_field(kReason);
  if (reason && needs_reason(check.to_confirm))
    check.row.values[reason->number] = draft.override_reason;
  return check;
}

}  // namespace cm
