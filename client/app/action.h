// What a person can do, as small structs. Views push them; each is handled by one command.
#pragma once

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

#include "client/app/state.h"

namespace cm {

struct OpenScreen { Screen screen = Screen::Customers; };
struct OpenRecords { std::string table; };                      // the list of a record type
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


// ---- the list on the screen, of any type ----
struct OpenFilters {};
struct CloseFilters {};
struct SetFilter { std::string name; std::string value; };      // an empty value takes it out
struct ClearFilters {};
struct SortList { std::string field; };                         // again: the other way round
struct OpenColumns {};
struct CloseColumns {};
struct ToggleColumn { std::string field; };
struct ResetColumns {};
struct SetCompactRows { bool compact = false; };
struct MarkRow { RecordId id; std::size_t place = 0; };         // selects it, or not any more
struct MarkTo { std::size_t from = 0; std::size_t to = 0; };    // from the last one marked, else `from`
struct MarkAll {};
struct ClearMarks {};
struct OpenBulkEdit {};                                         // of the selected rows, else of all shown
struct CloseBulkEdit {};                                        // at work: stops after what is done
struct ChooseBulkField { std::string field; };
struct EditBulkValue { std::string text; };
struct EditBulkReason { std::string text; };
struct CheckBulkEdit {};
struct ApplyBulkEdit {};
struct UndoBulkEdit {};
struct OpenViews {};
struct CloseViews {};
struct ShowView { std::string name; };
struct EditViewName { std::string text; };
struct SaveView {};                                             // under the name in the box, or renames
struct RenameView { std::string name; };                        // the box takes the new name
struct DeleteView { std::string name; };

// ---- any record ----
struct SearchRecords { std::string text; };
struct ShowRecordRows { std::size_t first = 0; std::size_t count = 0; };
struct ToggleTreeNode { RecordId id; };
struct CutTreeNode { RecordId id; };                            // to be put below another
struct PutTreeNode { RecordId parent; };
struct CancelMove {};
struct OpenRecord { RecordRef record; std::optional<RecordRef> made_for; };  // made_for: where Back leads
struct NewRecord { std::string table; std::optional<RecordRef> made_for; };
struct EditRecordField { std::string field; std::string text; };
struct LeaveRecordField { std::string field; };
struct SearchLink { std::string field; std::optional<std::string> text; };   // empty: opened, not typed yet
struct ChooseLink { std::string field; std::optional<RecordId> id; };
struct CloseLink {};                                            // what was typed there is dropped
struct SaveRecord {};
struct ConfirmRecordWarnings {};
struct EditRecordReason { std::string text; };
struct AskDeleteRecord {};
struct DeleteRecord {};
struct ReturnToRecord {};                                       // out of a dialog
struct CloseRecord {};                                          // Back; the draft stays kept
struct DiscardRecordDraft {};
struct ShowPast { RecordRef record; };                            // its history
struct ShowMorePast {};
struct EditPastDate { bool second = false; std::string text; };
struct ComparePast {};
struct UnlinkRecord { RecordRef link; };

using Action = std::variant<OpenFilters, CloseFilters, SetFilter, ClearFilters, SortList, OpenColumns, CloseColumns,
                            ToggleColumn, ResetColumns, SetCompactRows, OpenViews, CloseViews, ShowView, EditViewName,
                            SaveView, RenameView, DeleteView, MarkRow, MarkTo, MarkAll, ClearMarks, OpenBulkEdit,
                            CloseBulkEdit, ChooseBulkField, EditBulkValue, EditBulkReason, CheckBulkEdit,
                            ApplyBulkEdit, UndoBulkEdit, OpenRecords, SearchRecords, ShowRecordRows, ToggleTreeNode, CutTreeNode,
                            PutTreeNode, CancelMove, OpenRecord, NewRecord, EditRecordField, LeaveRecordField,
                            SearchLink, ChooseLink, CloseLink, SaveRecord, ConfirmRecordWarnings, EditRecordReason,
                            AskDeleteRecord, DeleteRecord, ReturnToRecord, CloseRecord, DiscardRecordDraft,
                            ShowPast, ShowMorePast, EditPastDate, ComparePast, UnlinkRecord, OpenScreen, EditSignIn, SubmitSignIn, SignOut, EditSetup, SubmitSetup, SearchCustomers,
                            ShowRows, OpenCustomer, NewCustomer, EditCustomerField, LeaveCustomerField,
                            SetShippingSameAsBilling, UseExpected, SaveCustomer, EditOverrideReason, ConfirmWarnings,
                            ReturnToEditing, CloseEditor, DiscardDraft, SyncNow, RefreshConflicts, DecideConflict,
                            DismissToast, UpdateProgram>;
using Actions = std::vector<Action>;

}  // namespace cm
