// Who may do what: one table of roles, record types and fields (requirements 1). The server judges
// every pushed operation by it; the browser hides by it what would be refused.
//
// A field that is not named in the table may be written by whoever may write its record type; a record
// type that is not named, by the office and administrators. Everybody reads everything.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "shared/record/change.h"

namespace cm {

enum class Role { Rep, Outlet, Manager, Office, Auditor, Administrator };  // Stored by name.

// "rep", "outlet", "manager", "office", "auditor", "administrator".
std::string_view role_name(Role role);
std::string_view role_label(Role role);  // "Sales rep", as shown
std::optional<Role> parse_role(std::string_view name);

// What a person does that is not the writing of one record.
enum class Act {
  Read,
  Write,            // anything at all; which records and fields: see below
  SpeakForOffice,   // his word on an office field outranks the field force's (PROTOCOL.md, Merge)
  DecideConflicts,  // keep or restore what lost a merge or was denied
  ManageUsers,      // users, roles, passwords, devices
};
bool may(Role role, Act act);

// What happens to a record as a whole. Show: a hidden record is shown again.
enum class RecordAct { Create, Change, Hide, Show };
bool may(Role role, RecordAct act, const RecordType& type);

// Whether the role may give the field a value, in a new record (No) or in one that stands (Yes).
bool may_write(Role role, const RecordType& type, const Field& field, RowExists exists);

// A change as far as rights go.
struct WriteRequest {
  const RecordType& type;
  ChangeKind kind;
  bool shows_again;  // a put that names the hidden state in its base
  std::span<const FieldValue> fields;
};
// Why the role may not do this, in plain words that name the field; empty when it may. In a new record
// blank, zero and No may stand in any field: they say nothing.
std::string check_permission(Role role, const WriteRequest& request, RowExists exists);

}  // namespace cm
