#include "shared/base/stable_hash.h"

namespace cm {
namespace {

constexpr std::uint64_t kOffset = 0xcbf29ce484222325;
constexpr std::uint64_t kPrime = 0x100000001b3;

std::uint64_t hash_from(std::uint64_t state, std::string_view text) {
  for (const char c : text) state = (state ^ static_cast<unsigned char>(c)) * kPrime;
  // FNV's high bits depend little on the last letters.
  state = (state ^ (state >> 30)) * 0xbf58476d1ce4e5b9;
  state = (state ^ (state >> 27)) * 0x94d049bb133111eb;
  return state ^ (state >> 31);
}

}  // namespace

std::uint64_t stable_hash(std::string_view text) {
  return hash_from(kOffset, text);
}

Uuid uuid_of_text(std::string_view text) {
  Uuid::Bytes bytes{};
  std::uint64_t half = stable_hash(text);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (i == 8) half = hash_from(~kOffset, text);
    bytes[i] = static_cast<std::uint8_t>(half >> (8 * (i % 8)));
  }
  bytes[6] = static_cast<std::uint8_t>(0x80 | (bytes[6] & 0x0f));
  bytes[8] = static_cast<std::uint8_t>(0x80 | (bytes[8] & 0x3f));
  return Uuid::from_bytes(bytes);
}

}  // namespace cm
