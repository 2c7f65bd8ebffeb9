// Goal: two customers are made one and parted again through the write doors, while others go on
// editing the one that goes: nothing that anybody typed is lost.
#include "shared/domain/acts/merge_customers.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <set>

#include "shared/domain/acts/undo_merge.h"
#include "shared/domain/records/contact.h"
#include "shared/domain/records/contact_link.h"
#include "shared/domain/records/customer_merge.h"
#include "tests/unit/store/store_fixture.h"

using namespace cm;
using namespace cm::test;

namespace {

struct Pair {
  RecordId survivor, loser;
};

Pair two_customers(World& world) {
  const RecordId survivor = world.asha.add_customer({{"name", "Sai Engineering Works"},
                                                     {"phone", "9876543210"},
                                                     {"billing_city", "Pune"},
                                                     {"billing_pincode", "411026"}});
  world.clock.advance_ms(1000);
  const RecordId loser = world.asha.add_customer({{"name", "Sai Engg Works"},
                                                  {"phone", "9123456789"},
                                                  {"credit_days", "30"},
                                                  {"billing_city", "Pune"},
                                                  {"shipping_city", "Nashik"}});
  world.server.sync(world.asha);
  world.server.sync(world.bela);
  world.clock.advance_ms(1000);
  return {survivor, loser};
}

FieldNumber field(std::string_view name) {
  return customer_type().get_field(name).number;
}

// Returns the merge's record.
RecordId merge(Device& device, const RecordId& survivor, const RecordId& loser,
               const MergeChoice& choice = {}) {
  const auto changes = merge_customers(*find_customer_holding(survivor, device.records),
                                       *find_customer_holding(loser, device.records), choice,
                                       device.clock, device.random);
  REQUIRE(changes.has_value());
  device.replica.commit(*changes, ChangeSource::Merge, device.user);
  return changes->back().id;
}

void undo(Device& device, const RecordId& merge) {
  const auto record = device.records.find(type("customer_merge"), merge);
  REQUIRE(record);
  const auto changes = undo_merge(*record, device.records);
  REQUIRE(changes.has_value());
  device.replica.commit(*changes, ChangeSource::Merge, device.user);
}

std::string phones_of(const RecordStore& records, const RecordId& customer) {
  std::vector<std::string> phones;
  for (const Row& contact : records.list_contacts_of(customer)) {
    const auto* phone = std::get_if<std::string>(&contact.get("phone"));
    phones.push_back((phone ? *phone : "-") +
                     (contact.get("is_primary") == Value{std::int64_t{1}} ? "*" : ""));
  }
  std::sort(phones.begin(), phones.end());
  std::string text;
  for (const std::string& phone : phones) text += phone + " ";
  return text;
}

bool in_conflict_list(const Server& server, const Value& value) {
  for (const Conflict& conflict : server.open_conflicts()) {
    for (const auto* side : {&conflict.winner, &conflict.loser}) {
      for (const FieldValue& each : *side) {
        if (each.value == value) return true;
      }
    }
  }
  return false;
}

}  // namespace

TEST_CASE(
    "merge_customers: the survivor gets what was chosen and all that pointed to the other, which "
    "stays inactive") {
  World world;
  const Pair pair = two_customers(world);
  merge(world.bela, pair.survivor, pair.loser,
        {{field("credit_days")}, false, false, "typed twice"});
  world.server.sync(world.bela);
  world.server.sync(world.asha);
  for (const RecordStore* records :
       {&world.server.records, &world.asha.records, &world.bela.records}) {
    const auto survivor = records->find(customer_type(), pair.survivor);
    const auto loser = records->find(customer_type(), pair.loser);
    CHECK(survivor->get("credit_days") == Value{std::int64_t{30}});
    CHECK(survivor->get("name") == text("Sai Engineering Works"));
    CHECK(loser->get("active") == Value{std::int64_t{0}});
    CHECK(loser->get("merged_into") == Value{pair.survivor});
    CHECK(loser->get("name") == text("Sai Engg Works"));
    CHECK(phones_of(*records, pair.survivor) == "+919123456789 +919876543210* ");
    CHECK(records->list_addresses_of(pair.survivor).size() == 3);
    CHECK(records->list_contacts_of(pair.loser).empty());
  }
  CHECK(world.server.open_conflicts().empty());
}

