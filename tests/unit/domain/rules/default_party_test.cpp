// Goal: every device picks the same default, and after any merge there is exactly one primary.
#include "shared/domain/rules/default_party.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "shared/base/random.h"
#include "shared/domain/records/address.h"
#include "shared/domain/records/contact.h"

using namespace cm;

namespace {

Uuid uuid_of(std::uint8_t last) {
  Uuid::Bytes bytes{};
  bytes[15] = last;
  return Uuid::from_bytes(bytes);
}

struct Flags {
  bool primary = false, shipping = false, active = true;
};

Row address(std::uint8_t id, AddressType type, Flags flags, UnixMs created_ms = 0) {
  Address made(AddressId(uuid_of(id)));
  made.address_type = type;
  made.is_primary = flags.primary;
  made.is_shipping = flags.shipping;
  made.active = flags.active;
  Row row = to_row(made);
  row.created.at_ms = created_ms;
  return row;
}

Row contact(std::uint8_t id, bool primary, UnixMs created_ms = 0) {
  Contact made(ContactId(uuid_of(id)));
  made.is_primary = primary;
  Row row = to_row(made);
  row.created.at_ms = created_ms;
  return row;
}

// The last byte of the chosen id; 0 = none.
int chosen(DefaultOf which, const std::vector<Row>& rows) {
  const Row* row = choose_default(which, rows);
  return row ? row->id.bytes()[15] : 0;
}

}  // namespace

TEST_CASE("default_party: flagged first, then type, then earliest created, then smallest id") {
  using enum AddressType;
  CHECK(chosen(DefaultOf::BillingAddress, {}) == 0);
  CHECK(chosen(DefaultOf::BillingAddress,
               {address(1, Billing, {}), address(2, Shop, {.primary = true})}) == 2);
  CHECK(chosen(DefaultOf::BillingAddress, {address(1, Shop, {}), address(2, Billing, {})}) == 2);
  CHECK(chosen(DefaultOf::BillingAddress,
               {address(1, Billing, {}, 20), address(2, Billing, {}, 10)}) == 2);
  CHECK(chosen(DefaultOf::BillingAddress,
               {address(2, Billing, {}, 10), address(1, Billing, {}, 10)}) == 1);
  CHECK(chosen(DefaultOf::ShippingAddress, {address(1, Billing, {}), address(2, Shipping, {})}) ==
        2);
  CHECK(chosen(DefaultOf::ShippingAddress,
               {address(1, Billing, {.shipping = true}), address(2, Shipping, {})}) == 1);
  CHECK(chosen(DefaultOf::PrimaryContact, {contact(1, false, 5), contact(2, true, 9)}) == 2);
  CHECK(chosen(DefaultOf::PrimaryContact, {contact(1, false, 5), contact(2, false, 4)}) == 2);
}

TEST_CASE(
    "default_party: goods are not shipped to, nor bills sent to, an address that is not for it") {
  using enum AddressType;
  CHECK(chosen(DefaultOf::ShippingAddress, {address(1, Billing, {.primary = true})}) == 0);
  CHECK(chosen(DefaultOf::BillingAddress, {address(1, Shipping, {.shipping = true})}) == 0);
  CHECK(chosen(DefaultOf::BillingAddress, {address(1, Plant, {})}) == 1);
  CHECK(chosen(DefaultOf::BillingContact, {contact(1, true)}) == 0);
}

TEST_CASE("default_party: inactive and deleted rows are never the default") {
  using enum AddressType;
  CHECK(chosen(DefaultOf::BillingAddress, {address(1, Billing, {.primary = true, .active = false}),
                                           address(2, Billing, {})}) == 2);
  Row deleted = address(1, Billing, {.primary = true});
  deleted.deleted = true;
  CHECK(chosen(DefaultOf::BillingAddress, {deleted}) == 0);
}

TEST_CASE("default_party: two primaries after a merge become one, the same on every device") {
  const std::vector<Row> rows{contact(3, true, 30), contact(1, true, 20), contact(2, false, 10)};
  const auto changes = repair_primaries(rows);
  REQUIRE(changes.size() == 1);
  CHECK(changes[0].id == uuid_of(3));
  CHECK(changes[0].fields == std::vector<FieldValue>{{7, std::int64_t{0}}});
  CHECK(repair_primaries(std::vector{contact(1, true), contact(2, false)}).empty());
  CHECK(repair_primaries({}).empty());
}

TEST_CASE("default_party: no primary after a merge becomes one; no shipping address stays none") {
  const auto of_contacts =
      repair_primaries(std::vector{contact(1, false, 5), contact(2, false, 4)});
  REQUIRE(of_contacts.size() == 1);
  CHECK(of_contacts[0].id == uuid_of(2));
  const auto of_addresses = repair_primaries(std::vector{address(1, AddressType::Billing, {})});
  REQUIRE(of_addresses.size() == 1);
  CHECK(of_addresses[0].fields == std::vector<FieldValue>{{13, std::int64_t{1}}});
  CHECK(repair_primaries(std::vector{address(1, AddressType::Billing, {.primary = true})}).empty());
}

TEST_CASE(
    "default_party: repair gives exactly one primary from any mix, in any order, and then rests") {
  SeededRandom random(77);
  for (int round = 0; round < 500; ++round) {
    std::vector<Row> rows;
    for (std::uint8_t id = 1; id <= 1 + random.below(6); ++id) {
      const auto type = static_cast<AddressType>(random.below(7));
      const Flags flags{random.below(2) == 1, random.below(2) == 1, random.below(5) != 0};
      rows.push_back(address(id, type, flags, static_cast<UnixMs>(random.below(3))));
    }
    const int billing = chosen(DefaultOf::BillingAddress, rows),
              shipping = chosen(DefaultOf::ShippingAddress, rows);
    std::reverse(rows.begin(), rows.end());
    CHECK(chosen(DefaultOf::BillingAddress, rows) == billing);
    for (const Change& change : repair_primaries(rows)) {
      auto row =
          std::find_if(rows.begin(), rows.end(), [&](const Row& r) { return r.id == change.id; });
      for (const FieldValue& field : change.fields) row->values[field.field] = field.value;
    }
    int primaries = 0, shippings = 0;
    for (const Row& row : rows) {
      if (row.get("active") == Value{std::int64_t{0}}) continue;
      primaries += row.get("is_primary") == Value{std::int64_t{1}};
      shippings += row.get("is_shipping") == Value{std::int64_t{1}};
    }
    CHECK(primaries == (billing ? 1 : 0));
    CHECK(shippings <= 1);
    CHECK(chosen(DefaultOf::BillingAddress, rows) == billing);
    CHECK(chosen(DefaultOf::ShippingAddress, rows) == shipping);
    CHECK(repair_primaries(rows).empty());
  }
}
