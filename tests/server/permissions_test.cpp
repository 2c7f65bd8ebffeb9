// Goal: the server lets each role write exactly what it may, whatever a client sends. Method: crafted
// operations, one a field, over real HTTP.
#include <doctest/doctest.h>

#include <algorithm>

#include "shared/domain/records/catalogue.h"
#include "shared/sync/protocol_json.h"
#include "tests/server/crafted_push.h"
#include "tests/server/master_fixture.h"

namespace cm::test {
namespace {

constexpr std::array kRoles = {"rep", "outlet", "manager", "office", "auditor", "administrator"};

struct FieldCase {
  std::string_view field;
  Value value;
  std::string_view may;  // one letter a role, in the order of kRoles
};

const std::vector<FieldCase>& field_cases() {
  static const std::vector<FieldCase> kCases = {
      {"name", std::string("Renamed"), "ROMF-A"},
      {"gstin", std::string("27AABCS1234F1ZR"), "ROMF-A"},
      {"active", std::int64_t{0}, "ROMF-A"},
      {"credit_limit", std::int64_t{100}, "ROMF-A"},
      {"credit_days", std::int64_t{10}, "ROMF-A"},
      {"commission_rate", std::int64_t{5}, "--MF-A"},
      {"on_hold", std::int64_t{1}, "--MF-A"},
      {"supersedes", Uuid::from_bytes({9}), "---F-A"},
      {"superseded_by", Uuid::from_bytes({9}), "---F-A"},
      {"merged_into", Uuid::from_bytes({9}), "---F-A"},
      {"walk_in", std::int64_t{1}, "---F-A"},
      {"code", std::string("C-000777"), "------"},
      {"notes", std::string("the last of the queue"), "ROMF-A"},
  };
  return kCases;
}

RecordId add_customer(HttpClient& http, std::uint64_t device) {
  CraftedPush push(device);
  const RecordId id = Uuid::from_bytes({1, 2, 3});
  push.put("customer", id,
           {{"name", std::string("Anita Sharma")}, {"customer_type", std::string("individual")}});
  const auto reply = push.send(http);
  REQUIRE(reply);
  REQUIRE(reply->results.front().outcome == OpOutcome::Applied);
  return id;
}

}  // namespace

TEST_CASE("permissions: each role writes the fields that are its, and a refusal never blocks the rest") {
  ServedMaster master;
  HttpClient office = master.signed_in("asha", 900);
  const RecordId customer = add_customer(office, 900);
  std::size_t denied = 0;
  for (std::size_t i = 0; i < kRoles.size(); ++i) {
    const std::string user = std::string("person-") + kRoles[i];
    REQUIRE(master.add_user(user, kRoles[i]).exit_code == 0);
    const std::uint64_t device = 1000 + i;
    HttpClient http = master.signed_in(user, device);
    CraftedPush push(device);
    for (const FieldCase& one : field_cases())
      push.put("customer", customer, {{one.field, one.value}});
    const auto reply = push.send(http);
    REQUIRE(reply);
    REQUIRE(reply->results.size() == field_cases().size());
    CHECK(reply->last == field_cases().size());
    for (std::size_t n = 0; n < field_cases().size(); ++n) {
      const FieldCase& one = field_cases()[n];
      const OpResult& result = reply->results[n];
      CAPTURE(kRoles[i]);
      CAPTURE(one.field);
      const bool allowed = one.may[i] != '-';
      CHECK((result.outcome != OpOutcome::Denied) == allowed);
      if (allowed) continue;
      ++denied;
      const std::string label(record_catalogue().get("customer").get_field(one.field).label);
      const bool reads_only = std::string_view(kRoles[i]) == "auditor";
      CHECK(result.reason.find(reads_only ? "change nothing" : label) != std::string::npos);
      CHECK(result.conflict_ids.size() == 1);
    }
  }
  const auto listed = decode_conflicts(record_catalogue(), office.get("/v1/conflicts").body);
  REQUIRE(listed);
  CHECK(static_cast<std::size_t>(std::count_if(
            listed->begin(), listed->end(),
            [](const Conflict& c) { return c.kind == ConflictKind::Denied; })) == denied);
}

TEST_CASE("permissions: a rep makes a whole customer of the form, limit included, and takes it out of use") {
  ServedMaster master;
  REQUIRE(master.add_user("ravi", "rep").exit_code == 0);
  HttpClient http = master.signed_in("ravi", 5);
  CraftedPush push(5);
  const RecordId id = Uuid::from_bytes({4});
  push.put("customer", id,
           {{"name", std::string("Sai Engineering Works")},
            {"customer_type", std::string("business")},
            {"credit_limit", std::int64_t{50'000'000}},
            {"credit_days", std::int64_t{30}},
            {"on_hold", std::int64_t{0}},
            {"walk_in", std::int64_t{0}},
            {"active", std::int64_t{1}}});
  push.put("customer", id, {{"active", std::int64_t{0}}});
  const auto reply = push.send(http);
  REQUIRE(reply);
  for (const OpResult& result : reply->results) {
    CHECK(result.reason == "");
    CHECK(result.outcome != OpOutcome::Denied);
  }
}

TEST_CASE("permissions: a rep deletes no customer, and brings none back that the office deleted") {
  ServedMaster master;
  HttpClient office = master.signed_in("asha", 900);
  const RecordId customer = add_customer(office, 900);
  REQUIRE(master.add_user("ravi", "rep").exit_code == 0);
  HttpClient rep = master.signed_in("ravi", 5);
  CraftedPush by_rep(5);
  by_rep.remove("customer", customer);
  CHECK(by_rep.send(rep)->results.front().reason ==
        "Only the office or an administrator may delete: Customer.");
  CraftedPush by_office(900, 2);
  by_office.remove("customer", customer);
  CHECK(by_office.send(office)->results.front().outcome != OpOutcome::Denied);
  CraftedPush back(5, 2);
  back.bring_back("customer", customer, {DeviceId{900}, 2});
  CHECK(back.send(rep)->results.front().reason ==
        "Only a manager, the office or an administrator may bring back: Customer.");
}

}  // namespace cm::test
