// Time comes in from outside: shared code never asks the machine for it.
#pragma once

#include <cstdint>

namespace cm {

using UnixMs = std::int64_t;  // milliseconds since 1970-01-01T00:00Z

class Clock {
 public:
  virtual ~Clock() = default;
  virtual UnixMs now_ms() const = 0;
};

// A clock that stands still until told: tests and the simulator.
class ManualClock final : public Clock {
 public:
  explicit ManualClock(UnixMs start_ms) : now_ms_(start_ms) {}
  UnixMs now_ms() const override { return now_ms_; }
  void set_ms(UnixMs now_ms) { now_ms_ = now_ms; }
  void advance_ms(std::int64_t delta_ms) { now_ms_ += delta_ms; }

 private:
  UnixMs now_ms_;
};

}  // namespace cm
