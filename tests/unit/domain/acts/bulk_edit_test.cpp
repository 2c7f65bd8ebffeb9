// One field of many records: which fields, what changes, what the form's rules refuse, and the way back.
#include "shared/domain/acts/bulk_edit.h"

#include <doctest/doctest.h>

#include "shared/domain/records/catalogue.h"
#include "shared/domain/records/new_record.h"
#include "tests/unit/domain/memory_records.h"

namespace cm::test {
namespace {

const RecordType& customers() {
  return record_catalogue().get("customer");
}

Row sai() {
  Row row = make_record(customers(), *Uuid::parse("0190a5b0-1234-7abc-8def-0123456789ab"));
  row.set("name", std::string("Sai Engineering Works"));
  row.set("customer_type", std::string("business"));
  row.set("credit_days", std::int64_t{30});
  return row;
}

BulkCheck check(std::string_view field, std::string text, const Row& row = sai()) {
  return check_bulk_edit({&customers().get_field(field), std::move(text), "seen"}, row,
                         MemoryRecords());
}

}  // namespace

TEST_CASE("bulk edit: is for fields that may be the same in many records") {
  for (const char* name : {"credit_days", "credit_limit", "active", "on_hold", "customer_group",
                           "territory", "payment_terms", "gst_category", "customer_type"}) {
    CAPTURE(name);
    CHECK(is_bulk_field(customers(), customers().get_field(name)));
  }
  for (const char* name : {"name", "code", "gstin", "pan", "walk_in", "gstin_source", "merged_into",
                           "supersedes", "override_reason", "gstin_source_at"}) {
    CAPTURE(name);
    CHECK_FALSE(is_bulk_field(customers(), customers().get_field(name)));
  }
  const RecordType& address = record_catalogue().get("address");
  CHECK(is_bulk_field(address, address.get_field("state")));
  CHECK_FALSE(is_bulk_field(address, address.get_field("is_primary")));
}

TEST_CASE("bulk edit: changes the field alone, and nothing where it says so already") {
  const BulkCheck changed = check("credit_days", "45");
  REQUIRE(changed.outcome == BulkOutcome::Changes);
  REQUIRE(changed.changes.size() == 1);
  REQUIRE(changed.changes[0].fields.size() == 1);
  CHECK(changed.changes[0].fields[0] ==
        FieldValue{customers().get_field("credit_days").number, std::int64_t{45}});
  CHECK(changed.after == Value(std::int64_t{45}));
  CHECK(check("credit_days", "30").outcome == BulkOutcome::Unchanged);
  CHECK(check("active", "Yes").outcome == BulkOutcome::Unchanged);
  const BulkCheck emptied = check("credit_days", "");
  CHECK(emptied.outcome == BulkOutcome::Changes);
  CHECK(is_blank(emptied.after));
}

TEST_CASE("bulk edit: what the form would refuse is refused with its reason") {
  const BulkCheck too_many = check("credit_days", "366");
  CHECK(too_many.outcome == BulkOutcome::Refused);
  CHECK(too_many.changes.empty());
  REQUIRE_FALSE(too_many.findings.empty());
  CHECK(too_many.findings[0].field == "credit_days");
  Row nameless = sai();
  nameless.set("name", Value(Blank{}));
  CHECK(check("credit_days", "45", nameless).outcome == BulkOutcome::Refused);
}

TEST_CASE("bulk edit: the way back is an edit of its own, and leaves later edits alone") {
  const Field& days = customers().get_field("credit_days");
  Row row = sai();
  row.set("credit_days", std::int64_t{45});
  const auto back = undo_bulk_edit(row, days, std::int64_t{45}, std::int64_t{30});
  REQUIRE(back.size() == 1);
  CHECK(back[0].fields[0].value == Value(std::int64_t{30}));
  row.set("credit_days", std::int64_t{60});
  CHECK(undo_bulk_edit(row, days, std::int64_t{45}, std::int64_t{30}).empty());
  row.set("credit_days", std::int64_t{45});
  row.deleted = true;
  CHECK(undo_bulk_edit(row, days, std::int64_t{45}, std::int64_t{30}).empty());
}

}  // namespace cm::test
