// Goal: who may write which field of which record is exactly what this page says.
#include "shared/domain/permissions.h"

#include <doctest/doctest.h>

#include <map>
#include <set>

#include "shared/domain/records/catalogue.h"

namespace cm {
namespace {

constexpr std::array kRoles = {Role::Rep,    Role::Outlet,  Role::Manager,
                               Role::Office, Role::Auditor, Role::Administrator};

// One letter a role: Rep, Outlet, Manager, oFfice, auDitor, Administrator; '-' where he may not.
std::string letters(auto may_he) {
  constexpr std::string_view kLetters = "ROMFDA";
  std::string out;
  for (std::size_t i = 0; i < kRoles.size(); ++i) out += may_he(kRoles[i]) ? kLetters[i] : '-';
  return out;
}

std::string who_writes(const RecordType& type, const Field& field, RowExists exists) {
  return letters([&](Role role) { return may_write(role, type, field, exists); });
}

struct Who {
  std::string_view create, change;
};

constexpr Who kEveryWriter = {"ROMF-A", "ROMF-A"};
constexpr Who kDeskOnly = {"--MF-A", "--MF-A"};
constexpr Who kOfficeOnly = {"---F-A", "---F-A"};

// All fields of these tables but the exceptions below.
const std::map<std::string_view, Who> kByTable = {
    {"customer", kEveryWriter},      {"contact", kEveryWriter},
    {"address", kEveryWriter},       {"contact_link", kEveryWriter},
    {"address_link", kEveryWriter},  {"sales_team_member", kDeskOnly},
    {"assignment", kDeskOnly},       {"target", kDeskOnly},
    {"customer_company", kDeskOnly}, {"account", kDeskOnly},
};
const std::map<std::string_view, Who> kCustomerExceptions = {
    {"commission_rate", kDeskOnly},  {"on_hold", kDeskOnly},
    {"hold_until", kDeskOnly},       {"hold_reason", kDeskOnly},
    {"supersedes", kOfficeOnly},     {"superseded_by", kOfficeOnly},
    {"merged_into", kOfficeOnly},    {"walk_in", kOfficeOnly},
    {"code", {"------", "------"}},  {"supersede_reason", kOfficeOnly},
    {"supersede_date", kOfficeOnly},
};

const RecordType& customers() {
  return record_catalogue().get("customer");
}

std::string check(Role role, const RecordType& type, std::string_view field, Value value,
                  RowExists exists) {
  const std::vector<FieldValue> fields = {{type.get_field(field).number, std::move(value)}};
  return check_permission(role, {type, ChangeKind::Put, false, fields}, exists);
}

}  // namespace

TEST_CASE("permissions: every role, record type and field") {
  for (const RecordType* type : record_catalogue().types()) {
    const auto table = kByTable.find(type->table());
    for (const Field& field : type->fields()) {
      Who expected = table == kByTable.end() ? kOfficeOnly : table->second;
      const auto exception = kCustomerExceptions.find(field.name);
      if (type == &customers() && exception != kCustomerExceptions.end())
        expected = exception->second;
      if (type->table() == "customer_company" && field.name == "credit_limit")
        expected = kOfficeOnly;
      if (field.server_only) expected = {"------", "------"};
      CAPTURE(type->table());
      CAPTURE(field.name);
      CHECK(who_writes(*type, field, RowExists::No) == expected.create);
      CHECK(who_writes(*type, field, RowExists::Yes) == expected.change);
    }
  }
}

TEST_CASE("permissions: every field that the table names is there") {
  for (const auto& [name, who] : kCustomerExceptions) {
    CAPTURE(name);
    CHECK(customers().find_field(name) != nullptr);
  }
}

TEST_CASE(
    "permissions: the fields of one merge unit travel together, so their rights are the same") {
  for (const RecordType* type : record_catalogue().types()) {
    for (const Field& field : type->fields()) {
      const Field* lead = type->find_field(type->unit_lead(field.number));
      REQUIRE(lead);
      CAPTURE(field.name);
      for (const RowExists exists : {RowExists::No, RowExists::Yes})
        CHECK(who_writes(*type, field, exists) == who_writes(*type, *lead, exists));
    }
  }
}

TEST_CASE("permissions: records as a whole") {
  struct Case {
    std::string_view table, create, change, hide, show;
  };
  for (const Case& expected : {Case{"customer", "ROMF-A", "ROMF-A", "---F-A", "--MF-A"},
                               Case{"contact", "ROMF-A", "ROMF-A", "ROMF-A", "ROMF-A"},
                               Case{"address", "ROMF-A", "ROMF-A", "ROMF-A", "ROMF-A"},
                               Case{"contact_link", "ROMF-A", "ROMF-A", "ROMF-A", "ROMF-A"},
                               Case{"address_link", "ROMF-A", "ROMF-A", "ROMF-A", "ROMF-A"},
                               Case{"sales_team_member", "--MF-A", "--MF-A", "--MF-A", "--MF-A"},
                               Case{"customer_company", "--MF-A", "--MF-A", "---F-A", "--MF-A"},
                               Case{"account", "--MF-A", "--MF-A", "---F-A", "--MF-A"},
                               Case{"territory", "---F-A", "---F-A", "---F-A", "---F-A"}}) {
    const RecordType& type = record_catalogue().get(expected.table);
    const auto who = [&](RecordAct act) {
      return letters([&](Role role) { return may(role, act, type); });
    };
    CAPTURE(expected.table);
    CHECK(who(RecordAct::Create) == expected.create);
    CHECK(who(RecordAct::Change) == expected.change);
    CHECK(who(RecordAct::Hide) == expected.hide);
    CHECK(who(RecordAct::Show) == expected.show);
  }
}

TEST_CASE("permissions: what is not the writing of a record") {
  const auto who = [](Act act) { return letters([&](Role role) { return may(role, act); }); };
  CHECK(who(Act::Read) == "ROMFDA");
  CHECK(who(Act::Write) == "ROMF-A");
  CHECK(who(Act::SpeakForOffice) == "---F-A");
  CHECK(who(Act::DecideConflicts) == "--MF-A");
  CHECK(who(Act::ManageUsers) == "-----A");
}

TEST_CASE("permissions: a refusal names the field and who may") {
  CHECK(check(Role::Rep, customers(), "on_hold", std::int64_t{1}, RowExists::Yes) ==
        "Only a manager, the office or an administrator may change: On Hold.");
  CHECK(check(Role::Rep, customers(), "credit_limit", std::int64_t{100}, RowExists::No).empty());
  CHECK(check(Role::Manager, customers(), "walk_in", std::int64_t{1}, RowExists::No) ==
        "Only the office or an administrator may set: Walk-in.");
  CHECK(check(Role::Administrator, customers(), "code", std::string("C-9"), RowExists::Yes) ==
        "Only the server writes this: Code.");
  CHECK(check(Role::Auditor, customers(), "notes", std::string("x"), RowExists::Yes) ==
        "This role may read everything and change nothing.");
  CHECK(check_permission(Role::Manager, {customers(), ChangeKind::Delete, false, {}},
                         RowExists::Yes) ==
        "Only the office or an administrator may delete: Customer.");
  CHECK(check_permission(Role::Rep, {customers(), ChangeKind::Put, true, {}}, RowExists::Yes) ==
        "Only a manager, the office or an administrator may bring back: Customer.");
}

TEST_CASE("permissions: a new record's blanks, zeros and Noes are nobody's decision") {
  for (const auto& [field, value] :
       std::vector<std::pair<std::string_view, Value>>{{"on_hold", std::int64_t{0}},
                                                       {"walk_in", std::int64_t{0}},
                                                       {"hold_until", Blank{}},
                                                       {"merged_into", Blank{}},
                                                       {"code", std::string()}}) {
    CAPTURE(field);
    CHECK(check(Role::Rep, customers(), field, value, RowExists::No).empty());
    CHECK_FALSE(check(Role::Rep, customers(), field, value, RowExists::Yes).empty());
  }
}

TEST_CASE("permissions: role names go there and back") {
  std::set<std::string_view> names;
  for (const Role role : kRoles) {
    names.insert(role_name(role));
    CHECK(parse_role(role_name(role)) == role);
  }
  CHECK(names.size() == kRoles.size());
  CHECK_FALSE(parse_role("boss"));
}

}  // namespace cm
