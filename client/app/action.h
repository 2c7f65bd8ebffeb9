// What a person can do, as small structs. Views push them; each is handled by one command.
#pragma once

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

#include "client/app/state.h"

namespace cm {

struct OpenScreen { Screen screen = Screen::Customers; };
struct EditSignIn { std::string field; std::string text; };     // "user", "password"
struct SubmitSignIn {};
struct SignOut {};
struct EditSetup { std::string field; std::string text; };      // "user", "password", "password_again"
struct SubmitSetup {};
struct SearchCustomers { std::string text; };
struct ShowRows { std::size_t first = 0; std::size_t count = 0; };  // the list scrolled there
struct OpenCustomer { RecordId id; };
struct NewCustomer {};
struct EditCustomerField { std::string field; std::string text; };
struct LeaveCustomerField { std::string field; };               // blur: its findings show from now on
struct SetShippingSameAsBilling { bool same = false; };
struct UseExpected { std::string field; };                      // takes a finding's suggested fix
struct SaveCustomer {};
struct EditOverrideReason { std::string text; };
struct ConfirmWarnings {};                                      // "Save anyway" in the warnings dialog
struct ReturnToEditing {};
struct CloseEditor {};                                          // Back; the draft stays kept
struct DiscardDraft {};
struct SyncNow {};
struct RefreshConflicts {};
struct DecideConflict { std::string id; ConflictState decision = ConflictState::Kept; };
struct DismissToast {};
struct UpdateProgram {};

using Action = std::variant<OpenScreen, EditSignIn, SubmitSignIn, SignOut, EditSetup, SubmitSetup, SearchCustomers,
                            ShowRows, OpenCustomer, NewCustomer, EditCustomerField, LeaveCustomerField,
                            SetShippingSameAsBilling, UseExpected, SaveCustomer, EditOverrideReason, ConfirmWarnings,
                            ReturnToEditing, CloseEditor, DiscardDraft, SyncNow, RefreshConflicts, DecideConflict,
                            DismissToast, UpdateProgram>;
using Actions = std::vector<Action>;

}  // namespace cm
