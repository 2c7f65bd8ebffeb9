#include "shared/base/sha1.h"

#include <cstddef>
#include <string>

namespace cm {
namespace {

constexpr std::size_t kBlockBytes = 64;
using State = std::array<std::uint32_t, 5>;

std::uint32_t rotate_left(std::uint32_t word, int bits) {
  return word << bits | word >> (32 - bits);
}

// FIPS 180-4, 4.1.1 and 4.2.1: the function and the constant of a round.
std::uint32_t mix(int round, std::uint32_t b, std::uint32_t c, std::uint32_t d) {
  if (round < 20) return ((b & c) | (~b & d)) + 0x5a827999;
  if (round < 40) return (b ^ c ^ d) + 0x6ed9eba1;
  if (round < 60) return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
  return (b ^ c ^ d) + 0xca62c1d6;
}

void add_block(State& state, std::string_view block) {
  std::array<std::uint32_t, 80> words{};
  for (std::size_t i = 0; i < 16; ++i) {
    for (std::size_t k = 0; k < 4; ++k)
      words[i] = words[i] << 8 | static_cast<std::uint8_t>(block[4 * i + k]);
  }
  for (std::size_t i = 16; i < words.size(); ++i)
    words[i] = rotate_left(words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16], 1);
  auto [a, b, c, d, e] = state;
  for (int round = 0; round < 80; ++round) {
    const std::uint32_t next =
        rotate_left(a, 5) + mix(round, b, c, d) + e + words[static_cast<std::size_t>(round)];
    e = d, d = c, c = rotate_left(b, 30), b = a, a = next;
  }
  state = {state[0] + a, state[1] + b, state[2] + c, state[3] + d, state[4] + e};
}

}  // namespace

std::array<std::uint8_t, 20> sha1(std::string_view bytes) {
  std::string padded(bytes);
  padded += '\x80';
  while (padded.size() % kBlockBytes != kBlockBytes - 8) padded += '\0';
  const std::uint64_t bits = std::uint64_t{8} * bytes.size();
  for (int i = 7; i >= 0; --i) padded += static_cast<char>(bits >> 8 * i & 0xff);

  State state{0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0};
  for (std::size_t at = 0; at < padded.size(); at += kBlockBytes)
    add_block(state, std::string_view(padded).substr(at, kBlockBytes));
  std::array<std::uint8_t, 20> digest{};
  for (std::size_t i = 0; i < digest.size(); ++i)
    digest[i] = static_cast<std::uint8_t>(state[i / 4] >> 8 * (3 - i % 4));
  return digest;
}

}  // namespace cm
