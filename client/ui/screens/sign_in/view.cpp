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

  FieldSpec user;
  user.label = "User name";
  user.value = state.sign_in.user;
  user.required = true;
  user.input.autocomplete = "username";
  user.input.capitalize = "none";
  user.input.enter_hint = "next";
  FieldSpec password;
  password.label = "Password";
  password.value = state.sign_in.password;
  password.required = true;
  password.input.type = "password";
  password.input.autocomplete = "current-password";
  password.input.enter_hint = "go";
  page.fields = {{"user", user}, {"password", password}};

  const EntryPageEvents events = draw_entry_page(frame, page);
  for (const auto& [field, text] : events.edits) frame.push(EditSignIn{field, text});
  if (events.submitted && !state.sign_in.busy) frame.push(SubmitSignIn{});
}

}  // namespace cm::ui
