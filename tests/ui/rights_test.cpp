// Goal: what a role may not do is not offered, and the screen says why. Method: the sample states
// as an auditor, a rep and the office see them.
#include <doctest/doctest.h>

#include "tests/ui/sample_states.h"
#include "tests/ui/ui_harness.h"

namespace cm {

TEST_CASE("rights: an auditor is offered no new customer, by button or by key") {
  for (const AppState& from : {samples::customers(60), samples::no_customers()}) {
    const AppState state = samples::as_role(from, "auditor");
    for (const PageSize& size : kPageSizes) {
      Page page(size);
      page.show(state);
      CHECK(page.find(NodeRole::Button, "New Customer") == nullptr);
      CHECK(page.key(state, "n").empty());
      for (const Node* text : page.list(NodeRole::Text)) {
        CHECK(text->name.find("Make the first") == std::string::npos);
        CHECK(text->name.find("make a new one") == std::string::npos);
      }
    }
  }
}

TEST_CASE("rights: an auditor's form is there to be read, and says why") {
  const AppState state = samples::as_role(samples::existing_customer(), "auditor");
  for (const PageSize& size : kPageSizes) {
    Page page(size);
    page.show(state);
    page.get(NodeRole::Text, "Your role may read customers and change nothing.");
    CHECK(page.find(NodeRole::Button, "Save") == nullptr);
    CHECK(page.list(NodeRole::Combobox).empty());  // a <select> cannot be read only
    for (const NodeRole role : {NodeRole::TextField, NodeRole::TextArea}) {
      for (const Node* field : page.list(role)) {
        if (field->name == "Search customers") continue;
        CAPTURE(field->name);
        CHECK(field->readonly);
        CHECK_FALSE(field->required);
      }
    }
    CHECK(page.get(NodeRole::TextField, "Name").value == "Sai Engineering Works");
    CHECK(page.get(NodeRole::TextField, "Customer Type").value == "Business");
    CHECK(page.get(NodeRole::Checkbox, "Active").disabled);
    CHECK(page.press(state, NodeRole::Checkbox, "Active").empty());
    CHECK(page.type(state, NodeRole::TextField, "Name", "Other").empty());
    CHECK(page.key(state, "s", true).empty());
  }
}

TEST_CASE("rights: a box that a role may not change is read only and says who may") {
  Page page;
  AppState state = samples::existing_customer();
  state.editor->readonly["credit_limit"] = "Only a manager may change: Credit Limit.";
  page.show(state);
  const Node& limit = page.get(NodeRole::TextField, "Credit Limit");
  CHECK(limit.readonly);
  CHECK(limit.description == "Only a manager may change: Credit Limit.");
  CHECK(page.type(state, NodeRole::TextField, "Credit Limit", "1").empty());
  CHECK_FALSE(page.get(NodeRole::TextField, "Name").readonly);
  CHECK(find_action<SaveCustomer>(page.press(state, NodeRole::Button, "Save")) != nullptr);
}

TEST_CASE("rights: who may not decide a conflict reads it and is told who may") {
  for (const char* role : {"rep", "outlet", "auditor"}) {
    const AppState state = samples::as_role(samples::conflicts(2), role);
    for (const PageSize& size : kPageSizes) {
      CAPTURE(role);
      Page page(size);
      page.show(state);
      CHECK(page.find(NodeRole::Button, "Keep") == nullptr);
      CHECK(page.find(NodeRole::Button, "Restore") == nullptr);
      page.get(NodeRole::Text,
               "You can read these. A manager or the office decides which value stays.");
      page.get(NodeRole::Text, "91234 56789");
    }
  }
  Page page;
  page.show(samples::as_role(samples::conflicts(2), "office"));
  page.get(NodeRole::Button, "Keep");
  page.get(NodeRole::Button, "Restore");
}

}  // namespace cm
