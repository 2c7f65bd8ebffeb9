// When an edit counts as made: the author's clock, corrected and clamped by the server, raised
// strictly above the edit it was built on (sync.md 4.5). Only orders edits that are truly
// concurrent.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "shared/base/clock.h"

namespace cm {

// Milliseconds in the upper 48 bits, a counter in the lower 16: one number that orders and stores.
class EffectiveTime {
 public:
  EffectiveTime() = default;
  static EffectiveTime from_ms(UnixMs ms);
  static EffectiveTime from_packed(std::int64_t packed);
  std::int64_t packed() const { return packed_; }
  UnixMs ms() const { return packed_ >> 16; }
  // The smallest effective time above this one.
  EffectiveTime next() const;
  friend bool operator==(const EffectiveTime&, const EffectiveTime&) = default;
  friend auto operator<=>(const EffectiveTime&, const EffectiveTime&) = default;

 private:
  std::int64_t packed_ = 0;
};

// The clamped times of one batch, in order of dev_seq: wall clocks shifted by (now − sent), never
// in the future, never falling within the batch, never below the device's previous one. Nothing is
// refused: any wall clock, also negative or year 9999, yields a time.
std::vector<EffectiveTime> clamp_batch(std::span<const UnixMs> wall_ms, UnixMs sent_ms,
                                       UnixMs now_ms, EffectiveTime device_floor);

}  // namespace cm
