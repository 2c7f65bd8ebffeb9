// The machine's clock: the one place on the server that asks for the time.
#pragma once

#include <chrono>

#include "shared/base/clock.h"

namespace cm {

class SystemClock final : public Clock {
 public:
  UnixMs now_ms() const override {
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
  }
};

}  // namespace cm
