// What is typed is kept from the first keystroke: over leaving, reload, crash and an update of the
// program.
#include <doctest/doctest.h>

#include "tests/unit/client/app/device.h"

namespace cm::test {
namespace {

RecordId create_anita(Device& device) {
  device.act(NewCustomer{});
  for (const auto& [field, text] : anita_sharma()) device.fill(field, text);
  device.act(SaveCustomer{});
  device.settle();
  return *device.editor().id;
}

TEST_CASE("drafts: a keystroke is on the disk half a second later, and survives a crash") {
  Device device;
  device.start_signed_in();
  device.act(NewCustomer{}, EditCustomerField{"name", "Half a na"});
  REQUIRE(device.platform->wake_at_ms);
  CHECK(*device.platform->wake_at_ms - device.platform->clock().now_ms() <= 500);
  device.wake();
  CHECK(device.editor().draft_saved_ms == device.platform->clock().now_ms());
  device.start("/customers/new");
  CHECK(device.box("name") == "Half a na");
  CHECK(device.editor().draft_restored);
  CHECK(device.editor().dirty);
}

TEST_CASE("drafts: steady typing does not put the keeping off") {
  Device device;
  device.start_signed_in();
  device.act(NewCustomer{}, EditCustomerField{"name", "A"});
  const UnixMs due_ms = *device.platform->wake_at_ms;
  device.advance_ms(300);
  device.act(EditCustomerField{"name", "An"});
  CHECK(device.platform->wake_at_ms == due_ms);
}

TEST_CASE("drafts: leaving the form keeps the draft, coming back brings it") {
  Device device;
  device.start_signed_in();
  device.act(NewCustomer{}, EditCustomerField{"name", "Later"}, CloseEditor{});
  CHECK_FALSE(device.state().editor);
  CHECK(device.url() == "/customers");
  device.act(NewCustomer{});
  CHECK(device.box("name") == "Later");
  device.act(OpenScreen{Screen::Sync}, NewCustomer{});
  CHECK(device.box("name") == "Later");
  device.app->on_url("/customers");
  device.app->on_url("/customers/new");
  CHECK(device.box("name") == "Later");
}

TEST_CASE("drafts: each customer has its own") {
  Device device;
  device.start_signed_in();
  const RecordId anita = create_anita(device);
  device.act(EditCustomerField{"notes", "calls in the evening"}, NewCustomer{},
             EditCustomerField{"name", "Other"}, OpenCustomer{anita});
  CHECK(device.box("notes") == "calls in the evening");
  CHECK(device.box("name") == "Anita Sharma");
  device.act(NewCustomer{});
  CHECK(device.box("name") == "Other");
  CHECK(device.box("notes").empty());
}

TEST_CASE("drafts: saved or discarded, it is gone") {
  Device device;
  device.start_signed_in();
  const RecordId anita = create_anita(device);
  device.start("/customers/new");
  CHECK(device.box("name").empty());
  device.settle();

  device.app->on_url("/customers/" + anita.text());
  const std::uint32_t revision = device.editor().revisions.of("name");
  device.act(EditCustomerField{"name", "Wrong"}, DiscardDraft{});
  CHECK(device.box("name") == "Anita Sharma");
  CHECK(device.editor().revisions.of("name") > revision);
  CHECK_FALSE(device.editor().dirty);
  device.start("/customers/" + anita.text());
  CHECK(device.box("name") == "Anita Sharma");

  device.act(NewCustomer{}, EditCustomerField{"name", "Wrong"}, DiscardDraft{});
  CHECK_FALSE(device.state().editor);
  device.act(NewCustomer{});
  CHECK(device.box("name").empty());
}

TEST_CASE("drafts: typed back to what is stored, there is none") {
  Device device;
  device.start_signed_in();
  create_anita(device);
  device.act(EditCustomerField{"notes", "x"});
  device.wake();
  CHECK(device.editor().draft_saved_ms);
  device.act(EditCustomerField{"notes", ""});
  CHECK_FALSE(device.editor().dirty);
  device.wake();
  CHECK_FALSE(device.editor().draft_saved_ms);
}

TEST_CASE("drafts: a new version of the program takes over only after the draft is kept") {
  Device device;
  device.start_signed_in();
  device.act(NewCustomer{}, EditCustomerField{"name", "Unsaved"});
  device.app->on_update_ready();
  CHECK(device.state().update_ready);
  device.act(UpdateProgram{});
  CHECK(device.platform->program_updates == 1);
  device.start("/customers/new");
  CHECK(device.box("name") == "Unsaved");
}

TEST_CASE("drafts: a page that is hidden keeps the draft at once") {
  Device device;
  device.start_signed_in();
  device.act(NewCustomer{}, EditCustomerField{"name", "Phone rings"});
  device.app->on_visibility(false);
  device.start("/customers/new");
  CHECK(device.box("name") == "Phone rings");
}

TEST_CASE("drafts: a draft that cannot be kept says so, and is kept once there is space") {
  Device device;
  device.start_signed_in();
  device.act(NewCustomer{}, EditCustomerField{"notes", std::string(3'900, 'n')},
             EditCustomerField{"billing_address", std::string(9'000, 'a')});
  device.fill_disk();
  device.wake();
  CHECK(device.editor().problem.find("no space left") != std::string::npos);
  CHECK_FALSE(device.editor().draft_saved_ms);
  device.free_disk();
  device.advance_ms(10'000);
  device.app->on_wake();
  CHECK(device.editor().draft_saved_ms);
}

TEST_CASE("drafts: a draft keeps the base that its author saw over a restart") {
  Device device;
  device.start_signed_in();
  const RecordId anita = create_anita(device);
  device.act(EditCustomerField{"payment_terms", "Cash"});
  device.wake();
  const Dot seen = device.editor().existing->customer.versions.at(1);

  device.start("/customers/" + anita.text());
  CHECK(device.box("payment_terms") == "Cash");
  REQUIRE(device.editor().existing);
  CHECK(device.editor().existing->customer.versions.at(1) == seen);
  CHECK_FALSE(device.editor().changed_elsewhere);
}

TEST_CASE("drafts: a crash right after the save does not offer the new customer a second time") {
  Device device;
  device.start_signed_in();
  device.act(NewCustomer{});
  for (const auto& [field, text] : anita_sharma()) device.fill(field, text);
  device.wake();
  REQUIRE(device.editor().draft_saved_ms);
  device.keep_settings_from_going();  // the program ends between the save and forgetting its draft
  device.act(SaveCustomer{});
  const RecordId anita = *device.editor().id;
  device.start("/customers/new");
  CHECK(device.box("name").empty());
  CHECK_FALSE(device.editor().draft_restored);
  device.start("/customers/" + anita.text());
  CHECK(device.box("name") == "Anita Sharma");
}

TEST_CASE("drafts: a crash right after an edit was saved leaves no draft of what is stored") {
  Device device;
  device.start_signed_in();
  const RecordId anita = create_anita(device);
  device.act(EditCustomerField{"payment_terms", "Cash"});
  device.wake();
  device.keep_settings_from_going();
  device.act(SaveCustomer{});
  CHECK(device.state().sync.unsent == 1);
  device.settle();
  device.start("/customers/" + anita.text());
  CHECK(device.box("payment_terms") == "Cash");
  CHECK_FALSE(device.editor().draft_restored);
  CHECK_FALSE(device.editor().dirty);
}

}  // namespace
}  // namespace cm::test
