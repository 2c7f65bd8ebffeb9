// Goal: a save changes exactly what was edited, and addresses are shared, parted and retired
// without losing anything.
#include <doctest/doctest.h>

#include "shared/domain/records/address.h"
#include "shared/domain/records/catalogue.h"
#include "shared/domain/records/customer.h"
#include "tests/unit/domain/customer_sheets.h"

using namespace cm;
using namespace cm::test;

namespace {

QuickDraft shared_draft() {
  QuickDraft draft = anita_draft();
  draft.shipping_same_as_billing = true;
  return draft;
}

bool is(const Row& row, std::string_view flag) {
  return row.get(flag) == Value{std::int64_t{1}};
}

}  // namespace

TEST_CASE("quick_changes: a save without an edit changes nothing, for every shape of customer") {
  Desk desk;
  for (const QuickDraft& draft : {sai_draft(), anita_draft(), shared_draft(),
                                  edited(anita_draft(), {{"billing_address", ""},
                                                         {"billing_city", ""},
                                                         {"billing_state", ""},
                                                         {"billing_pincode", ""}}),
                                  edited(anita_draft(), {{"email", ""}, {"phone", ""}})}) {
    const CustomerSheet sheet = desk.store(draft);
    CHECK(desk.save(draft_of(&sheet), &sheet).empty());
    CHECK(check_draft(draft_of(&sheet), &sheet).to_confirm.empty());
  }
}

TEST_CASE("quick_changes: what is typed comes back into the boxes") {
  Desk desk;
  for (const QuickDraft& draft : {sai_draft(), anita_draft(), shared_draft()}) {
    const CustomerSheet sheet = desk.store(draft);
    QuickDraft back = draft_of(&sheet);
    if (back.shipping_same_as_billing) {
      for (const char* box :
           {"shipping_address", "shipping_city", "shipping_state", "shipping_pincode"})
        back.text.erase(box);
    }
    CHECK(back.text == draft.text);
    CHECK(back.shipping_same_as_billing == draft.shipping_same_as_billing);
  }
}

TEST_CASE("quick_changes: a new customer comes with its contact, addresses and links") {
  Desk desk;
  const auto changes = desk.save(sai_draft(), nullptr);
  CHECK(tables_of(changes) ==
        "customer contact contact_link address address_link address address_link");
  const Uuid customer = changes[0].id;
  CHECK(changed_value(changes[2], "contact") == Value{changes[1].id});
  CHECK(changed_value(changes[2], "party_kind") == Value{std::string("customer")});
  CHECK(changed_value(changes[2], "party") == Value{customer});
  CHECK(changed_value(changes[4], "address") == Value{changes[3].id});
  CHECK(changed_value(changes[3], "address_type") == Value{std::string("billing")});
  CHECK(changed_value(changes[3], "country") == Value{std::string("India")});
  CHECK(changed_value(changes[5], "address_type") == Value{std::string("shipping")});
  for (const Change& change : changes) CHECK(change.base.empty());
}

TEST_CASE("quick_changes: a typed GSTIN notes its source, who and when") {
  Desk desk;
  QuickDraft draft = sai_draft();
  draft.typed_by = "asha";
  draft.override_reason = "seen on paper";
  const auto changes = desk.save(draft, nullptr);
  CHECK(changed_value(changes[0], "gstin_source") == Value{std::string("typed")});
  CHECK(changed_value(changes[0], "gstin_source_by") == Value{std::string("asha")});
  CHECK(changed_value(changes[0], "gstin_source_at") == Value{desk.clock().now_ms()});
  CHECK(changed_value(changes[0], "override_reason") == Value{std::string("seen on paper")});
  const CustomerSheet sheet = desk.store(draft);
  const auto removed = desk.save(edited(draft_of(&sheet), {{"gstin", ""}}), &sheet);
  REQUIRE(removed.size() == 1);
  CHECK(is_blank(changed_value(removed[0], "gstin_source")));
  CHECK(is_blank(changed_value(removed[0], "gstin_source_at")));
  CHECK(changed_value(removed[0], "pan") == Value{std::string("AABCS1234F")});
}