TEST_CASE(
    "merge_customers: undone on another device, both stand as before, and can be merged the other "
    "way round") {
  World world;
  const Pair pair = two_customers(world);
  const CustomerHolding before = *find_customer_holding(pair.loser, world.server.records);
  const RecordId merged = merge(world.bela, pair.survivor, pair.loser,
                                {{field("credit_days"), field("name")}, true, true, ""});
  world.server.sync(world.bela);
  CHECK(phones_of(world.server.records, pair.survivor) == "+919123456789* +919876543210 ");
  world.server.sync(world.asha);
  undo(world.asha, merged);
  world.server.sync(world.asha);
  world.server.sync(world.bela);
  for (const RecordStore* records :
       {&world.server.records, &world.asha.records, &world.bela.records}) {
    const auto survivor = records->find(customer_type(), pair.survivor);
    CHECK(survivor->get("name") == text("Sai Engineering Works"));
    CHECK(is_blank(survivor->get("credit_days")));
    CHECK(records->find(customer_type(), pair.loser)->values == before.customer.values);
    CHECK(phones_of(*records, pair.survivor) == "+919876543210* ");
    CHECK(phones_of(*records, pair.loser) == "+919123456789* ");
    CHECK(records->list_addresses_of(pair.loser).size() == before.addresses.size());
  }
  undo(world.asha, merged);  // a second time changes nothing
  CHECK(world.asha.replica.count_unsent() == 0);
  merge(world.asha, pair.loser, pair.survivor);
  world.server.sync(world.asha);
  CHECK(world.server.value(pair.survivor, "merged_into") == Value{pair.loser});
}

TEST_CASE("merge_customers: an undo leaves what was edited since") {
  World world;
  const Pair pair = two_customers(world);
  const RecordId merged =
      merge(world.bela, pair.survivor, pair.loser, {{field("credit_days")}, false, false, ""});
  world.bela.edit(pair.survivor, "credit_days", std::int64_t{45});
  undo(world.bela, merged);
  CHECK(world.bela.value(pair.survivor, "credit_days") == Value{std::int64_t{45}});
  CHECK(is_blank(world.bela.value(pair.loser, "merged_into")));
}

TEST_CASE("merge_customers: what cannot be merged is said") {
  World world;
  const Pair pair = two_customers(world);
  const auto why = [&](const RecordId& survivor, const RecordId& loser) {
    const auto changes = merge_customers(*find_customer_holding(survivor, world.asha.records),
                                         *find_customer_holding(loser, world.asha.records), {},
                                         world.clock, world.asha.random);
    return changes ? std::string() : changes.error();
  };
  CHECK(why(pair.survivor, pair.survivor) == "A customer cannot be merged with itself.");
  world.asha.edit(pair.loser, "walk_in", std::int64_t{1});
  CHECK(why(pair.survivor, pair.loser) == "The walk-in customer is nobody's duplicate.");
  world.asha.edit(pair.loser, "walk_in", std::int64_t{0});
  merge(world.asha, pair.survivor, pair.loser);
  CHECK(why(pair.survivor, pair.loser) ==
        "One of the two was merged into another customer already.");
}

TEST_CASE(
    "merge_customers: an edit made offline for the one that went reaches the survivor, before or "
    "after the merge") {
  for (const bool edit_comes_first : {false, true}) {
    CAPTURE(edit_comes_first);
    World world;
    const Pair pair = two_customers(world);
    world.asha.edit(pair.loser, "notes", text("gate closes at 6"));  // asha knows of no merge
    world.asha.edit(pair.loser, "trade_name", text("Sai Works"));
    world.clock.advance_ms(1000);
    world.bela.edit(pair.survivor, "trade_name", text("SEW"));
    merge(world.bela, pair.survivor, pair.loser);  // bela does not know asha's edits
    world.server.sync(edit_comes_first ? world.asha : world.bela);
    world.server.sync(edit_comes_first ? world.bela : world.asha);
    world.server.sync(world.asha);
    world.server.sync(world.bela);
    CHECK(world.server.value(pair.survivor, "notes") == text("gate closes at 6"));
    CHECK(world.asha.value(pair.survivor, "notes") == text("gate closes at 6"));
    CHECK(world.bela.value(pair.survivor, "notes") == text("gate closes at 6"));
    // Both named the firm: one stands, the other is kept for review.
    CHECK(world.server.value(pair.survivor, "trade_name") == text("SEW"));
    CHECK(in_conflict_list(world.server, text("Sai Works")));
    CHECK(world.server.value(pair.loser, "trade_name") == text("Sai Works"));
  }
}

