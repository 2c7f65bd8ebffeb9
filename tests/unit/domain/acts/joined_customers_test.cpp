// Goal: acts return changes and nothing else; what they keep can be read by any device; what cannot
// be done is said.
#include <doctest/doctest.h>

#include <map>

#include "shared/domain/acts/decide_duplicate.h"
#include "shared/domain/acts/ledger.h"
#include "shared/domain/acts/merge_customers.h"
#include "shared/domain/acts/merge_memory.h"
#include "shared/domain/acts/party_references.h"
#include "shared/domain/acts/supersede.h"
#include "shared/domain/acts/undo_merge.h"
#include "shared/domain/finding_catalogue.h"
#include "shared/domain/known_ids.h"
#include "shared/domain/records/account.h"
#include "shared/domain/records/assignment.h"
#include "shared/domain/records/catalogue.h"
#include "shared/domain/records/company.h"
#include "shared/domain/records/customer.h"
#include "shared/domain/records/customer_company.h"
#include "shared/domain/records/sales_partner.h"
#include "shared/domain/rules/check_change.h"
#include "shared/domain/rules/credit_limit.h"
#include "shared/domain/rules/place_in_company.h"
#include "shared/domain/rules/survivor.h"
#include "tests/unit/domain/memory_records.h"

using namespace cm;
using cm::test::MemoryRecords;

namespace {

const RecordType& type(std::string_view table) {
  return record_catalogue().get(table);
}

RecordId id_of(std::uint8_t number) {
  Uuid::Bytes bytes{};
  bytes[15] = number;
  return Uuid::from_bytes(bytes);
}

CustomerHolding sai() {
  Row row(type("customer"), id_of(1));
  row.set("name", std::string("Sai Engineering Works"));
  row.set("customer_type", std::string("business"));
  row.set("gstin", std::string("27AABCS1234F1ZR"));
  row.set("credit_limit", std::int64_t{500'000'00});
  row.set("notes", std::string("pays in time"));
  row.set("code", std::string("C-000001"));
  row.set("active", std::int64_t{1});
  CustomerHolding holding(row);
  for (const char* table : {"contact_link", "address_link"}) {
    Row link(type(table), id_of(table[0] == 'c' ? 10 : 11));
    link.set(table[0] == 'c' ? "contact" : "address", id_of(20));
    link.set("party_kind", std::string("customer"));
    link.set("party", id_of(1));
    holding.references.push_back(link);
  }
  return holding;
}

SupersedeChoice new_name() {
  const RecordType& customer = type("customer");
  SupersedeChoice choice{{}, {}, true, false, "converted to a company", *Date::parse("2026-11-22")};
  choice.changed = {{customer.get_field("name").number, std::string("Sai Engineering Pvt Ltd")}};
  choice.copied = {customer.get_field("credit_limit").number, customer.get_field("code").number};
  return choice;
}

Row row_after(const Change& change, const Row* before = nullptr) {
  Row row = before ? *before : Row(*change.type, change.id);
  for (const FieldValue& value : change.fields) row.values[value.field] = value.value;
  return row;
}

}  // namespace

TEST_CASE("supersede: a new record with what was ticked, the old one inactive and naming it") {
  SeededRandom random(1);
  const ManualClock clock{1'800'000'000'000};
  const CustomerHolding old = sai();
  const auto changes = supersede(old, new_name(), clock, random);
  REQUIRE(changes.has_value());
  REQUIRE(changes->size() == 3);
  const Row made = row_after(changes->front());
  CHECK(made.get("name") == Value{std::string("Sai Engineering Pvt Ltd")});
  CHECK(made.get("customer_type") == Value{std::string("business")});
  CHECK(made.get("credit_limit") == Value{std::int64_t{500'000'00}});
  CHECK(is_blank(made.get("notes")));
  CHECK(is_blank(made.get("gstin")));
  CHECK(is_blank(made.get("code")));  // a number of its own
  CHECK(made.get("supersedes") == Value{old.customer.id});
  CHECK(made.get("supersede_reason") == Value{std::string("converted to a company")});
  CHECK(made.get("supersede_date") == Value{std::string("2026-11-22")});
  const Row link = row_after((*changes)[1]);
  CHECK(link.type == &type("contact_link"));
  CHECK(link.id != id_of(10));
  CHECK(link.get("contact") == Value{id_of(20)});
  CHECK(link.get("party") == Value{made.id});
  const Row before = row_after(changes->back(), &old.customer);
  CHECK(before.id == old.customer.id);
  CHECK(before.get("superseded_by") == Value{made.id});
  CHECK(before.get("active") == Value{std::int64_t{0}});
  CHECK(before.get("name") == Value{std::string("Sai Engineering Works")});
}

