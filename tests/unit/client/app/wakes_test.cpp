// One alarm for several reasons: the earliest rings first and none is forgotten.
#include <doctest/doctest.h>

#include "client/app/wakes.h"
#include "client/platform/native/headless_platform.h"

namespace cm {
namespace {

TEST_CASE("wakes: the alarm is set to the earliest reason") {
  HeadlessPlatform platform(1000, 1);
  Wakes wakes(platform);
  wakes.set(WakeReason::Sync, 9000);
  CHECK(platform.wake_at_ms == 9000);
  wakes.set(WakeReason::KeepDraft, 1400);
  CHECK(platform.wake_at_ms == 1400);
  CHECK(wakes.take_due(1400) == std::vector{WakeReason::KeepDraft});
  CHECK(platform.wake_at_ms == 9000);
  CHECK(wakes.take_due(8999).empty());
  CHECK(wakes.take_due(9000) == std::vector{WakeReason::Sync});
}

TEST_CASE("wakes: a later time for the same reason replaces the earlier one") {
  HeadlessPlatform platform(0, 1);
  Wakes wakes(platform);
  wakes.set(WakeReason::Sync, 100);
  wakes.set(WakeReason::Sync, 500);
  CHECK(wakes.take_due(100).empty());
  CHECK(platform.wake_at_ms == 500);
}

TEST_CASE("wakes: a cleared reason does not ring") {
  HeadlessPlatform platform(0, 1);
  Wakes wakes(platform);
  wakes.set(WakeReason::HideToast, 100);
  wakes.clear(WakeReason::HideToast);
  CHECK(wakes.take_due(100).empty());
}

}  // namespace
}  // namespace cm