TEST_CASE(
    "merge_customers: a contact made offline for the one that went is the survivor's, with one "
    "primary") {
  World world;
  const Pair pair = two_customers(world);
  Contact contact{ContactId(Uuid::make_v7(world.clock, world.asha.random))};
  contact.name = "Rajesh Patil";
  contact.is_primary = true;
  ContactLink link{ContactLinkId(Uuid::make_v7(world.clock, world.asha.random))};
  link.contact = contact.id;
  link.party_kind = PartyKind::Customer;
  link.party = PartyId(pair.loser);
  world.asha.replica.commit({diff_rows(nullptr, to_row(contact)), diff_rows(nullptr, to_row(link))},
                            ChangeSource::Form, "asha");
  merge(world.bela, pair.survivor, pair.loser);
  world.server.sync(world.bela);
  world.server.sync(world.asha);
  CHECK(world.server.records.list_contacts_of(pair.survivor).size() == 3);
  CHECK(world.server.records.list_contacts_of(pair.loser).empty());
  const std::string phones = phones_of(world.server.records, pair.survivor);
  CHECK(std::count(phones.begin(), phones.end(), '*') == 1);
  world.server.sync(world.bela);
  CHECK(phones_of(world.bela.records, pair.survivor) == phones);
  CHECK(phones_of(world.asha.records, pair.survivor) == phones);
}

TEST_CASE(
    "merge_customers: two offices that merge the same two, each the other way round, leave one of "
    "them") {
  World world;
  const Pair pair = two_customers(world);
  merge(world.asha, pair.survivor, pair.loser);
  merge(world.bela, pair.loser, pair.survivor);
  world.server.sync(world.asha);
  world.server.sync(world.bela);
  world.server.sync(world.asha);
  CHECK(is_blank(world.server.value(pair.survivor, "merged_into")));
  CHECK(world.server.value(pair.loser, "merged_into") == Value{pair.survivor});
  CHECK(world.server.records.list_contacts_of(pair.survivor).size() == 2);
  CHECK(world.server.open_conflicts().size() >= 1);  // the second merge stands for review
  for (const Device* device : {&world.asha, &world.bela})
    CHECK(is_blank(device->value(pair.survivor, "merged_into")));
}

TEST_CASE(
    "merge_customers: whatever is typed for either customer around a merge stands, or waits for "
    "review") {
  constexpr std::array<const char*, 5> kFields = {"notes", "trade_name", "website", "payment_terms",
                                                  "name"};
  for (std::uint64_t seed = 1; seed <= 40; ++seed) {
    CAPTURE(seed);
    SeededRandom random(seed);
    World world;
    const Pair pair = two_customers(world);
    struct Typed {
      const char* field;
      Value value;
    };
    std::vector<Typed> typed;  // by asha, who never pulls in between; one edit a field and customer
    const std::size_t merge_at = random.below(6), push_at = random.below(6);
    std::set<std::pair<std::size_t, bool>> edited;
    for (std::size_t step = 0; step < 6; ++step) {
      world.clock.advance_ms(1000);
      const std::size_t which = random.below(kFields.size());
      const bool at_loser = random.below(2) == 0;
      if (edited.insert({which, at_loser}).second) {
        typed.push_back({kFields[which], text("asha " + std::to_string(step))});
        world.asha.edit(at_loser ? pair.loser : pair.survivor, typed.back().field,
                        typed.back().value);
      }
      if (random.below(3) == 0)
        world.bela.edit(pair.survivor, kFields[random.below(5)],
                        text("bela " + std::to_string(step)));
      if (step == merge_at)
        merge(world.bela, pair.survivor, pair.loser,
              {{field(kFields[random.below(5)])}, false, false, ""});
      if (step == push_at) world.server.take_from(random.below(2) == 0 ? world.asha : world.bela);
    }
    world.server.sync(random.below(2) == 0 ? world.asha : world.bela);
    world.server.sync(world.asha);
    world.server.sync(world.bela);
    world.server.sync(world.asha);
    for (const Typed& each : typed) {
      CAPTURE(each.field);
      CAPTURE(std::get<std::string>(each.value));
      CHECK((world.server.value(pair.survivor, each.field) == each.value ||
             in_conflict_list(world.server, each.value)));
    }
    for (const char* name : kFields) {
      CHECK(world.asha.value(pair.survivor, name) == world.server.value(pair.survivor, name));
      CHECK(world.bela.value(pair.survivor, name) == world.server.value(pair.survivor, name));
    }
  }
}

