// Goal: the customer form has the seeds' words, turns typing into actions, leads by Enter, shows
// findings when they are due, and asks about warnings. Method: press and type by role and name.
#include <doctest/doctest.h>

#include <algorithm>

#include "tests/ui/sample_states.h"
#include "tests/ui/ui_harness.h"

namespace cm {
namespace {

constexpr const char* kSeedLabels[] = {"Name",
                                       "Customer Type",
                                       "GSTIN",
                                       "PAN",
                                       "Email",
                                       "Phone",
                                       "Contact Person",
                                       "Billing Address",
                                       "Billing City",
                                       "Billing State",
                                       "Billing Pincode",
                                       "Shipping Address",
                                       "Shipping City",
                                       "Shipping State",
                                       "Shipping Pincode",
                                       "Credit Limit",
                                       "Credit Days",
                                       "Payment Terms",
                                       "Notes",
                                       "Active"};

bool is_box(const Node& node) {
  return node.role == NodeRole::TextField || node.role == NodeRole::TextArea ||
         node.role == NodeRole::Combobox || node.role == NodeRole::Checkbox;
}

// Labels of the form's boxes in reading order.
std::vector<std::string> form_labels(const Page& page) {
  std::vector<std::string> labels;
  for (const Node& node : page.nodes()) {
    if (is_box(node) && node.name != "Search customers" && node.name != "Same as billing")
      labels.push_back(node.name);
  }
  return labels;
}

NodeRole role_of(const QuickField& quick) {
  switch (field_of(quick).kind) {
    case FieldKind::Choice:
    case FieldKind::State:
      return NodeRole::Combobox;
    case FieldKind::LongText:
      return NodeRole::TextArea;
    case FieldKind::Boolean:
      return NodeRole::Checkbox;
    default:
      return NodeRole::TextField;
  }
}

}  // namespace

TEST_CASE("form: its labels are the seeds' words, in their order, at every width") {
  const std::vector<std::string> expected(std::begin(kSeedLabels), std::end(kSeedLabels));
  for (const PageSize& size : kPageSizes) {
    Page page(size);
    page.show(samples::new_customer());
    CHECK(form_labels(page) == expected);
  }
}

TEST_CASE(
    "form: what is typed into each box becomes an edit of that field, and leaving it is told") {
  const AppState state = samples::new_customer();
  for (const QuickField& quick : quick_fields()) {
    const NodeRole role = role_of(quick);
    if (role == NodeRole::Checkbox) continue;
    CAPTURE(std::string(quick.label));
    Page page;
    page.show(state);
    const Actions typed = page.type(state, role, quick.label, "411026");
    const auto edit = find_action<EditCustomerField>(typed);
    REQUIRE(edit != nullptr);
    CHECK(edit->field == quick.name);
    CHECK(edit->text == "411026");
    CHECK(typed.size() == 1);
    const auto left = find_action<LeaveCustomerField>(page.leave(state, role, quick.label));
    REQUIRE(left != nullptr);
    CHECK(left->field == quick.name);
  }
}

TEST_CASE("form: an edit made on an older text than the app has set is dropped") {
  AppState state = samples::sai_typed();
  state.editor->revisions.all = 2;
  Page page;
  page.show(state);
  const Node& pan = page.get(NodeRole::TextField, "PAN");
  CHECK(pan.revision == 2);
  page.ui().handle(NodeEdited{pan.id, 1, "older"});
  CHECK(page.show(state).actions.empty());
  page.ui().handle(NodeEdited{pan.id, 2, "newer"});
  CHECK(find_action<EditCustomerField>(page.show(state).actions) != nullptr);
}

TEST_CASE("form: Active is ticked for a new customer, and a press takes it away") {
  const AppState state = samples::new_customer();
  Page page;
  page.show(state);
  CHECK(page.get(NodeRole::Checkbox, "Active").value == "true");
  const auto edit = find_action<EditCustomerField>(page.press(state, NodeRole::Checkbox, "Active"));
  REQUIRE(edit != nullptr);
  CHECK(edit->field == "active");
  CHECK(edit->text == "No");
}

TEST_CASE("form: choices and states are selects that hold what their parsers take") {
  Page page;
  page.show(samples::new_customer());
  const Node& type = page.get(NodeRole::Combobox, "Customer Type");
  REQUIRE(type.input.has_value());
  CHECK(type.input->type == "select");
  CHECK(type.required);
  for (const char* label : {"Customer Type", "Billing State", "Shipping State"}) {
    const Node& node = page.get(NodeRole::Combobox, label);
    const Field& field = field_of(*find_quick_field(
        std::string(label) == "Customer Type" ? "customer_type" : "billing_state"));
    for (const auto& [value, text] : node.input->options) {
      CAPTURE(text);
      QuickDraft draft = draft_of(nullptr);
      draft.text[std::string(field.kind == FieldKind::State ? "billing_state" : "customer_type")] =
          value;
      for (const Finding& finding : check_draft(draft, nullptr).findings) {
        CHECK(finding.code != "any.not_a_choice");
        CHECK(finding.code != "state.unknown");
      }
    }
  }
  const auto& options = page.get(NodeRole::Combobox, "Billing State").input->options;
  CHECK(options.size() >= 37);
  CHECK(std::count(options.begin(), options.end(),
                   std::pair<std::string, std::string>{"Maharashtra", "Maharashtra"}) == 1);
}

TEST_CASE("form: a state that is no choice any more is kept and shown") {
  AppState state = samples::sai_typed();
  state.editor->draft.text["billing_state"] = "Bombay Presidency";
  Page page;
  page.show(state);
  const Node& node = page.get(NodeRole::Combobox, "Billing State");
  CHECK(node.value == "Bombay Presidency");
  CHECK(node.input->options[1].first == "Bombay Presidency");
}

TEST_CASE("form: the soft keyboard fits the field") {
  Page page(kPhone);
  page.show(samples::new_customer());
  const std::pair<const char*, const char*> modes[] = {{"Phone", "tel"},
                                                       {"Email", "email"},
                                                       {"Billing Pincode", "numeric"},
                                                       {"Credit Limit", "decimal"},
                                                       {"Credit Days", "numeric"}};
  for (const auto& [label, mode] : modes)
    CHECK(page.get(NodeRole::TextField, label).input->mode == mode);
  CHECK(page.get(NodeRole::TextField, "GSTIN").input->capitalize == "characters");
  CHECK(page.get(NodeRole::TextField, "Name").input->enter_hint == "next");
}

TEST_CASE("form: Same as billing takes the shipping boxes away and is told to the app") {
  AppState state = samples::new_customer();
  Page page;
  page.show(state);
  const auto same = find_action<SetShippingSameAsBilling>(
      page.press(state, NodeRole::Checkbox, "Same as billing"));
  REQUIRE(same != nullptr);
  CHECK(same->same);
  state.editor->draft.shipping_same_as_billing = true;
  page.show(state);
  CHECK(page.find(NodeRole::TextField, "Shipping Address") == nullptr);
  CHECK(page.get(NodeRole::Checkbox, "Same as billing").value == "true");
}

TEST_CASE("form: Enter leads from box to box in their order, and does not save on the way") {
  const AppState state = samples::new_customer();
  Page page;
  page.show(state);
  page.focus(NodeRole::TextField, "GSTIN");
  for (const char* next :
       {"PAN", "Email", "Phone", "Contact Person", "Billing Address", "Billing City"}) {
    CHECK(find_action<SaveCustomer>(page.key(state, "Enter")) == nullptr);
    REQUIRE(page.focused() != nullptr);
    CHECK(page.focused()->name == next);
  }
}

TEST_CASE("form: its keys save and go back, its buttons likewise") {
  const AppState state = samples::sai_typed();
  Page page;
  page.show(state);
  CHECK(find_action<SaveCustomer>(page.press(state, NodeRole::Button, "Create Customer")) !=
        nullptr);
  CHECK(find_action<SaveCustomer>(page.key(state, "s", true)) != nullptr);
  CHECK(find_action<SaveCustomer>(page.key(state, "Enter", true)) != nullptr);
  CHECK(find_action<CloseEditor>(page.key(state, "Escape")) != nullptr);
  CHECK(find_action<CloseEditor>(page.press(state, NodeRole::Button, "Back")) != nullptr);
  CHECK(find_action<DiscardDraft>(page.press(state, NodeRole::Button, "Discard changes")) !=
        nullptr);
}

TEST_CASE(
    "form: a stored customer is saved with Save and shows its number; a new one says when it "
    "comes") {
  Page page;
  page.show(samples::existing_customer());
  page.get(NodeRole::Button, "Save");
  page.get(NodeRole::Text, "CUST-1007");
  CHECK(page.find(NodeRole::Button, "Discard changes") == nullptr);
  page.show(samples::new_customer());
  page.get(NodeRole::Text, "Number comes with the first sync");
}

TEST_CASE("form: findings are shown once the box was left or Save was tried") {
  AppState state = samples::sai_typed();
  state.editor->touched.clear();
  Page page;
  page.show(state);
  CHECK(page.get(NodeRole::TextField, "GSTIN").description.empty());
  state.editor->touched = {"gstin"};
  page.show(state);
  const Node& gstin = page.get(NodeRole::TextField, "GSTIN");
  CHECK(gstin.description.find("expected R") != std::string::npos);
  CHECK(!gstin.invalid);  // a warning may be saved
  page.show(samples::sai_with_errors());
  CHECK(page.get(NodeRole::TextField, "Email").invalid);
  CHECK(page.get(NodeRole::TextField, "Name").invalid);
}

TEST_CASE("form: a finding's fix is a button that says the result") {
  const AppState state = samples::sai_typed();
  Page page;
  page.show(state);
  const auto use =
      find_action<UseExpected>(page.press(state, NodeRole::Button, "Use 27AABCS1234F1ZR"));
  REQUIRE(use != nullptr);
  CHECK(use->field == "gstin");
}

TEST_CASE("form: the error summary counts, is read out, and leads to each box") {
  const AppState state = samples::sai_with_errors();
  Page page(kPhone);
  page.show(state);
  page.get(NodeRole::Alert, "3 things to fix before saving");
  const auto buttons = page.list(NodeRole::Button);
  const auto pincode = std::find_if(buttons.begin(), buttons.end(), [](const Node* node) {
    return node->name.rfind("Billing Pincode: ", 0) == 0;
  });
  REQUIRE(pincode != buttons.end());
  page.ui().handle(NodePressed{(*pincode)->id});
  const FrameResult result = page.frame(state);
  REQUIRE(result.focus.has_value());
  CHECK(*result.focus == page.get(NodeRole::TextField, "Billing Pincode").id);
  CHECK(result.scroll_to.has_value());  // it stands below the fold of a phone
}

TEST_CASE("form: the app's request moves the focus once") {
  AppState state = samples::sai_typed();
  Page page;
  page.show(state);
  state.editor->focus_field = "phone";
  state.editor->focus_request = 1;
  FrameResult first = page.frame(state);
  REQUIRE(first.focus.has_value());
  CHECK(*first.focus == page.get(NodeRole::TextField, "Phone").id);
  CHECK(!page.frame(state).focus.has_value());
  state.editor->focus_request = 2;
  CHECK(page.frame(state).focus.has_value());
}

TEST_CASE("form: a new form starts in Name with a keyboard, not with a finger") {
  Page desk(kDesktop);
  desk.show(samples::new_customer());
  REQUIRE(desk.focused() != nullptr);
  CHECK(desk.focused()->name == "Name");
  Page phone(kPhone);
  phone.show(samples::new_customer());
  REQUIRE(phone.focused() != nullptr);
  CHECK(phone.focused()->name == "Back");
}

TEST_CASE("form: a failed save is said in an alert") {
  AppState state = samples::sai_typed();
  state.editor->problem = "The disk is full. Nothing of this customer was saved.";
  Page page;
  page.show(state);
  page.get(NodeRole::Alert, state.editor->problem);
}

TEST_CASE("warnings: the dialog is modal, takes the focus, and gives it back") {
  AppState state = samples::sai_typed();
  Page page;
  page.show(state);
  page.focus(NodeRole::TextField, "PAN");
  page.show(state);
  state.editor->save_tried = true;
  state.editor->step = EditorStep::ConfirmingWarnings;
  page.show(state);
  CHECK(page.get(NodeRole::Dialog, "Save with a warning?").modal);
  REQUIRE(page.focused() != nullptr);
  CHECK(page.focused()->name == "Reason");
  state.editor->step = EditorStep::Editing;
  page.show(state);
  REQUIRE(page.focused() != nullptr);
  CHECK(page.focused()->name == "PAN");
}

TEST_CASE("warnings: each button of the dialog does what it says") {
  const AppState state = samples::sai_warnings();
  Page page;
  page.show(state);
  CHECK(find_action<ConfirmWarnings>(page.press(state, NodeRole::Button, "Save anyway")) !=
        nullptr);
  const auto use =
      find_action<UseExpected>(page.press(state, NodeRole::Button, "Use 27AABCS1234F1ZR"));
  REQUIRE(use != nullptr);
  CHECK(use->field == "gstin");
  const auto reason = find_action<EditOverrideReason>(
      page.type(state, NodeRole::TextField, "Reason", "Copy of the certificate seen"));
  REQUIRE(reason != nullptr);
  CHECK(reason->text == "Copy of the certificate seen");
  CHECK(find_action<ReturnToEditing>(page.key(state, "Escape")) != nullptr);
}

TEST_CASE("warnings: a missing reason is said at its box, which gets the focus") {
  AppState state = samples::sai_warnings();
  Page page;
  page.show(state);
  page.focus(NodeRole::Button, "Save anyway");
  page.show(state);
  state.editor->reason_missing = true;
  page.show(state);
  const Node& reason = page.get(NodeRole::TextField, "Reason");
  CHECK(reason.invalid);
  CHECK(reason.required);
  REQUIRE(page.focused() != nullptr);
  CHECK(page.focused()->id == reason.id);
}

TEST_CASE("warnings: nothing behind the dialog listens") {
  const AppState state = samples::sai_warnings();
  Page page;
  page.show(state);
  CHECK(page.press(state, NodeRole::Button, "Create Customer").empty());
  CHECK(page.type(state, NodeRole::TextField, "PAN", "x").empty());
  CHECK(page.key(state, "s", true).empty());
}

}  // namespace cm
