#include "client/app/commands/commands.h"
#include "client/app/editor.h"
#include "client/app/navigation.h"
#include "client/app/sessions.h"
#include "client/app/toast.h"

namespace cm {

// Locks the device: what is on it stays, the unsent changes too, and goes up after the next
// sign-in.
void run_command(AppContext& app, const SignOut&) {
  if (!app.state.session) return;
  const std::size_t unsent = app.replica.count_unsent_saves();
  close_editor(app);
  end_session(app);
  go_to(app, SignInRoute{}, UrlChange::Push);
  if (unsent == 0) return show_toast(app, "Signed out.");
  show_toast(app, "Signed out. " + std::to_string(unsent) +
                      (unsent == 1 ? " change is" : " changes are") +
                      " kept on this device and will be sent after you sign in again.");
}

}  // namespace cm