namespace {

// By asha, who knows of no merge: two fields and a contact of the one that is merged away.
void type_late(World& world, const RecordId& loser) {
  world.asha.edit(loser, "notes", text("gate closes at 6"));
  world.asha.edit(loser, "notes", text("gate closes at 7"));
  world.asha.edit(loser, "trade_name", text("Sai Works"));
  Contact contact{ContactId(Uuid::make_v7(world.clock, world.asha.random))};
  contact.name = "Rajesh Patil";
  ContactLink link{ContactLinkId(Uuid::make_v7(world.clock, world.asha.random))};
  link.contact = contact.id;
  link.party_kind = PartyKind::Customer;
  link.party = PartyId(loser);
  world.asha.replica.commit({diff_rows(nullptr, to_row(contact)), diff_rows(nullptr, to_row(link))},
                            ChangeSource::Form, "asha");
}

void check_parted(const World& world, const Pair& pair) {
  for (const RecordStore* records :
       {&world.server.records, &world.asha.records, &world.bela.records}) {
    const auto survivor = records->find(customer_type(), pair.survivor);
    const auto loser = records->find(customer_type(), pair.loser);
    CHECK(is_blank(survivor->get("notes")));
    CHECK(survivor->get("trade_name") == text("SEW"));
    CHECK(loser->get("notes") == text("gate closes at 7"));
    CHECK(loser->get("trade_name") == text("Sai Works"));
    CHECK(is_blank(loser->get("merged_into")));
    CHECK(loser->get("active") == Value{std::int64_t{1}});
    CHECK(records->list_contacts_of(pair.survivor).size() == 1);
    CHECK(records->list_contacts_of(pair.loser).size() == 2);
  }
  CHECK(world.server.open_conflicts().empty());
}

}  // namespace

TEST_CASE(
    "merge_customers: an undo gives back what came late for the one that went, in every order") {
  enum class Late { BeforeMerge, BeforeUndo, AfterUndo };
  for (const Late late : {Late::BeforeMerge, Late::BeforeUndo, Late::AfterUndo}) {
    for (const bool late_is_newer : {false, true}) {
      for (const bool undone_by_asha : {false, true}) {
        CAPTURE(static_cast<int>(late));
        CAPTURE(late_is_newer);
        CAPTURE(undone_by_asha);
        if (undone_by_asha && late == Late::AfterUndo) continue;
        World world;
        const Pair pair = two_customers(world);
        if (!late_is_newer) type_late(world, pair.loser);
        world.clock.advance_ms(1000);
        world.bela.edit(pair.survivor, "trade_name", text("SEW"));
        world.clock.advance_ms(1000);
        if (late_is_newer) type_late(world, pair.loser);
        const RecordId merged = merge(world.bela, pair.survivor, pair.loser);
        world.clock.advance_ms(1000);
        if (late == Late::BeforeMerge) world.server.take_from(world.asha);
        world.server.take_from(world.bela);
        if (late == Late::BeforeUndo) world.server.take_from(world.asha);
        if (late != Late::AfterUndo) {
          CHECK(world.server.value(pair.survivor, "notes") == text("gate closes at 7"));
          CHECK(world.server.records.list_contacts_of(pair.survivor).size() == 3);
        }
        Device& undoing = undone_by_asha ? world.asha : world.bela;
        if (undone_by_asha) world.server.give_to(world.asha);
        undo(undoing, merged);
        world.server.take_from(undoing);
        for (int i = 0; i < 2; ++i) world.server.sync(world.asha), world.server.sync(world.bela);
        check_parted(world, pair);
        CHECK(is_blank(world.server.value(merged, "redirected", "customer_merge")));
      }
    }
  }
}

TEST_CASE(
    "merge_customers: what came late and was then edited at the survivor stays with an undo") {
  World world;
  const Pair pair = two_customers(world);
  type_late(world, pair.loser);
  const RecordId merged = merge(world.bela, pair.survivor, pair.loser);
  world.server.sync(world.bela);
  world.server.sync(world.asha);
  world.server.sync(world.bela);
  world.clock.advance_ms(1000);
  world.bela.edit(pair.survivor, "notes", text("gate closes at 8"));
  undo(world.bela, merged);
  for (int i = 0; i < 2; ++i) world.server.sync(world.bela), world.server.sync(world.asha);
  CHECK(world.asha.value(pair.survivor, "notes") == text("gate closes at 8"));
  CHECK(world.asha.value(pair.loser, "notes") == text("gate closes at 7"));
  CHECK(is_blank(world.asha.value(pair.survivor, "trade_name")));
}
