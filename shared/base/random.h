// Randomness comes in from outside: secure bytes on the server and in the browser, seeded ones in tests.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace cm {

class Random {
 public:
  virtual ~Random() = default;
  virtual void fill(std::span<std::uint8_t> bytes) = 0;
  std::uint64_t next_u64();
  // Uniform in [0, bound); bound must not be 0.
  std::uint64_t below(std::uint64_t bound);
};

// Reproducible and not secure (splitmix64): tests, the simulator and sample data only.
class SeededRandom final : public Random {
 public:
  explicit SeededRandom(std::uint64_t seed) : state_(seed) {}
  void fill(std::span<std::uint8_t> bytes) override;

 private:
  std::uint64_t state_;
};

}  // namespace cm
