// The form of any record: a box for each field of its table. What stands in the boxes, checked by
// the fields' own rules and those of the record.
#pragma once

#include <map>
#include <string>

#include "shared/domain/record_lookup.h"
#include "shared/record/finding.h"
#include "shared/record/row.h"

namespace cm {

// A field that people fill in on a form: not one that the server writes, nor the reason for
// accepting warnings, which is asked for when it is needed.
bool is_on_form(const Field& field);

struct RecordDraft {
  std::map<std::string, std::string> text;  // by field name, as typed; of links: the id
  std::string override_reason;              // kept with records that have a field for it
  friend bool operator==(const RecordDraft&, const RecordDraft&) = default;
};

RecordDraft draft_of_record(const Row& row);
std::string draft_text(const RecordDraft& draft, std::string_view field);  // empty when absent

struct RecordCheck {
  Findings findings;    // all of them, each with its field's SQL name
  Findings to_confirm;  // the warnings about boxes that this draft changes
  Row row;              // as it will be stored
  bool has_errors() const { return has_grade(findings, Grade::Error); }  // then it cannot be saved
};

// `before`: as stored, or make_record for a new record. A box that still says what
// `before` says leaves that value alone, also one that would not parse.
// `records`: what the rules about links and trees look at.
RecordCheck check_record_draft(const RecordDraft& draft, const Row& before,
                               const RecordLookup& records);

}  // namespace cm
