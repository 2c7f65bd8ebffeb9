#include "shared/base/random.h"

#include <array>

#include "shared/base/ensure.h"

namespace cm {

std::uint64_t Random::next_u64() {
  std::array<std::uint8_t, 8> bytes{};
  fill(bytes);
  std::uint64_t number = 0;
  for (const std::uint8_t byte : bytes) number = number << 8 | byte;
  return number;
}

std::uint64_t Random::below(std::uint64_t bound) {
  ENSURE(bound != 0, "a random number below zero does not exist");
  // Numbers under this threshold would make the first residues likelier than the last.
  const std::uint64_t threshold = (0 - bound) % bound;
  for (;;) {
    const std::uint64_t number = next_u64();
    if (number >= threshold) return number % bound;
  }
}

void SeededRandom::fill(std::span<std::uint8_t> bytes) {
  for (std::size_t i = 0; i < bytes.size(); i += 8) {
    state_ += 0x9e3779b97f4a7c15u;
    std::uint64_t word = state_;
    word = (word ^ word >> 30) * 0xbf58476d1ce4e5b9u;
    word = (word ^ word >> 27) * 0x94d049bb133111ebu;
    word ^= word >> 31;
    for (std::size_t k = i; k < bytes.size() && k < i + 8; ++k) {
      bytes[k] = static_cast<std::uint8_t>(word >> 8 * (k - i));
    }
  }
}

}  // namespace cm
