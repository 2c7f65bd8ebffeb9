// A kept draft comes back exactly as it was, the sheet its author saw included.
#include "client/app/draft_json.h"

#include <doctest/doctest.h>

#include "shared/domain/records/catalogue.h"

namespace cm {
namespace {

const RecordId kCustomer = *Uuid::parse("0190a5b0-1234-7abc-8def-0123456789ab");
const RecordId kContact = *Uuid::parse("0190a5b0-1234-7abc-8def-0123456789ac");

Row a_customer() {
  Row row(record_catalogue().get("customer"), kCustomer);
  row.set("name", std::string("Sai \"Engineering\"\nश्री"));
  row.set("credit_limit", std::int64_t{9'007'199'254'740'993});
  row.set("territory", kContact);
  row.values[9999] = std::string("of a newer program");
  row.versions[1] = {DeviceId{(1ULL << 53) - 1}, 7};
  row.created = {"asha", DeviceId{5}, 1'795'000'000'000};
  row.changed = {"bala", DeviceId{6}, 1'795'000'000'001};
  return row;
}

TEST_CASE("draft_json: a draft of a new customer comes back") {
  KeptDraft kept;
  kept.draft.text = {{"name", "Anita"}, {"notes", "line\nline \\ \""}};
  kept.draft.shipping_same_as_billing = true;
  kept.draft.override_reason = "seen on paper";
  kept.draft.typed_by = "asha";
  kept.kept_ms = 42;
  kept.saving_as = kCustomer;
  const auto back = decode_draft(record_catalogue(), encode_draft(kept));
  REQUIRE(back);
  CHECK(back->draft == kept.draft);
  CHECK(back->kept_ms == 42);
  CHECK(back->saving_as == kept.saving_as);
  CHECK_FALSE(back->seen);
}

TEST_CASE("draft_json: the sheet that the author saw comes back with values, versions and stamps") {
  KeptDraft kept;
  kept.seen = CustomerSheet{a_customer(), Row(record_catalogue().get("contact"), kContact), {}, {}};
  const auto back = decode_draft(record_catalogue(), encode_draft(kept));
  REQUIRE(back);
  REQUIRE(back->seen);
  const Row& row = back->seen->customer;
  CHECK(row.id == kCustomer);
  CHECK(row.values == a_customer().values);
  CHECK(row.versions == a_customer().versions);
  CHECK(row.created == a_customer().created);
  CHECK(row.changed == a_customer().changed);
  REQUIRE(back->seen->contact);
  CHECK(back->seen->contact->id == kContact);
  CHECK_FALSE(back->seen->billing);
}

TEST_CASE("draft_json: anything else is no draft") {
  for (const char* text : {"", "{}", "[]", "null", "{\"text\":1}", "{\"text\":{}", "\xff"}) {
    CAPTURE(text);
    CHECK_FALSE(decode_draft(record_catalogue(), text));
  }
}

}  // namespace
}  // namespace cm