TEST_CASE("quick_changes: an edit of one box changes one unit of one record, on its version") {
  Desk desk;
  const CustomerSheet sheet = desk.store(sai_draft());
  struct Case {
    const char* box;
    const char* text;
    const char* table;
    std::size_t fields;
  };
  for (const auto& [box, text, table, fields] :
       {Case{"credit_limit", "0", "customer", 1}, Case{"notes", "call first", "customer", 1},
        Case{"pan", "AABCS1235F", "customer", 6}, Case{"email", "new@example.com", "contact", 1},
        Case{"contact_person", "R. Patil", "contact", 1},
        Case{"billing_city", "Pimpri", "address", 6},
        Case{"shipping_pincode", "411040", "address", 6}, Case{"active", "No", "customer", 2}}) {
    CAPTURE(box);
    const auto changes = desk.save(edited(draft_of(&sheet), {{box, text}}), &sheet);
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].type->table() == table);
    CHECK(changes[0].fields.size() == fields);
    REQUIRE(changes[0].base.size() == 1);
    CHECK(changes[0].base.begin()->second == Dot{DeviceId{5}, 1});
  }
}

TEST_CASE("quick_changes: credit limit blank and zero are different") {
  Desk desk;
  const CustomerSheet sheet = desk.store(anita_draft());
  CHECK(sheet.customer.get("credit_limit") == Value{std::int64_t{0}});
  const auto changes = desk.save(edited(draft_of(&sheet), {{"credit_limit", ""}}), &sheet);
  REQUIRE(changes.size() == 1);
  CHECK(is_blank(changed_value(changes[0], "credit_limit")));
}

TEST_CASE("quick_changes: same as billing is one address with both flags") {
  Desk desk;
  for (QuickDraft draft :
       {shared_draft(), edited(anita_draft(), {{"shipping_address", "12, Green Park Colony"},
                                               {"shipping_city", "Jaipur"},
                                               {"shipping_state", "rajasthan"},
                                               {"shipping_pincode", "302 001"}})}) {
    CHECK(tables_of(desk.save(draft, nullptr)) ==
          "customer contact contact_link address address_link");
    const CustomerSheet sheet = desk.store(draft);
    CHECK(sheet.shares_address());
    CHECK(is(*sheet.billing, "is_primary"));
    CHECK(is(*sheet.billing, "is_shipping"));
    CHECK(draft_of(&sheet).text.at("shipping_city") == "Jaipur");
  }
}

TEST_CASE("quick_changes: editing a shared address moves both uses") {
  Desk desk;
  const CustomerSheet sheet = desk.store(shared_draft());
  const CustomerSheet after =
      desk.store(edited(draft_of(&sheet), {{"billing_city", "Ajmer"}}), &sheet);
  CHECK(after.shares_address());
  CHECK(after.billing->id == sheet.billing->id);
  CHECK(draft_of(&after).text.at("shipping_city") == "Ajmer");
}

TEST_CASE("quick_changes: another shipping text parts a shared address") {
  Desk desk;
  const CustomerSheet sheet = desk.store(shared_draft());
  QuickDraft draft = edited(draft_of(&sheet), {{"shipping_address", "Gate 7"}});
  draft.shipping_same_as_billing = false;
  const auto changes = desk.save(draft, &sheet);
  CHECK(tables_of(changes) == "address address address_link");
  const CustomerSheet after = sheet_after(&sheet, changes);
  CHECK(after.billing->id == sheet.billing->id);
  CHECK_FALSE(is(*after.billing, "is_shipping"));
  REQUIRE(after.shipping);
  CHECK_FALSE(after.shipping->id == sheet.billing->id);
  CHECK(after.shipping->get("line1") == Value{std::string("Gate 7")});
  CHECK(after.shipping->get("city") == Value{std::string("Jaipur")});
}

TEST_CASE("quick_changes: unticking without another text keeps the address shared") {
  Desk desk;
  const CustomerSheet sheet = desk.store(shared_draft());
  QuickDraft draft = draft_of(&sheet);
  draft.shipping_same_as_billing = false;
  CHECK(desk.save(draft, &sheet).empty());
}

TEST_CASE("quick_changes: unticking with empty boxes leaves billing only") {
  Desk desk;
  const CustomerSheet sheet = desk.store(shared_draft());
  QuickDraft draft = shared_draft();
  draft.shipping_same_as_billing = false;
  const CustomerSheet after = desk.store(draft, &sheet);
  CHECK(after.billing->id == sheet.billing->id);
  CHECK_FALSE(after.shipping);
}

