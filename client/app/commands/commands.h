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

}  // namespace cm
