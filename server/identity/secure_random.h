// Random bytes that nobody can guess, from libsodium. Safe to share between threads.
#pragma once

#include "shared/base/random.h"

namespace cm {

class SecureRandom final : public Random {
 public:
  SecureRandom();  // Failure when the machine has no source of randomness
  void fill(std::span<std::uint8_t> bytes) override;
};

}  // namespace cm