TEST_CASE("supersede: says what is missing or stands in the way") {
  SeededRandom random(1);
  const ManualClock clock{1'800'000'000'000};
  const auto why = [&](const CustomerHolding& old, const SupersedeChoice& choice) {
    const auto changes = supersede(old, choice, clock, random);
    return changes ? std::string() : changes.error();
  };
  SupersedeChoice choice = new_name();
  choice.reason = "  ";
  CHECK(why(sai(), choice) == "Say why the customer needs a new record.");
  choice = new_name();
  choice.changed.clear();
  CHECK(why(sai(), choice) == "Nothing has changed. Change the name or the GSTIN first.");
  CustomerHolding old = sai();
  old.customer.set("superseded_by", id_of(9));
  CHECK(why(old, new_name()) == "There is a new record for this customer already.");
  old = sai();
  old.customer.set("merged_into", id_of(9));
  CHECK(why(old, new_name()) ==
        "This customer was merged into another. Make the new record from that one.");
}

TEST_CASE("merge_memory: what is kept is read again, and rubbish is no memory") {
  RememberedUnit unit(type("customer"), id_of(1));
  unit.before = {{1, std::string("#1 = \"Sai\"\n")}, {16, std::int64_t{0}}, {25, Blank{}}};
  unit.after = {{1, std::string()}, {16, Blank{}}, {25, id_of(2)}};
  const auto read = decode_merge_memory(record_catalogue(), encode_merge_memory({unit, unit}));
  REQUIRE(read.has_value());
  REQUIRE(read->size() == 2);
  CHECK(read->front().type == unit.type);
  CHECK(read->front().id == unit.id);
  CHECK(read->front().before == unit.before);
  CHECK(read->front().after == unit.after);
  for (const char* rubbish : {"", "{}", "[1]", "[{\"t\":\"customer\"}]", "[{\"t\":1,\"id\":2}]",
                              "[{\"t\":\"customer\",\"id\":\"x\",\"b\":{},\"a\":{}}]",
                              "[{\"t\":\"customer\",\"id\":\"00000000-0000-0000-0000-"
                              "000000000001\",\"b\":{\"x\":1},\"a\":{}}]",
                              "[{\"t\":\"customer\",\"id\":\"00000000-0000-0000-0000-"
                              "000000000001\",\"b\":{\"1\":1.5},\"a\":{}}]"}) {
    CAPTURE(rubbish);
    CHECK_FALSE(decode_merge_memory(record_catalogue(), rubbish).has_value());
  }
  const auto later = decode_merge_memory(
      record_catalogue(),
      "[{\"t\":\"invoice\",\"id\":\"00000000-0000-0000-0000-000000000001\",\"b\":{},\"a\":{}}]");
  REQUIRE(later.has_value());
  CHECK(later->empty());
}

TEST_CASE("decide_duplicate: the record's id follows from the pair, whichever is named first") {
  CHECK(duplicate_decision_id(id_of(1), id_of(2)) == duplicate_decision_id(id_of(2), id_of(1)));
  CHECK(duplicate_decision_id(id_of(1), id_of(2)) != duplicate_decision_id(id_of(1), id_of(3)));
  const Change change =
      decide_duplicate(id_of(2), id_of(1), DuplicateVerdict::Branch, "Jaipur", nullptr);
  const Row row = row_after(change);
  CHECK(row.get("customer_a") == Value{id_of(1)});
  CHECK(row.get("customer_b") == Value{id_of(2)});
  CHECK(row.get("decision") == Value{std::string("branch")});
  CHECK(decide_duplicate(id_of(1), id_of(2), DuplicateVerdict::Branch, "Jaipur", &row)
            .fields.empty());
}

TEST_CASE("party_references: every field that points to a customer is known to the merge") {
  for (const RecordType* record : record_catalogue().types()) {
    for (const Field& field : record->fields()) {
      const bool own = record->table() == "customer" || record->table() == "duplicate_decision" ||
                       record->table() == "customer_merge";
      if (own || (field.link_table != "customer" && field.name != "party")) continue;
      CAPTURE(std::string(record->table()));
      const PartyReference* reference = find_party_reference(record->table());
      REQUIRE(reference);
      CHECK(reference->field == field.name);
      for (const std::string_view name : {reference->alike_in, reference->unless_set}) {
        if (!name.empty()) CHECK(record->find_field(name));
      }
      CHECK((reference->beside == Beside::Unlike) == !reference->alike_in.empty());
    }
  }
}

