// The form of any record: boxes from the field table, checked, and back to a row.
#include "shared/domain/record_draft.h"

#include <doctest/doctest.h>

#include "shared/domain/records/catalogue.h"
#include "shared/domain/records/new_record.h"
#include "tests/unit/domain/memory_records.h"

using namespace cm;
using cm::test::MemoryRecords;

namespace {

Row new_row(std::string_view table) {
  return make_record(record_catalogue().get(table),
                     *Uuid::parse("0190a5b0-1234-7abc-8def-0123456789ab"));
}

bool has_finding(const Findings& findings, std::string_view field, std::string_view code) {
  for (const Finding& finding : findings) {
    if (finding.field == field && finding.code == code) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("record draft: every record type goes to boxes and back unchanged") {
  for (const RecordType* type : record_catalogue().types()) {
    CAPTURE(type->table());
    const Row row = new_row(type->table());
    CHECK(check_record_draft(draft_of_record(row), row, MemoryRecords()).row.values == row.values);
  }
}

TEST_CASE("record draft: what is typed is checked by the field and by the record's rules") {
  const Row before = new_row("address");
  RecordDraft draft = draft_of_record(before);
  CHECK(draft_text(draft, "active") == "Yes");
  draft.text["pincode"] = "4110";
  draft.text["city"] = "  Pune ";
  RecordCheck check = check_record_draft(draft, before, MemoryRecords());
  CHECK(check.has_errors());
  CHECK(has_finding(check.findings, "address_type", "field.required"));
  CHECK(has_finding(check.findings, "pincode", "pincode.shape"));
  CHECK(check.row.get("city") == Value(std::string("Pune")));
  draft.text["address_type"] = "Shop";
  draft.text["line1"] = "12, Green Park Colony";
  draft.text["pincode"] = "302001";
  draft.text["state"] = "Maharashtra";
  check = check_record_draft(draft, before, MemoryRecords());
  CHECK_FALSE(check.has_errors());
  CHECK(has_finding(check.to_confirm, "pincode", "pincode.state"));
}

TEST_CASE("record draft: a warning that stands already is shown, not asked about again") {
  Row before = new_row("address");
  before.set("address_type", std::string("shop"));
  before.set("line1", std::string("12, Green Park Colony"));
  before.set("state", std::string("27"));
  before.set("pincode", std::string("302001"));
  RecordDraft draft = draft_of_record(before);
  draft.text["title"] = "Corner shop";
  const RecordCheck check = check_record_draft(draft, before, MemoryRecords());
  CHECK(has_finding(check.findings, "pincode", "pincode.state"));
  CHECK(check.to_confirm.empty());
}

TEST_CASE("record draft: a value that would not parse stays until its box is changed") {
  Row before = new_row("contact");
  before.set("name", std::string("Ravi"));
  before.set("email", std::string("not an address"));
  RecordDraft draft = draft_of_record(before);
  draft.text["designation"] = "Buyer";
  CHECK(check_record_draft(draft, before, MemoryRecords()).row.get("email") == before.get("email"));
  draft.text["email"] = "";
  CHECK(is_blank(check_record_draft(draft, before, MemoryRecords()).row.get("email")));
}

TEST_CASE("record draft: a contact needs something to be known by") {
  const Row before = new_row("contact");
  CHECK(check_record_draft(draft_of_record(before), before, MemoryRecords()).has_errors());
}
