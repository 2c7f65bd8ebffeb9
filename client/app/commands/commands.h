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

// The list on the screen, of any type.
void run_command(AppContext& app, const OpenFilters& action);
void run_command(AppContext& app, const CloseFilters& action);
void run_command(AppContext& app, const SetFilter& action);
void run_command(AppContext& app, const ClearFilters& action);
void run_command(AppContext& app, const SortList& action);
void run_command(AppContext& app, const OpenColumns& action);
void run_command(AppContext& app, const CloseColumns& action);
void run_command(AppContext& app, const ToggleColumn& action);
void run_command(AppContext& app, const ResetColumns& action);
void run_command(AppContext& app, const SetCompactRows& action);
void run_command(AppContext& app, const MarkRow& action);
void run_command(AppContext& app, const MarkTo& action);
void run_command(AppContext& app, const MarkAll& action);
void run_command(AppContext& app, const ClearMarks& action);
void run_command(AppContext& app, const OpenBulkEdit& action);
void run_command(AppContext& app, const CloseBulkEdit& action);
void run_command(AppContext& app, const ChooseBulkField& action);
void run_command(AppContext& app, const EditBulkValue& action);
void run_command(AppContext& app, const EditBulkReason& action);
void run_command(AppContext& app, const CheckBulkEdit& action);
void run_command(AppContext& app, const ApplyBulkEdit& action);
void run_command(AppContext& app, const UndoBulkEdit& action);
void run_command(AppContext& app, const OpenViews& action);
void run_command(AppContext& app, const CloseViews& action);
void run_command(AppContext& app, const ShowView& action);
void run_command(AppContext& app, const EditViewName& action);
void run_command(AppContext& app, const SaveView& action);
void run_command(AppContext& app, const RenameView& action);
void run_command(AppContext& app, const DeleteView& action);

// Any record.
void run_command(AppContext& app, const OpenRecords& action);
void run_command(AppContext& app, const SearchRecords& action);
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
