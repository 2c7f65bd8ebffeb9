// Virtual time: events in order of time, nothing else ever happens. One seed gives one run.
#pragma once

#include <functional>
#include <map>
#include <utility>

#include "shared/base/clock.h"

namespace cm::simulation {

class Scheduler {
 public:
  explicit Scheduler(UnixMs start_ms) : now_ms_(start_ms) {}
  UnixMs now_ms() const { return now_ms_; }
  // Events of one moment happen in the order in which they were asked for.
  void at(UnixMs time_ms, std::function<void()> event) {
    events_.emplace(std::pair(time_ms > now_ms_ ? time_ms : now_ms_, ++count_), std::move(event));
  }
  void after(std::int64_t delay_ms, std::function<void()> event) {
    at(now_ms_ + delay_ms, std::move(event));
  }
  // Runs the next event; false when there is none before the deadline.
  bool step(UnixMs deadline_ms) {
    if (events_.empty() || events_.begin()->first.first > deadline_ms) return false;
    auto event = events_.extract(events_.begin());
    now_ms_ = event.key().first;
    event.mapped()();
    return true;
  }

 private:
  UnixMs now_ms_;
  std::uint64_t count_ = 0;
  std::map<std::pair<UnixMs, std::uint64_t>, std::function<void()>> events_;
};

// What a machine believes the time to be.
class SkewedClock final : public Clock {
 public:
  SkewedClock(const Scheduler& scheduler, std::int64_t skew_ms)
      : scheduler_(scheduler), skew_ms_(skew_ms) {}
  UnixMs now_ms() const override { return scheduler_.now_ms() + skew_ms_; }
  void set_skew_ms(std::int64_t skew_ms) { skew_ms_ = skew_ms; }

 private:
  const Scheduler& scheduler_;
  std::int64_t skew_ms_;
};

}  // namespace cm::simulation
