#include "client/app/commands/commands.h"
#include "client/app/failure_text.h"
#include "client/app/navigation.h"
#include "client/app/session_json.h"
#include "client/app/sessions.h"
#include "shared/base/ensure.h"

namespace cm {
namespace {

std::string problem_of(const HttpAnswer& answer) {
  if (!is_from_our_server(answer)) {
    return "The server cannot be reached. Signing in needs the network; work on this device does "
           "not, once signed in.";
  }
  if (answer.status == 401) return "User name or password is wrong.";
  if (answer.status == 429 && answer.retry_after_ms) {
    return "Too many attempts. Try again in " +
           std::to_string((*answer.retry_after_ms + 999) / 1000) + " seconds.";
  }
  return refusal_text(answer);
}

void take_answer(AppContext& app, const HttpAnswer& answer) {
  SignInState& form = app.state.sign_in;
  form.busy = false;
  const bool accepted = answer.status == 200 && is_from_our_server(answer);
  const auto session = accepted ? decode_session(answer.body) : std::nullopt;
  if (!session) {
    form.problem = accepted ? "The server's answer could not be read." : problem_of(answer);
    app.platform.announce(form.problem, Politeness::Assertive);
    return;
  }
  const std::string return_to = form.return_to;
  begin_session(app, *session);
  if (app.state.screen == Screen::SignIn) go_to(app, parse_route(return_to), UrlChange::Replace);
}

}  // namespace

void run_command(AppContext& app, const EditSignIn& action) {
  ENSURE(action.field == "user" || action.field == "password", "the two boxes of the sign-in form");
  (action.field == "user" ? app.state.sign_in.user : app.state.sign_in.password) = action.text;
  app.state.sign_in.problem.clear();
}

void run_command(AppContext& app, const SubmitSignIn&) {
  SignInState& form = app.state.sign_in;
  if (form.busy) return;
  if (form.user.empty() || form.password.empty()) {
    form.problem = "Enter user name and password.";
    app.platform.announce(form.problem, Politeness::Assertive);
    return;
  }
  form.busy = true;
  form.problem.clear();
  const SignInRequest request{form.user, form.password, app.replica.device(),
                              app.platform.device_name()};
  app.requests.send("POST", "/v1/session", encode_sign_in(request),
                    [&app](const HttpAnswer& answer) { take_answer(app, answer); });
}

}  // namespace cm
