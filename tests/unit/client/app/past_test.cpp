// The history card: fetched, kept for reading offline, two days compared.
#include "client/app/past.h"

#include <doctest/doctest.h>

#include "client/app/past_compare.h"
#include "shared/domain/records/catalogue.h"
#include "shared/sync/protocol_json.h"
#include "tests/unit/client/app/device.h"

namespace cm::test {
namespace {

constexpr std::int64_t kDayMs = 86'400'000;

PastChange a_change(const RecordId& row, UnixMs at_ms, const char* before, const char* after) {
  PastChange change(row);
  const FieldNumber name = record_catalogue().get("customer").get_field("name").number;
  change.table = "customer";
  change.row_name = "Anita Sharma";
  change.stamp = {"bala", DeviceId{1}, at_ms};
  change.device_name = "Bala's tablet";
  change.source = ChangeSource::Import;
  change.before = {{name, std::string(before)}};
  change.after = {{name, std::string(after)}};
  return change;
}

RecordId made_customer(Device& device) {
  device.start_signed_in();
  device.act(NewCustomer{});
  device.fill({{"name", "Anita Sharma"}, {"customer_type", "Individual"}});
  device.act(SaveCustomer{});
  return *device.editor().id;
}

}  // namespace

TEST_CASE("history: a customer's is fetched from the server and told in words") {
  Device device;
  const RecordId id = made_customer(device);
  device.act(ShowPast{{"customer", id}});
  CHECK(device.state().past->loading);
  CHECK(device.state().past->source == PastSource::ThisDevice);
  REQUIRE(device.state().past->entries.size() == 1);  // its own making
  device.answer("GET", "/v1/history/" + id.text(), 200,
                encode_past({a_change(id, kMorningMs, "Anita", "Anita Sharma")}));
  const PastState& past = *device.state().past;
  CHECK_FALSE(past.loading);
  CHECK(past.source == PastSource::Server);
  REQUIRE(past.entries.size() == 1);
  CHECK(past.entries[0].who == "bala, Bala's tablet");
  CHECK(past.entries[0].how == "Import");
  CHECK(past.entries[0].record.empty());
  REQUIRE(past.entries[0].lines.size() == 1);
  CHECK(past.entries[0].lines[0] == "Name: Anita \xE2\x86\x92 Anita Sharma");
}

TEST_CASE("history: what was fetched is there offline; what was never fetched is this device's part") {
  Device device;
  const RecordId id = made_customer(device);
  device.act(ShowPast{{"customer", id}});
  device.answer("GET", "/v1/history/" + id.text(), 200,
                encode_past({a_change(id, kMorningMs, "Anita", "Anita Sharma")}));
  device.start("/customers/" + id.text());
  device.act(ShowPast{{"customer", id}});
  device.lose("GET", "/v1/history/" + id.text());
  const PastState& past = *device.state().past;
  CHECK(past.source == PastSource::KeptCopy);
  CHECK(past.fetched_ms.has_value());
  CHECK(past.changes.size() == 1);
  CHECK_FALSE(past.problem.empty());
}

TEST_CASE("history: an answer that is not ours, or not there, leaves what the device knows") {
  Device device;
  const RecordId id = made_customer(device);
  for (const auto& [status, body] :
       {std::pair<int, std::string>{404, R"({"error":{"code":"request.not_found","text":"x"}})"},
        std::pair<int, std::string>{200, "<html>"},
        std::pair<int, std::string>{500, ""}}) {
    CAPTURE(status);
    device.act(ShowPast{{"customer", id}});
    device.answer("GET", "/v1/history/" + id.text(), status, body);
    CHECK(device.state().past->entries.size() == 1);
    CHECK(device.state().past->problem.empty() == (status == 404));
  }
}

TEST_CASE("history: two days side by side") {
  const RecordId id = Uuid::from_bytes({});
  const std::vector<PastChange> changes = {a_change(id, kMorningMs + 2 * kDayMs, "Om", "Sai"),
                                           a_change(id, kMorningMs, "Anita", "Om")};
  const auto day = [](int after) { return Date::in_india(kMorningMs + after * kDayMs); };
  const auto compared = [&](int first, int second) {
    std::string words;
    for (const PastDifference& each : compare_days(changes, day(first), day(second)))
      words += std::get<std::string>(*each.first) + ">" + std::get<std::string>(*each.second) + ";";
    return words;
  };
  CHECK(compared(-1, 0) == "Anita>Om;");
  CHECK(compared(-1, 3) == "Anita>Sai;");
  CHECK(compared(0, 1).empty());
  CHECK(compared(2, 0) == "Sai>Om;");
}

TEST_CASE("history: the dates are read as people write them; a wrong one is said") {
  Device device;
  const RecordId id = made_customer(device);
  device.act(ShowPast{{"customer", id}});
  device.act(EditPastDate{false, "1/1/2020"}, EditPastDate{true, "soon"}, ComparePast{});
  CHECK_FALSE(device.state().past->dates_problem.empty());
  CHECK_FALSE(device.state().past->differences);
  device.act(EditPastDate{true, "1/1/2090"}, ComparePast{});
  CHECK(device.state().past->dates_problem.empty());
  REQUIRE(device.state().past->differences);
}

}  // namespace cm::test