TEST_CASE("quick_changes: an address of type Shipping that now only gets bills becomes one for billing") {
  Desk desk;
  CustomerSheet sheet = desk.store(shared_draft());
  sheet.billing->set("address_type", std::string("shipping"));
  sheet.shipping = sheet.billing;
  QuickDraft draft = shared_draft();
  draft.shipping_same_as_billing = false;
  const CustomerSheet after = desk.store(draft, &sheet);
  CHECK_FALSE(after.shipping);
  REQUIRE(after.billing);
  CHECK(after.billing->get("address_type") == Value{std::string("billing")});
}

TEST_CASE("quick_changes: ticking same keeps the old shipping address as one more address") {
  Desk desk;
  const CustomerSheet sheet = desk.store(sai_draft());
  QuickDraft draft = draft_of(&sheet);
  draft.shipping_same_as_billing = true;
  const auto changes = desk.save(draft, &sheet);
  CHECK(tables_of(changes) == "address address");
  CHECK(changes[0].id == sheet.billing->id);
  CHECK(changes[1].id == sheet.shipping->id);
  CHECK(changes[1].fields == std::vector<FieldValue>{{14, std::int64_t{0}}});  // still active
  CHECK(sheet_after(&sheet, changes).shares_address());
}

TEST_CASE("quick_changes: two addresses with the same text stay two until ticked") {
  Desk desk;
  const CustomerSheet sheet = desk.store(sai_draft());
  const QuickDraft draft = edited(draft_of(&sheet), {{"shipping_address", "Plot 45, MIDC Phase II"},
                                                     {"shipping_pincode", "411026"}});
  const CustomerSheet after = desk.store(draft, &sheet);
  CHECK_FALSE(after.shares_address());
  CHECK(after.shipping->id == sheet.shipping->id);
  CHECK(desk.save(draft_of(&after), &after).empty());
}

TEST_CASE("quick_changes: emptied boxes retire the record and keep what was typed") {
  Desk desk;
  const CustomerSheet sheet = desk.store(sai_draft());
  const auto changes = desk.save(edited(draft_of(&sheet), {{"shipping_address", ""},
                                                           {"shipping_city", ""},
                                                           {"shipping_state", ""},
                                                           {"shipping_pincode", ""},
                                                           {"email", ""},
                                                           {"phone", ""},
                                                           {"contact_person", ""}}),
                                 &sheet);
  CHECK(tables_of(changes) == "contact address");
  CHECK(changed_value(changes[0], "active") == Value{std::int64_t{0}});
  CHECK(changed_value(changes[0], "name") == Value{std::string("(not changed)")});
  CHECK(changed_value(changes[1], "active") == Value{std::int64_t{0}});
  const CustomerSheet after = sheet_after(&sheet, changes);
  CHECK_FALSE(after.contact);
  CHECK_FALSE(after.shipping);
  CHECK(after.billing);
}

TEST_CASE("quick_changes: emptied billing boxes leave a shared address for shipping") {
  Desk desk;
  const CustomerSheet sheet = desk.store(shared_draft());
  QuickDraft draft = edited(draft_of(&sheet), {{"billing_address", ""},
                                               {"billing_city", ""},
                                               {"billing_state", ""},
                                               {"billing_pincode", ""}});
  draft.shipping_same_as_billing = false;
  const CustomerSheet after = desk.store(draft, &sheet);
  CHECK_FALSE(after.billing);
  REQUIRE(after.shipping);
  CHECK(after.shipping->id == sheet.billing->id);
  CHECK(desk.save(draft_of(&after), &after).empty());
}

TEST_CASE("quick_changes: the second street line survives an edit of the first") {
  Desk desk;
  CustomerSheet sheet = desk.store(sai_draft());
  sheet.billing->set("line1", std::string("Plot 45"));
  sheet.billing->set("line2", std::string("MIDC Phase II"));
  CHECK(draft_of(&sheet).text.at("billing_address") == "Plot 45, MIDC Phase II");
  CHECK(desk.save(draft_of(&sheet), &sheet).empty());
  const auto changes =
      desk.save(edited(draft_of(&sheet), {{"billing_address", "Plot 46, MIDC Phase II"}}), &sheet);
  REQUIRE(changes.size() == 1);
  CHECK(changed_value(changes[0], "line1") == Value{std::string("Plot 46")});
  CHECK(changed_value(changes[0], "line2") == Value{std::string("MIDC Phase II")});
}

