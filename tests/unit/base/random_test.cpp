// Goal: seeded randomness repeats, spreads, and stays in its bounds.
#include "shared/base/random.h"

#include <doctest/doctest.h>

#include <array>
#include <vector>

#include "shared/base/ensure.h"

using namespace cm;

TEST_CASE("random: the same seed gives the same numbers, another seed others") {
  SeededRandom a(7), b(7), c(8);
  for (int i = 0; i < 100; ++i) {
    const auto number = a.next_u64();
    CHECK(number == b.next_u64());
    CHECK(number != c.next_u64());
  }
}

TEST_CASE("random: fills spans of any length, no byte stays constant") {
  SeededRandom random(1);
  for (std::size_t length = 0; length < 40; ++length) {
    std::vector<std::uint8_t> seen(length, 0);
    for (int round = 0; round < 50; ++round) {
      std::vector<std::uint8_t> bytes(length);
      random.fill(bytes);
      for (std::size_t i = 0; i < length; ++i) seen[i] |= bytes[i];
    }
    for (std::size_t i = 0; i < length; ++i) CHECK(seen[i] == 0xff);
  }
}

TEST_CASE("random: below stays below its bound and reaches every number evenly") {
  SeededRandom random(42);
  std::array<int, 6> counts{};
  for (int i = 0; i < 6000; ++i) ++counts[random.below(6)];
  for (const int count : counts) CHECK((count > 850 && count < 1150));
  CHECK(random.below(1) == 0);
  CHECK_THROWS_AS(random.below(0), Bug);
}
