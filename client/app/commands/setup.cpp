#include "client/app/commands/commands.h"
#include "client/app/failure_text.h"
#include "client/app/navigation.h"
#include "client/app/session_json.h"
#include "client/app/sessions.h"
#include "client/app/toast.h"
#include "shared/base/ensure.h"

namespace cm {
namespace {

std::string problem_in(const SetupState& form) {
  if (form.token.empty())
    return "Open the one-time link that the server printed at its first start.";
  if (form.user.empty()) return "Choose a user name.";
  if (form.password.empty()) return "Choose a password.";  // how long it must be, the server says
  if (form.password != form.password_again) return "The two passwords differ.";
  return {};
}

void show_problem(AppContext& app, const std::string& problem) {
  app.state.setup.problem = problem;
  app.platform.announce(problem, Politeness::Assertive);
}

void take_answer(AppContext& app, const HttpAnswer& answer) {
  app.state.setup.busy = false;
  const bool accepted = answer.status == 200 && is_from_our_server(answer);
  const auto session = accepted ? decode_session(answer.body) : std::nullopt;
  if (!session)
    return show_problem(app,
                        accepted ? "The server's answer could not be read." : refusal_text(answer));
  begin_session(app, *session);
  go_to(app, CustomersRoute{}, UrlChange::Replace);
  show_toast(app, "The server is set up. You are its administrator.");
}

}  // namespace

void run_command(AppContext& app, const EditSetup& action) {
  SetupState& form = app.state.setup;
  ENSURE(action.field == "user" || action.field == "password" || action.field == "password_again",
         "the boxes of the set-up form");
  (action.field == "user"       ? form.user
   : action.field == "password" ? form.password
                                : form.password_again) = action.text;
  form.problem.clear();
}

void run_command(AppContext& app, const SubmitSetup&) {
  SetupState& form = app.state.setup;
  if (form.busy) return;
  if (const std::string problem = problem_in(form); !problem.empty())
    return show_problem(app, problem);
  form.busy = true;
  form.problem.clear();
  const SignInRequest request{form.user, form.password, app.replica.device(),
                              app.platform.device_name()};
  app.requests.send("POST", "/v1/setup", encode_setup(request, form.token),
                    [&app](const HttpAnswer& answer) { take_answer(app, answer); });
}

}  // namespace cm
