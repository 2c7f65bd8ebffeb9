#include "shared/domain/permissions.h"

#include <algorithm>
#include <array>
#include <vector>

namespace cm {
namespace {

using Roles = unsigned;  // a set of them

constexpr Roles only(Role role) {
  return 1U << static_cast<unsigned>(role);
}
constexpr bool has(Roles roles, Role role) {
  return (roles & only(role)) != 0;
}

constexpr Roles kNobody = 0;
constexpr Roles kOffice = only(Role::Office) | only(Role::Administrator);
constexpr Roles kDesk = kOffice | only(Role::Manager);
constexpr Roles kWriters = kDesk | only(Role::Rep) | only(Role::Outlet);
constexpr Roles kEverybody = kWriters | only(Role::Auditor);

// In the order of Role: as stored, as said after "only", as shown.
struct RoleWords {
  std::string_view name;
  std::string_view said;
  std::string_view label;
};
constexpr std::array kRoleWords = std::to_array<RoleWords>({
    {"rep", "a rep", "Sales rep"},
    {"outlet", "an outlet", "Factory outlet"},
    {"manager", "a manager", "Sales manager"},
    {"office", "the office", "Central office"},
    {"auditor", "an auditor", "Auditor"},
    {"administrator", "an administrator", "Administrator"},
});

// In the order of Act.
constexpr std::array kActs = std::to_array<Roles>({
    kEverybody,                 // Read
    kWriters,                   // Write
    kOffice,                    // SpeakForOffice
    kDesk,                      // DecideConflicts
    only(Role::Administrator),  // ManageUsers
});

struct RecordRights {
  std::string_view table;
  Roles create, change, hide, show;
};
constexpr RecordRights kUnnamedRecord = {"", kOffice, kOffice, kOffice, kOffice};
constexpr std::array kRecords = std::to_array<RecordRights>({
    {"customer", kWriters, kWriters, kOffice, kDesk},
    {"contact", kWriters, kWriters, kWriters, kWriters},
    {"address", kWriters, kWriters, kWriters, kWriters},
    {"contact_link", kWriters, kWriters, kWriters, kWriters},
    {"address_link", kWriters, kWriters, kWriters, kWriters},
    {"sales_team_member", kDesk, kDesk, kDesk, kDesk},  // it decides who sells to whom
    {"assignment", kDesk, kDesk, kDesk, kDesk},         // likewise
    {"target", kDesk, kDesk, kDesk, kDesk},
    {"customer_company", kDesk, kDesk, kOffice, kDesk},  // with its ledger:
    {"account", kDesk, kDesk, kOffice, kDesk},
});

// Fields of one merge unit stand here together: they travel together.
struct FieldRights {
  std::string_view table, field;
  Roles create, change;
};
constexpr std::array kFields = std::to_array<FieldRights>({
    {"customer", "commission_rate", kDesk, kDesk},
    {"customer", "on_hold", kDesk, kDesk},
    {"customer", "hold_until", kDesk, kDesk},
    {"customer", "hold_reason", kDesk, kDesk},
    {"customer", "supersedes", kOffice, kOffice},
    {"customer", "supersede_reason", kOffice, kOffice},
    {"customer", "supersede_date", kOffice, kOffice},
    {"customer", "superseded_by", kOffice, kOffice},
    {"customer", "merged_into", kOffice, kOffice},
    {"customer", "walk_in", kOffice, kOffice},
    {"customer_company", "credit_limit", kOffice, kOffice},
});

const RecordRights& rights_of(const RecordType& type) {
  const auto* found = std::find_if(kRecords.begin(), kRecords.end(), [&](const RecordRights& line) {
    return line.table == type.table();
  });
  return found == kRecords.end() ? kUnnamedRecord : *found;
}

Roles roles_for(RecordAct act, const RecordType& type) {
  const RecordRights& rights = rights_of(type);
  switch (act) {
    case RecordAct::Create:
      return rights.create;
    case RecordAct::Change:
      return rights.change;
    case RecordAct::Hide:
      return rights.hide;
    case RecordAct::Show:
      return rights.show;
  }
  return kNobody;
}

RecordAct writing(RowExists exists) {
  return exists == RowExists::Yes ? RecordAct::Change : RecordAct::Create;
}

Roles roles_for(const RecordType& type, const Field& field, RowExists exists) {
  if (field.server_only) return kNobody;
  const Roles record = roles_for(writing(exists), type);
  const auto* found = std::find_if(kFields.begin(), kFields.end(), [&](const FieldRights& line) {
    return line.table == type.table() && line.field == field.name;
  });
  if (found == kFields.end()) return record;
  return record & (exists == RowExists::Yes ? found->change : found->create);
}

// "a manager, the office or an administrator"
std::string list_of(Roles roles) {
  std::vector<std::string_view> words;
  for (std::size_t i = 0; i < kRoleWords.size(); ++i) {
    if (has(roles, static_cast<Role>(i))) words.push_back(kRoleWords[i].said);
  }
  std::string list;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) list += i + 1 == words.size() ? " or " : ", ";
    list += words[i];
  }
  return list;
}