TEST_CASE("quick_changes: fields that the form does not show stay as they are") {
  Desk desk;
  CustomerSheet sheet = desk.store(sai_draft());
  sheet.contact->set("other_phones", std::string("+919123456789"));
  sheet.customer.set("website", std::string("sai.example.com"));
  sheet.customer.values[99] = std::string("newer");
  const CustomerSheet after =
      desk.store(edited(draft_of(&sheet), {{"email", "x@example.com"}, {"notes", "n"}}), &sheet);
  CHECK(after.contact->get("other_phones") == Value{std::string("+919123456789")});
  CHECK(after.customer.get("website") == Value{std::string("sai.example.com")});
  CHECK(after.customer.get(FieldNumber{99}) == Value{std::string("newer")});
}

TEST_CASE("quick_changes: a PAN missing in the master is not filled by a save without an edit") {
  Desk desk;
  CustomerSheet sheet = desk.store(sai_draft());
  sheet.customer.set("pan", Blank{});
  CHECK(desk.save(draft_of(&sheet), &sheet).empty());
}

TEST_CASE("quick_changes: random edits always come back as typed and then rest") {
  Desk desk(99);
  const char* pool[] = {"",
                        "x",
                        "Pune",
                        "श्री",
                        "Maharashtra",
                        "411026",
                        "9876543210",
                        "a@example.com",
                        "0",
                        "12.50",
                        "Yes",
                        "No",
                        "Business",
                        "27AAPFU0939F1ZV",
                        "AAPFU0939F",
                        "=cmd()",
                        "a\nb",
                        "plot 1, lane 2"};
  std::optional<CustomerSheet> sheet;
  int saved = 0;
  for (int round = 0; round < 3000; ++round) {
    const CustomerSheet* existing = sheet && desk.random().below(20) ? &*sheet : nullptr;
    QuickDraft draft = existing ? draft_of(existing) : sai_draft();
    for (std::uint64_t k = 1 + desk.random().below(5); k > 0; --k) {
      const QuickField& quick = quick_fields()[desk.random().below(quick_fields().size())];
      draft.text[std::string(quick.name)] = pool[desk.random().below(std::size(pool))];
    }
    draft.shipping_same_as_billing = desk.random().below(2) == 1;
    draft.override_reason = "test";
    const DraftCheck check = check_draft(draft, existing);
    if (check.has_errors()) continue;
    ++saved;
    CustomerSheet next = desk.store(draft, existing);
    const auto again = desk.save(draft_of(&next), &next);
    CAPTURE(round);
    CHECK_MESSAGE(again.empty(), tables_of(again));
    sheet = std::move(next);
  }
  CHECK(saved > 300);
}

TEST_CASE("quick_changes: emptied boxes take a part that others share from this customer only") {
  Desk desk;
  CustomerSheet sheet = desk.store(sai_draft());
  const auto link_to = [&](std::string_view table, const Row& part) {
    const RecordType& type = record_catalogue().get(table);
    Row link(type, Uuid::make_v7(desk.clock(), desk.random()));
    link.versions[1] = Dot{DeviceId{7}, 3};
    sheet.shared_links[part.id] = {link};
    return link;
  };
  const Row contact_link = link_to("contact_link", *sheet.contact);
  const Row billing_link = link_to("address_link", *sheet.billing);
  const auto changes = desk.save(edited(draft_of(&sheet), {{"contact_person", ""},
                                                          {"email", ""},
                                                          {"phone", ""},
                                                          {"billing_address", ""},
                                                          {"billing_city", ""},
                                                          {"billing_state", ""},
                                                          {"billing_pincode", ""}}),
                                 &sheet);
  REQUIRE(tables_of(changes) == "contact_link address_link");
  CHECK(changes[0].id == contact_link.id);
  CHECK(changes[1].id == billing_link.id);
  for (const Change& change : changes) {
    CHECK(change.kind == ChangeKind::Delete);
    CHECK(change.fields.empty());
    CHECK(change.base == contact_link.versions);
  }
  const CustomerSheet after = sheet_after(&sheet, changes);
  CHECK_FALSE(after.contact);
  CHECK((!after.billing || after.billing->id != sheet.billing->id));
}
