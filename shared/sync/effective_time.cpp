#include "shared/sync/effective_time.h"

#include <algorithm>
#include <limits>

namespace cm {

namespace {

constexpr int kCounterBits = 16;
constexpr UnixMs kMsMax = (UnixMs{1} << 47) - 1;  // the year 6429

UnixMs add_saturated(UnixMs a, std::int64_t b) {
  UnixMs sum = 0;
  if (__builtin_add_overflow(a, b, &sum)) {
    return b > 0 ? std::numeric_limits<UnixMs>::max() : std::numeric_limits<UnixMs>::min();
  }
  return sum;
}

std::int64_t subtract_saturated(UnixMs a, UnixMs b) {
  std::int64_t difference = 0;
  if (__builtin_sub_overflow(a, b, &difference)) {
    return b < 0 ? std::numeric_limits<std::int64_t>::max()
                 : std::numeric_limits<std::int64_t>::min();
  }
  return difference;
}

}  // namespace

EffectiveTime EffectiveTime::from_ms(UnixMs ms) {
  EffectiveTime time;
  time.packed_ = std::clamp<UnixMs>(ms, 0, kMsMax) << kCounterBits;
  return time;
}

EffectiveTime EffectiveTime::from_packed(std::int64_t packed) {
  EffectiveTime time;
  time.packed_ = packed;
  return time;
}

EffectiveTime EffectiveTime::next() const {
  EffectiveTime time = *this;
  if (time.packed_ < std::numeric_limits<std::int64_t>::max()) ++time.packed_;
  return time;
}

std::vector<EffectiveTime> clamp_batch(std::span<const UnixMs> wall_ms, UnixMs sent_ms,
                                       UnixMs now_ms, EffectiveTime device_floor) {
  const std::int64_t skew_ms = subtract_saturated(now_ms, sent_ms);
  std::vector<EffectiveTime> times(wall_ms.size());
  EffectiveTime ceiling = EffectiveTime::from_ms(now_ms);
  for (std::size_t i = wall_ms.size(); i-- > 0;) {
    ceiling = std::min(ceiling, EffectiveTime::from_ms(add_saturated(wall_ms[i], skew_ms)));
    times[i] = std::max(ceiling, device_floor);
  }
  return times;
}

}  // namespace cm
