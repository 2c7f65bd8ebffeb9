// Who wrote a value: the dot (device, dev_seq) of the operation. Known offline, compared for equality
// by everyone; only the server's merge rule ever orders dots.
#pragma once

#include <compare>
#include <cstdint>

namespace cm {

// A device's number: 53 random bits made by the device at its first sign-in, so that JSON numbers hold it.
struct DeviceId {
  std::uint64_t number = 0;
  friend bool operator==(const DeviceId&, const DeviceId&) = default;
  friend std::strong_ordering operator<=>(const DeviceId&, const DeviceId&) = default;
};

// The place of an operation in its device's own sequence: 1, 2, 3, … without gaps. 0 = none yet.
using DevSeq = std::uint64_t;

// {0, 0} is "never written": the base of a field's first value.
struct Dot {
  DeviceId device;
  DevSeq seq = 0;
  bool is_none() const { return seq == 0; }
  friend bool operator==(const Dot&, const Dot&) = default;
  friend std::strong_ordering operator<=>(const Dot&, const Dot&) = default;
};

}  // namespace cm