std::string refusal(Roles roles, std::string_view verb, std::string_view what) {
  return "Only " + list_of(roles) + " may " + std::string(verb) + ": " + std::string(what) + ".";
}

std::string_view verb_of(RecordAct act) {
  switch (act) {
    case RecordAct::Create:
      return "create";
    case RecordAct::Change:
      return "change";
    case RecordAct::Hide:
      return "delete";
    case RecordAct::Show:
      return "bring back";
  }
  return "write";
}

bool says_nothing(const Value& value) {
  const auto* number = std::get_if<std::int64_t>(&value);
  const auto* text = std::get_if<std::string>(&value);
  return is_blank(value) || (number && *number == 0) || (text && text->empty());
}

std::string check_act(Role role, RecordAct act, const RecordType& type) {
  const Roles roles = roles_for(act, type);
  return has(roles, role) ? std::string() : refusal(roles, verb_of(act), type.label());
}

std::string check_field(Role role, const RecordType& type, const Field& field, RowExists exists) {
  const Roles roles = roles_for(type, field, exists);
  if (has(roles, role)) return {};
  if (field.server_only) return "Only the server writes this: " + std::string(field.label) + ".";
  return refusal(roles, exists == RowExists::Yes ? "change" : "set", field.label);
}

}  // namespace

std::string_view role_name(Role role) {
  return kRoleWords.at(static_cast<std::size_t>(role)).name;
}

std::string_view role_label(Role role) {
  return kRoleWords.at(static_cast<std::size_t>(role)).label;
}

std::optional<Role> parse_role(std::string_view name) {
  for (std::size_t i = 0; i < kRoleWords.size(); ++i) {
    if (kRoleWords[i].name == name) return static_cast<Role>(i);
  }
  return std::nullopt;
}

bool may(Role role, Act act) {
  return has(kActs.at(static_cast<std::size_t>(act)), role);
}

bool may(Role role, RecordAct act, const RecordType& type) {
  return has(roles_for(act, type), role);
}

bool may_write(Role role, const RecordType& type, const Field& field, RowExists exists) {
  return has(roles_for(type, field, exists), role);
}

std::string check_permission(Role role, const WriteRequest& request, RowExists exists) {
  if (!may(role, Act::Write)) return "This role may read everything and change nothing.";
  const RecordType& type = request.type;
  if (request.kind == ChangeKind::Delete) return check_act(role, RecordAct::Hide, type);
  std::string why = check_act(role, writing(exists), type);
  if (why.empty() && request.shows_again) why = check_act(role, RecordAct::Show, type);
  for (const FieldValue& value : request.fields) {
    if (!why.empty()) return why;
    const Field* field = type.find_field(value.field);
    if (!field || (exists == RowExists::No && says_nothing(value.value))) continue;
    why = check_field(role, type, *field, exists);
  }
  return why;
}

}  // namespace cm
