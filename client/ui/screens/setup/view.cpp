#include "client/ui/screens/setup/view.h"

#include "client/ui/entry_page.h"

namespace cm::ui {
void draw_setup(Frame& frame, const AppState& state, Memory& memory) {
  EntryPageSpec page;
  page.title = "Set up";
  page.text = "Make the first administrator of this server. The link that led here works once.";
  page.problem = state.setup.problem;
  page.button = state.setup.busy ? "Creating\xE2\x80\xA6" : "Create administrator";
  page.busy = state.setup.busy;
  page.focus_first = memory.screen_before != Screen::Setup;
  page.fields = {user_name_field(state.setup.user),
                 password_field("password", "Password", state.setup.password, "new-password",
                                "next"),
                 password_field("password_again", "Password again", state.setup.password_again,
                                "new-password", "go")};

  const EntryPageEvents events = draw_entry_page(frame, page);
  for (const auto& [field, text] : events.edits) frame.push(EditSetup{field, text});
  if (events.submitted && !state.setup.busy) frame.push(SubmitSetup{});
}

}  // namespace cm::ui