namespace {

// Sai and Sai's double: the double buys from two companies, one of them Sai's too, with a limit of
// its own; it is a sales partner; one dated change came into effect, one is to come.
struct TwoOfOne {
  TwoOfOne() {
    for (const auto& [customer, name] : {std::pair(1, "Sai Engineering Works"), {2, "Sai Engg"}}) {
      Customer made{CustomerId(id_of(static_cast<std::uint8_t>(customer)))};
      made.name = name;
      records.add(made);
    }
    for (const std::uint8_t number : {31, 32}) {
      Company company{CompanyId(id_of(number))};
      company.name = "Company " + std::to_string(number);
      company.abbreviation = "C" + std::to_string(number);
      records.add(company);
    }
    records.apply(add_company(row(1), kBoth, records));
    records.apply(add_company(row(2), kBoth, records));
    records.apply(add_company(row(2), kDoublesOnly, records));
    auto place = records.get<CustomerCompany>(customer_in_company(kDouble, kDoublesOnly));
    place.credit_limit = Money::from_paise(5'00);
    records.add(place);
    SalesPartner partner{SalesPartnerId(id_of(40))};
    partner.customer = kDouble;
    records.add(partner);
    for (const std::uint8_t number : {51, 52}) {
      Assignment statement{AssignmentId(id_of(number))};
      statement.customer = kDouble;
      statement.followed = number == 51;
      records.add(statement);
    }
  }
  Row row(std::uint8_t number) const { return *records.find(type("customer"), id_of(number)); }
  std::vector<Change> merge() {
    auto changes = merge_customers(*find_customer_holding(id_of(1), records),
                                   *find_customer_holding(id_of(2), records), {}, clock, random);
    REQUIRE(changes.has_value());
    records.apply(*changes);
    return *changes;
  }

  static inline const CompanyId kBoth{id_of(31)}, kDoublesOnly{id_of(32)};
  static inline const CustomerId kSai{id_of(1)}, kDouble{id_of(2)};
  MemoryRecords records;
  SeededRandom random{1};
  ManualClock clock{1'800'000'000'000};
};

}  // namespace

TEST_CASE("merge_customers: ledgers, partner and coming changes go over, unless they would clash") {
  TwoOfOne world;
  world.merge();
  const MemoryRecords& records = world.records;
  CHECK(records.get<SalesPartner>(SalesPartnerId(id_of(40))).customer == world.kSai);
  CHECK(records.get<Assignment>(AssignmentId(id_of(51))).customer == world.kDouble);  // its past
  CHECK(records.get<Assignment>(AssignmentId(id_of(52))).customer == world.kSai);
  CHECK(records.get<Account>(ledger_account(world.kDouble, world.kDoublesOnly)).customer ==
        world.kSai);
  CHECK(records.get<Account>(ledger_account(world.kDouble, world.kBoth)).customer == world.kDouble);
  const auto place = find_place_in_company(world.kSai, world.kDoublesOnly, records);
  REQUIRE(place);
  CHECK(place->id == customer_in_company(world.kDouble, world.kDoublesOnly).uuid());
  CHECK(find_place_in_company(world.kSai, world.kBoth, records)->id ==
        customer_in_company(world.kSai, world.kBoth).uuid());
  CHECK_FALSE(find_place_in_company(world.kDouble, world.kDoublesOnly, records));
  CHECK(find_credit_limit(records.get<Customer>(world.kSai), world.kDoublesOnly, records).limit ==
        Money::from_paise(5'00));
  CHECK(add_company(world.row(1), world.kDoublesOnly, records).empty());
  CHECK(world.row(2).get("inactive_reason") ==
        Value{std::string("Merged into Sai Engineering Works")});
}

TEST_CASE("undo_merge: everything is as it was; not while the survivor itself is merged") {
  TwoOfOne world;
  std::map<RecordId, std::map<FieldNumber, Value>> before;
  for (const std::string_view table : {"customer", "account", "customer_company", "assignment"}) {
    for (const Row& row : world.records.all(type(table))) before[row.id] = row.values;
  }
  const RecordId merge = world.merge().back().id;
  Row sai = world.row(1);
  sai.set("merged_into", id_of(9));
  world.records.put(sai);
  const auto record = [&] { return *world.records.find(type("customer_merge"), merge); };
  CHECK_FALSE(undo_merge(record(), world.records).has_value());
  sai.set("merged_into", Blank{});
  world.records.put(sai);
  const auto changes = undo_merge(record(), world.records);
  REQUIRE(changes.has_value());
  world.records.apply(*changes);
  for (const std::string_view table : {"customer", "account", "customer_company", "assignment"}) {
    for (const Row& row : world.records.all(type(table))) {
      for (const Field& field : row.type->fields()) {
        CAPTURE(field.name);
        const auto& values = before.at(row.id);
        const auto value = values.find(field.number);
        CHECK(row.get(field.number) == (value == values.end() ? Value{Blank{}} : value->second));
      }
    }
  }
  CHECK(undo_merge(record(), world.records)->empty());  // once
}

TEST_CASE("survivor: the chain of merges is followed, and never closed to a circle") {
  TwoOfOne world;
  CHECK_FALSE(find_survivor(id_of(2), world.records));
  world.merge();
  Row third = world.row(1);
  third.id = id_of(3);
  third.set("merged_into", id_of(2));
  world.records.put(third);
  CHECK(find_survivor(id_of(2), world.records) == id_of(1));
  CHECK(find_survivor(id_of(3), world.records) == id_of(1));
  const FieldNumber merged_into = type("customer").get_field("merged_into").number;
  const auto check = [&](std::uint8_t customer, std::uint8_t into) {
    const std::vector<FieldValue> fields = {{merged_into, id_of(into)}};
    return check_change(type("customer"), id_of(customer), ChangeKind::Put, fields, world.records);
  };
  CHECK(make_finding(find_finding_kind("merge.circle")->code, "merged_into",
                     {"Sai Engineering Works", "Sai Engineering Works"})
            .text == check(1, 3));
  CHECK(check(1, 1) != "");
  CHECK(check(1, 7) == "");
  CHECK(check(2, 7) == "");
}
