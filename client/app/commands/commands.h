// One function per thing a person can do, each in its own file here. App::run dispatches by
// std::visit: an action without its function does not compile.
#pragma once

#include "client/app/action.h"
#include "client/app/context.h"

namespace cm {

void run_command(AppContext& app, const OpenScreen& action);
void run_command(AppContext& app, const EditSignIn& action);
void run_command(AppContext& app, const SubmitSignIn& action);
void run_command(AppContext& app, const SignOut& action);
void run_command(AppContext& app, const EditSetup& action);
void run_command(AppContext& app, const SubmitSetup& action);
void run_command(AppContext& app, const SearchCustomers& action);
void run_command(AppContext& app, const ShowRows& action);
void run_command(AppContext& app, const OpenCustomer& action);
void run_command(AppContext& app, const NewCustomer& action);
void run_command(AppContext& app, const EditCustomerField& action);
void run_command(AppContext& app, const LeaveCustomerField& action);
void run_command(AppContext& app, const SetShippingSameAsBilling& action);
void run_command(AppContext& app, const UseExpected& action);
void run_command(AppContext& app, const SaveCustomer& action);
void run_command(AppContext& app, const EditOverrideReason& action);
void run_command(AppContext& app, const ConfirmWarnings& action);
void run_command(AppContext& app, const ReturnToEditing& action);
void run_command(AppContext& app, const CloseEditor& action);
void run_command(AppContext& app, const DiscardDraft& action);
void run_command(AppContext& app, const SyncNow& action);
void run_command(AppContext& app, const RefreshConflicts& action);
void run_command(AppContext& app, const DecideConflict& action);
void run_command(AppContext& app, const DismissToast& action);
void run_command(AppContext& app, const UpdateProgram& action);

// Any record.
void run_command(AppContext& app, const OpenRecords& action);
void run_command(AppContext& app, const SearchRecords& action);
void run_command(AppContext& app, const SortRecords& action);
void run_command(AppContext& app, const ShowRecordRows& action);
void run_command(AppContext& app, const ToggleTreeNode& action);
void run_command(AppContext& app, const CutTreeNode& action);
void run_command(AppContext& app, const PutTreeNode& action);
void run_command(AppContext& app, const CancelMove& action);
void run_command(AppContext& app, const OpenRecord& action);
void run_command(AppContext& app, const NewRecord& action);
void run_command(AppContext& app, const CloseRecord& action);
void run_command(AppContext& app, const DiscardRecordDraft& action);
void run_command(AppContext& app, const ReturnToRecord& action);
void run_command(AppContext& app, const EditRecordField& action);
void run_command(AppContext& app, const LeaveRecordField& action);
void run_command(AppContext& app, const EditRecordReason& action);
void run_command(AppContext& app, const SearchLink& action);
void run_command(AppContext& app, const ChooseLink& action);
void run_command(AppContext& app, const CloseLink& action);
void run_command(AppContext& app, const SaveRecord& action);
void run_command(AppContext& app, const ConfirmRecordWarnings& action);
void run_command(AppContext& app, const AskDeleteRecord& action);
void run_command(AppContext& app, const DeleteRecord& action);
void run_command(AppContext& app, const UnlinkRecord& action);
void run_command(AppContext& app, const ShowPast& action);
void run_command(AppContext& app, const ShowMorePast& action);
void run_command(AppContext& app, const EditPastDate& action);
void run_command(AppContext& app, const ComparePast& action);

}  // namespace cm
