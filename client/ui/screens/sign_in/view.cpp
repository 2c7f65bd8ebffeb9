#include "client/ui/screens/sign_in/view.h"

#include "client/ui/entry_page.h"

namespace cm::ui {

void draw_sign_in(Frame& frame, const AppState& state, Memory& memory) {
  EntryPageSpec page;
  page.title = "Sign in";
  page.text = "Once signed in, you can go on working without a network.";
  page.problem = state.sign_in.problem;
  page.button = state.sign_in.busy ? "Signing in\xE2\x80\xA6" : "Sign in";
  page.busy = state.sign_in.busy;
  page.focus_first = memory.screen_before != Screen::SignIn;
  page.fields = {user_name_field(state.sign_in.user),
                 password_field("password", "Password", state.sign_in.password, "current-password",
                                "go")};

  const EntryPageEvents events = draw_entry_page(frame, page);
  for (const auto& [field, text] : events.edits) frame.push(EditSignIn{field, text});
  if (events.submitted && !state.sign_in.busy) frame.push(SubmitSignIn{});
}

}  // namespace cm::ui
