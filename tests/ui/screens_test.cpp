// Goal: every other button and field does what it says: shell, sign in, setup, conflicts, sync,
// toast. Method: press by role and name, look at the actions.
#include <doctest/doctest.h>

#include <imgui.h>

#include "client/ui/theme.h"
#include "tests/support/draw_data_png.h"
#include "tests/ui/sample_states.h"
#include "tests/ui/ui_harness.h"

namespace cm {

TEST_CASE("shell: the menu leads to each screen and marks the present one") {
  const AppState state = samples::customers(60);
  for (const PageSize& size : kPageSizes) {
    Page page(size);
    page.show(state);
    const std::pair<const char*, Screen> places[] = {
        {"Customers", Screen::Customers}, {"Conflicts", Screen::Conflicts}, {"Sync", Screen::Sync}};
    for (const auto& [name, screen] : places) {
      CHECK(page.get(NodeRole::Link, name).current == (screen == Screen::Customers));
      const auto open = find_action<OpenScreen>(page.press(state, NodeRole::Link, name));
      REQUIRE(open != nullptr);
      CHECK(open->screen == screen);
    }
    CHECK(page.get(NodeRole::Link, "Conflicts").description == "2 to review");
  }
  Page desktop;
  desktop.show(state);
  desktop.get(NodeRole::Text, "Sales");
}

TEST_CASE("shell: the chip says what is not sent on every screen and leads to Sync") {
  for (AppState state : {samples::customers(60), samples::new_customer(), samples::conflicts(3),
                         samples::sync_idle()}) {
    state.sync.unsent = 3;
    state.sync.online = false;
    for (const PageSize& size : kPageSizes) {
      Page page(size);
      page.show(state);
      const auto open =
          find_action<OpenScreen>(page.press(state, NodeRole::Button, "Offline · 3 not sent"));
      REQUIRE(open != nullptr);
      CHECK(open->screen == Screen::Sync);
    }
  }
}

TEST_CASE("shell: news can be answered") {
  AppState state = samples::customers(60);
  state.update_ready = true;
  state.sync.phase = SyncPhase::NeedsSignIn;
  for (const PageSize& size : kPageSizes) {
    Page page(size);
    page.show(state);
    CHECK(find_action<UpdateProgram>(page.press(state, NodeRole::Button, "Update")) != nullptr);
    const auto open = find_action<OpenScreen>(page.press(state, NodeRole::Button, "Sign in"));
    REQUIRE(open != nullptr);
    CHECK(open->screen == Screen::SignIn);
  }
}

TEST_CASE("toast: can be read, can be dismissed, and goes when its time is over") {
  AppState state = samples::sync_offline(1);
  Page page;
  page.show(state);
  page.get(NodeRole::Text, state.toast->text);
  CHECK(find_action<DismissToast>(page.press(state, NodeRole::Button, "Dismiss")) != nullptr);
  state.toast->is_error = true;
  state.toast->until_ms = 0;
  page.show(state);
  page.get(NodeRole::Text, state.toast->text);
  // The app announces it; a live region here too would say it twice.
  CHECK(page.list(NodeRole::Status).empty());
  CHECK(page.list(NodeRole::Alert).empty());
  state.toast->until_ms = state.now_ms;
  page.show(state);
  CHECK(page.find(NodeRole::Button, "Dismiss") == nullptr);
}

TEST_CASE("sign in: fields, button and Enter") {
  const AppState state = samples::signed_out();
  Page page(kPhone);
  page.show(state);
  CHECK(page.focused()->name == "User name");
  CHECK(page.get(NodeRole::TextField, "Password").input->type == "password");
  CHECK(page.get(NodeRole::TextField, "Password").input->autocomplete == "current-password");
  page.get(NodeRole::Alert, "User name or password is wrong.");
  for (const auto& [label, field] :
       {std::pair{"User name", "user"}, std::pair{"Password", "password"}}) {
    const auto edit = find_action<EditSignIn>(page.type(state, NodeRole::TextField, label, "abc"));
    REQUIRE(edit != nullptr);
    CHECK(edit->field == field);
    CHECK(edit->text == "abc");
  }
  CHECK(find_action<SubmitSignIn>(page.press(state, NodeRole::Button, "Sign in")) != nullptr);
  page.focus(NodeRole::TextField, "User name");
  CHECK(page.key(state, "Enter").empty());
  CHECK(page.focused()->name == "Password");
  CHECK(find_action<SubmitSignIn>(page.key(state, "Enter")) != nullptr);
}

TEST_CASE("sign in: is not sent twice while it is under way") {
  AppState state = samples::signed_out();
  state.sign_in.busy = true;
  Page page;
  page.show(state);
  CHECK(page.get(NodeRole::Button, "Signing in…").busy);
  CHECK(page.press(state, NodeRole::Button, "Signing in…").empty());
}

TEST_CASE("setup: fields and button") {
  const AppState state = samples::setup();
  Page page;
  page.show(state);
  for (const auto& [label, field] :
       {std::pair{"User name", "user"}, std::pair{"Password", "password"},
        std::pair{"Password again", "password_again"}}) {
    const auto edit = find_action<EditSetup>(page.type(state, NodeRole::TextField, label, "abc"));
    REQUIRE(edit != nullptr);
    CHECK(edit->field == field);
  }
  CHECK(find_action<SubmitSetup>(page.press(state, NodeRole::Button, "Create administrator")) !=
        nullptr);
}

TEST_CASE("conflicts: both values, who, where and when; Keep and Restore decide") {
  const AppState state = samples::conflicts(1);
  for (const PageSize& size : kPageSizes) {
    Page page(size);
    page.show(state);
    for (const char* text :
         {"98765 43210", "91234 56789", "Stands now", "Overwritten",
          "meena · Office desktop · 09:42", "rajesh · Field tablet · 21 Nov, 08:42",
          "Phone · Two devices changed it without knowing of each other."}) {
      page.get(NodeRole::Text, text);
    }
    page.get(NodeRole::Heading, "Aarav Steel Traders");
    const auto keep = find_action<DecideConflict>(page.press(state, NodeRole::Button, "Keep"));
    REQUIRE(keep != nullptr);
    CHECK(keep->id == "conflict-0");
    CHECK(keep->decision == ConflictState::Kept);
    const auto restore =
        find_action<DecideConflict>(page.press(state, NodeRole::Button, "Restore"));
    REQUIRE(restore != nullptr);
    CHECK(restore->decision == ConflictState::Restored);
    CHECK(find_action<RefreshConflicts>(page.press(state, NodeRole::Button, "Refresh")) != nullptr);
  }
}

TEST_CASE("conflicts: one whose decision is on its way cannot be decided again") {
  AppState state = samples::conflicts(1);
  state.conflicts.deciding = {"conflict-0"};
  Page page;
  page.show(state);
  CHECK(page.get(NodeRole::Button, "Keep").busy);
  CHECK(page.press(state, NodeRole::Button, "Keep").empty());
  CHECK(page.press(state, NodeRole::Button, "Restore").empty());
}

TEST_CASE("conflicts: none, loading, and a problem are said") {
  AppState state = samples::conflicts(0);
  Page page;
  page.show(state);
  page.get(NodeRole::Heading, "No conflicts");
  page.get(NodeRole::Text, "As of 10:42");
  for (const Node* text : page.list(NodeRole::Text))
    CHECK(text->name.find("to review") == std::string::npos);
  state.conflicts.loading = true;
  page.show(state);
  page.get(NodeRole::Text, "Fetching…");
  state.conflicts.loading = false;
  state.conflicts.problem = "The server cannot be reached.";
  page.show(state);
  page.get(NodeRole::Alert, "The server cannot be reached.");
}

TEST_CASE("sync: says how it stands, what waits, and syncs now") {
  const AppState state = samples::sync_offline(3);
  Page page;
  page.show(state);
  page.get(NodeRole::Heading, "Offline · 3 not sent");
  CHECK(page.list(NodeRole::ListItem).size() == 3);
  page.get(NodeRole::Text, "Customer: Name, GSTIN");
  page.get(NodeRole::Text, "12,842");
  CHECK(find_action<SyncNow>(page.press(state, NodeRole::Button, "Sync now")) != nullptr);
  CHECK(find_action<SignOut>(page.press(state, NodeRole::Button, "Sign out")) != nullptr);
  AppState working = samples::sync_idle();
  working.sync.phase = SyncPhase::Pushing;
  page.show(working);
  CHECK(page.get(NodeRole::Button, "Sync now").busy);
}

TEST_CASE("starting: says that it is opening") {
  Page page;
  page.show(samples::starting());
  page.get(NodeRole::Text, "Opening your data…");
}

TEST_CASE("pixels: the page has the theme's background, and a focused button its ring") {
  for (const ThemeName theme : {ThemeName::Light, ThemeName::Dark, ThemeName::HighContrast}) {
    Page page(kDesktop, theme);
    const AppState state = samples::signed_out();
    page.show(state);
    const auto picture = draw_in_software(*ImGui::GetDrawData());
    CHECK(picture.pixel(2, 2) == ui::theme_of(theme).background.rgba >> 8);
    page.focus(NodeRole::Button, "Sign in");
    page.show(state);
    const auto focused = draw_in_software(*ImGui::GetDrawData());
    const NodeRect r = page.get(NodeRole::Button, "Sign in").rect;
    const int x = static_cast<int>(r.x + r.w / 2), y = static_cast<int>(r.y) - 3;
    CHECK(focused.pixel(x, y) == ui::theme_of(theme).focus.rgba >> 8);
    CHECK(picture.pixel(x, y) != focused.pixel(x, y));
  }
}

TEST_CASE("pixels: the focus ring of a list row is whole, whatever else the row draws") {
  const AppState state = samples::customers(60);
  for (const PageSize& size : {kPhone, kTablet, kDesktop}) {
    Page page(size);
    page.show(state);
    for (std::size_t place = 0; place < 4; ++place) {  // one of them has the mark of a conflict
      const bool grid = size.w >= 1200;
      const NodeRole role = grid ? NodeRole::Row : NodeRole::Link;
      page.focus(role, state.customers.rows[place].name);
      page.show(state);
      const auto picture = draw_in_software(*ImGui::GetDrawData());
      const NodeRect row = page.get(role, state.customers.rows[place].name).rect;
      const NodeRect view = page.get(NodeRole::Scroller, "Customers").rect;
      const int frame = grid ? 1 : 0;
      const int left = static_cast<int>(view.x + row.x) + frame;
      const int right = left + static_cast<int>(row.w) - 1 - 2 * frame;
      const int top = static_cast<int>(view.y + row.y);
      const int bottom = top + static_cast<int>(row.h) - 1;
      const std::uint32_t focus = ui::theme_of(ThemeName::Light).focus.rgba >> 8;
      CAPTURE(size.w);
      CAPTURE(place);
      for (const int x : {left, (left + right) / 2, right - 10}) {
        CHECK(picture.pixel(x, top) == focus);
        CHECK(picture.pixel(x, bottom) == focus);
      }
      CHECK(picture.pixel(left, (top + bottom) / 2) == focus);
      CHECK(picture.pixel(right, (top + bottom) / 2) == focus);
    }
  }
}

}  // namespace cm
