#include "client/ui/screens/setup/view.h"

#include "client/ui/entry_page.h"

namespace cm::ui {
namespace {

FieldSpec password_field(const std::string& label, const std::string& value) {
  FieldSpec spec;
  spec.label = label;
  spec.value = value;
  spec.required = true;
  spec.input.type = "password";
  spec.input.autocomplete = "new-password";
  spec.input.enter_hint = "next";
  return spec;
}

}  // namespace

void draw_setup(Frame& frame, const AppState& state, Memory& memory) {
  EntryPageSpec page;
  page.title = "Set up";
  page.text = "Make the first administrator of this server. The link that led here works once.";
  page.problem = state.setup.problem;
  page.button = state.setup.busy ? "Creating\xE2\x80\xA6" : "Create administrator";
  page.busy = state.setup.busy;
  page.focus_first = memory.screen_before != Screen::Setup;

  FieldSpec user;
  user.label = "User name";
  user.value = state.setup.user;
  user.required = true;
  user.input.autocomplete = "username";
  user.input.capitalize = "none";
  user.input.enter_hint = "next";
  FieldSpec again = password_field("Password again", state.setup.password_again);
  again.input.enter_hint = "go";
  page.fields = {{"user", user},
                 {"password", password_field("Password", state.setup.password)},
                 {"password_again", again}};

  const EntryPageEvents events = draw_entry_page(frame, page);
  for (const auto& [field, text] : events.edits) frame.push(EditSetup{field, text});
  if (events.submitted && !state.setup.busy) frame.push(SubmitSetup{});
}

}  // namespace cm::ui
