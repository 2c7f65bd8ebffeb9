// Goal: any clock yields a time, and a wrong one costs only order among concurrent edits
// (sync.md 4.5).
#include <limits>

#include <doctest/doctest.h>

#include "shared/sync/effective_time.h"

namespace {

using namespace cm;

constexpr UnixMs kNow = 1'732'240'000'000;
constexpr UnixMs kYear = 365LL * 24 * 3600 * 1000;
constexpr UnixMs kMin = std::numeric_limits<UnixMs>::min();
constexpr UnixMs kMax = std::numeric_limits<UnixMs>::max();

struct ClampCase {
  const char* what;
  std::vector<UnixMs> wall_ms;
  UnixMs sent_ms;
  UnixMs floor_ms;
  std::vector<UnixMs> expected_ms;
};

TEST_CASE("effective time: clamp_batch corrects, clamps and keeps order") {
  const ClampCase cases[] = {
      {"a right clock stays as it is", {kNow - 300, kNow - 100}, kNow, 0, {kNow - 300, kNow - 100}},
      {"a clock a year slow is shifted",
       {kNow - kYear - 300, kNow - kYear},
       kNow - kYear,
       0,
       {kNow - 300, kNow}},
      {"a clock a year fast is shifted",
       {kNow + kYear - 300, kNow + kYear},
       kNow + kYear,
       0,
       {kNow - 300, kNow}},
      {"no edit is in the future", {kNow + 5000}, kNow, 0, {kNow}},
      {"a clock set back mid-trip pulls the edits before it down",
       {kNow - 100, kNow - 900, kNow - 500},
       kNow,
       0,
       {kNow - 900, kNow - 900, kNow - 500}},
      {"never below the device's previous edit",
       {kNow - 900, kNow - 100},
       kNow,
       kNow - 500,
       {kNow - 500, kNow - 100}},
      {"the year 9999 is now", {253'402'300'799'000}, kNow, 0, {kNow}},
      {"a negative clock is the floor", {-5, kNow}, kNow, kNow - 7, {kNow - 7, kNow}},
      {"a negative clock without a floor is zero", {-5}, kNow, 0, {0}},
      {"the ends of the range do not overflow", {kMin, kMax}, kMin, 0, {0, kNow}},
      {"the ends of the range do not overflow, other way", {kMin, kMax}, kMax, 0, {0, kNow}},
      {"an empty batch is empty", {}, kNow, 0, {}},
  };
  for (const ClampCase& c : cases) {
    CAPTURE(c.what);
    const auto times = clamp_batch(c.wall_ms, c.sent_ms, kNow, EffectiveTime::from_ms(c.floor_ms));
    std::vector<UnixMs> ms;
    for (const EffectiveTime& time : times) ms.push_back(time.ms());
    CHECK(ms == c.expected_ms);
  }
}

TEST_CASE("effective time: next is the smallest above, and does not overflow") {
  const EffectiveTime time = EffectiveTime::from_ms(kNow);
  CHECK(time < time.next());
  CHECK(time.next().packed() == time.packed() + 1);
  const EffectiveTime last = EffectiveTime::from_packed(std::numeric_limits<std::int64_t>::max());
  CHECK(last.next() == last);
}

TEST_CASE("effective time: a floor raised above a millisecond is kept with its counter") {
  const EffectiveTime floor = EffectiveTime::from_ms(kNow - 10).next().next();
  const std::vector<UnixMs> wall_ms = {kNow - 10};
  CHECK(clamp_batch(wall_ms, kNow, kNow, floor) == std::vector<EffectiveTime>{floor});
}

}  // namespace
