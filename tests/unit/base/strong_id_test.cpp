// Goal: ids of different records cannot be mixed up.
#include "shared/base/strong_id.h"

#include <doctest/doctest.h>

#include <type_traits>
#include <unordered_set>

#include "shared/base/clock.h"
#include "shared/base/random.h"

using namespace cm;
using ShopId = Id<"shop">;
using StreetId = Id<"street">;

static_assert(!std::is_same_v<ShopId, StreetId>);
static_assert(!std::is_convertible_v<ShopId, StreetId>);
static_assert(!std::is_convertible_v<Uuid, ShopId>);
static_assert(!std::is_default_constructible_v<ShopId>);
static_assert(sizeof(ShopId) == 16);

TEST_CASE("strong_id: compares, orders and hashes like its UUID") {
  ManualClock clock(1'000);
  SeededRandom random(1);
  const ShopId a(Uuid::make_v7(clock, random));
  clock.advance_ms(1);
  const ShopId b(Uuid::make_v7(clock, random));
  CHECK(a == ShopId(a.uuid()));
  CHECK_FALSE(a == b);
  CHECK(a < b);
  CHECK(std::unordered_set<ShopId>{a, b, a}.size() == 2);
}
