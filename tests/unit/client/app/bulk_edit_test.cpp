// Bulk edit: the selected rows or all that the filters show; looked at before, refused by the form's
// rules, undone where nobody changed them since.
#include <doctest/doctest.h>

#include <algorithm>

#include "shared/domain/acts/first_records.h"
#include "shared/domain/records/catalogue.h"
#include "shared/store/record_store.h"
#include "shared/store/replica.h"
#include "tests/unit/client/app/device.h"

namespace cm::test {
namespace {

// Customers "Customer 0000" …, as a pull brings them; every third is an individual.
std::vector<PulledRow> numbered(int count) {
  std::vector<PulledRow> rows;
  for (int i = 0; i < count; ++i) {
    Uuid::Bytes bytes{};
    bytes[0] = 1;
    bytes[14] = static_cast<std::uint8_t>(i >> 8);
    bytes[15] = static_cast<std::uint8_t>(i & 255);
    PulledRow row(Uuid::from_bytes(bytes));
    row.table = "customer";
    const std::string digits = std::to_string(i);
    row.fields = {{1, "Customer " + std::string(4 - digits.size(), '0') + digits},
                  {2, std::string(i % 3 == 0 ? "individual" : "business")},
                  {22, std::int64_t{1}}};
    for (const FieldValue& value : row.fields)
      row.versions[value.field] = {DeviceId{7}, static_cast<DevSeq>(i) + 1};
    row.created = row.changed = {"bala", DeviceId{7}, kMorningMs};
    rows.push_back(std::move(row));
  }
  return rows;
}

void with_customers(Device& device, int count) {
  device.start_signed_in();
  device.act(SyncNow{});
  device.answer_pull(numbered(count));
  device.settle();
}

const BulkEditState& bulk(const Device& device) {
  REQUIRE(device.state().bulk_edit);
  return *device.state().bulk_edit;
}

// Rings until nothing of the edit runs.
void run_to_end(Device& device) {
  for (int i = 0; i < 100; ++i) {
    const auto& state = device.state();
    const bool busy = (state.bulk_edit && (state.bulk_edit->step == BulkStep::Checking ||
                                           state.bulk_edit->step == BulkStep::Applying)) ||
                      (state.bulk_undo && state.bulk_undo->running);
    if (!busy) return;
    device.app->on_wake();
  }
  FAIL("it never ends");
}

void choose(Device& device, std::string field, std::string text) {
  device.act(OpenBulkEdit{}, ChooseBulkField{std::move(field)}, EditBulkValue{std::move(text)},
             CheckBulkEdit{});
  run_to_end(device);
}

std::int64_t count_with(Device& device, std::string_view field, const Value& value) {
  RecordStore records(*device.database);
  return records.count_by(record_catalogue().get("customer"), field, value, 100'000);
}

}  // namespace

TEST_CASE("bulk edit: sets a field in all rows that the filters show, in slices, and undoes it") {
  Device device;
  with_customers(device, 700);
  device.act(SetFilter{"customer_type", "business"});
  CHECK(device.state().customers.total == 466);
  choose(device, "credit_days", "45");
  CHECK(bulk(device).step == BulkStep::Checked);
  CHECK(bulk(device).to_change == 466);
  CHECK(bulk(device).refused.empty());
  CHECK(count_with(device, "credit_days", std::int64_t{45}) == 0);
  device.act(ApplyBulkEdit{});
  CHECK(bulk(device).done == 200);  // a slice
  run_to_end(device);
  CHECK_FALSE(device.state().bulk_edit);
  CHECK(count_with(device, "credit_days", std::int64_t{45}) == 466);
  REQUIRE(device.state().toast);
  CHECK(device.state().toast->has_undo);
  CHECK(device.state().toast->text.starts_with("Credit Days changed in 466 rows."));
  device.act(UndoBulkEdit{});
  run_to_end(device);
  CHECK(count_with(device, "credit_days", std::int64_t{45}) == 0);
  CHECK(device.state().toast->text.starts_with("Undone in 466 rows."));
}

TEST_CASE("bulk edit: undo leaves alone what somebody changed since") {
  Device device;
  with_customers(device, 5);
  choose(device, "credit_days", "45");
  device.act(ApplyBulkEdit{});
  run_to_end(device);
  const RecordId id = device.state().customers.rows[2].id;
  device.act(OpenCustomer{id});
  device.fill("credit_days", "60");
  device.act(SaveCustomer{}, CloseEditor{}, UndoBulkEdit{});
  run_to_end(device);
  CHECK(count_with(device, "credit_days", std::int64_t{45}) == 0);
  CHECK(count_with(device, "credit_days", std::int64_t{60}) == 1);
  CHECK(device.state().toast->text.starts_with("Undone in 4 rows. 1 changed since and kept."));
}

TEST_CASE("bulk edit: a value that the form refuses is refused, with the reason, before anything is done") {
  Device device;
  with_customers(device, 3);
  choose(device, "credit_days", "9999");
  CHECK(bulk(device).step == BulkStep::Choosing);
  CHECK_FALSE(bulk(device).problem.empty());
  device.act(CloseBulkEdit{});
  choose(device, "no_such_field", "x");
  CHECK(bulk(device).problem == "Choose a field.");
  device.act(ApplyBulkEdit{});
  CHECK(count_with(device, "credit_days", std::int64_t{9999}) == 0);
}

TEST_CASE("bulk edit: rows that the rules refuse are counted by reason; the others change") {
  Device device;
  device.start_signed_in("asha", "/territory");
  {
    RecordStore records(*device.database);
    Replica replica(*device.database, device.platform->clock(), device.platform->random());
    replica.commit(make_first_records(records), ChangeSource::Server, "server");
  }
  device.start("/territory");
  const auto root = device.state().records.rows.at(0).id;
  const auto leaf = device.state().records.rows.at(1).id;
  device.act(OpenBulkEdit{});
  CHECK_FALSE(bulk(device).only_selected);
  const auto& boxes = bulk(device).boxes;
  CHECK(std::none_of(boxes.begin(), boxes.end(),
                     [](const BulkFieldBox& box) { return box.field->name == "name"; }));
  device.act(CloseBulkEdit{}, MarkRow{root, 0}, MarkRow{leaf, 1});
  choose(device, "parent", leaf.text());
  CHECK(bulk(device).only_selected);
  CHECK(bulk(device).ids.size() == 2);
  CHECK(bulk(device).to_change == 0);
  REQUIRE_FALSE(bulk(device).refused.empty());
  CHECK(bulk(device).refused[0].names[0] == "All Territories");
  device.act(ApplyBulkEdit{});
  CHECK(bulk(device).step == BulkStep::Checked);
}

TEST_CASE("bulk edit: rows that say so already are not written") {
  Device device;
  with_customers(device, 3);
  choose(device, "customer_type", "Business");
  CHECK(bulk(device).unchanged == 2);
  CHECK(bulk(device).to_change == 1);
  device.act(EditBulkValue{"Individual"});
  CHECK(bulk(device).step == BulkStep::Choosing);  // to be looked at again
}

TEST_CASE("bulk edit: stopped half-way, what is done stays and can be undone") {
  Device device;
  with_customers(device, 450);
  choose(device, "credit_days", "45");
  device.act(ApplyBulkEdit{}, CloseBulkEdit{});
  CHECK_FALSE(device.state().bulk_edit);
  CHECK(count_with(device, "credit_days", std::int64_t{45}) == 200);
  device.act(UndoBulkEdit{});
  run_to_end(device);
  CHECK(count_with(device, "credit_days", std::int64_t{45}) == 0);
}

TEST_CASE("bulk edit: a full disk stops it, and says so") {
  Device device;
  with_customers(device, 450);
  choose(device, "payment_terms", std::string(500, 'x'));
  device.fill_disk();
  device.act(ApplyBulkEdit{});
  run_to_end(device);
  REQUIRE(device.state().toast);
  CHECK(device.state().toast->is_error);
  CHECK_FALSE(device.state().bulk_edit);
  device.free_disk();
}

TEST_CASE("select rows: one, a range, all, none; another question selects nothing") {
  Device device;
  with_customers(device, 300);
  const auto& list = device.state().customers;
  device.act(MarkRow{list.rows[3].id, 3});
  CHECK(list.marked.size() == 1);
  device.act(MarkTo{3, 5}, MarkTo{5, 6});
  CHECK(list.marked.size() == 4);
  device.act(MarkTo{6, 1});
  CHECK(list.marked.size() == 3);
  CHECK(list.marked.count(list.rows[1].id) == 1);
  device.act(MarkRow{list.rows[1].id, 1});
  CHECK(list.marked.size() == 2);
  device.act(MarkAll{});
  CHECK(list.marked.size() == 300);
  device.act(ClearMarks{});
  CHECK(list.marked.empty());
  device.act(MarkAll{}, SearchCustomers{"0042"});
  CHECK(list.marked.empty());
}

}  // namespace cm::test
