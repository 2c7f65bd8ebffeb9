#include "shared/base/uuid.h"

#include <algorithm>
#include <cstring>
#include <span>

#include "shared/base/clock.h"
#include "shared/base/random.h"
#include "shared/base/sha1.h"

namespace cm {
namespace {

constexpr std::string_view kHexDigits = "0123456789abcdef";
constexpr std::size_t kTextLength = 36;

bool is_hyphen_place(std::size_t i) {
  return i == 8 || i == 13 || i == 18 || i == 23;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

Uuid Uuid::from_bytes(const Bytes& bytes) {
  return Uuid(bytes);
}

std::optional<Uuid> Uuid::from_blob(std::string_view blob) {
  Bytes bytes{};
  if (blob.size() != bytes.size()) return std::nullopt;
  std::memcpy(bytes.data(), blob.data(), bytes.size());
  return Uuid(bytes);
}

std::optional<Uuid> Uuid::parse(std::string_view text) {
  if (text.size() != kTextLength) return std::nullopt;
  Bytes bytes{};
  std::size_t nibble = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (is_hyphen_place(i)) {
      if (text[i] != '-') return std::nullopt;
      continue;
    }
    const int digit = hex_digit(text[i]);
    if (digit < 0) return std::nullopt;
    std::uint8_t& byte = bytes[nibble / 2];
    byte = static_cast<std::uint8_t>(byte << 4 | digit);
    ++nibble;
  }
  return Uuid(bytes);
}

Uuid Uuid::make_v7(const Clock& clock, Random& random) {
  Bytes bytes{};
  const auto at_ms = static_cast<std::uint64_t>(clock.now_ms());
  for (std::size_t i = 0; i < 6; ++i) bytes[i] = static_cast<std::uint8_t>(at_ms >> 8 * (5 - i));
  random.fill(std::span(bytes).subspan(6));
  bytes[6] = static_cast<std::uint8_t>(0x70 | (bytes[6] & 0x0f));  // version 7
  bytes[8] = static_cast<std::uint8_t>(0x80 | (bytes[8] & 0x3f));  // the RFC's variant
  return Uuid(bytes);
}

Uuid Uuid::make_v5(const Uuid& space, std::string_view name) {
  const auto digest = sha1(std::string(space.blob()).append(name));
  Bytes bytes{};
  std::copy_n(digest.begin(), bytes.size(), bytes.begin());
  bytes[6] = static_cast<std::uint8_t>(0x50 | (bytes[6] & 0x0f));  // version 5
  bytes[8] = static_cast<std::uint8_t>(0x80 | (bytes[8] & 0x3f));  // the RFC's variant
  return Uuid(bytes);
}

std::string_view Uuid::blob() const {
  return {reinterpret_cast<const char*>(bytes_.data()), bytes_.size()};
}

std::string Uuid::text() const {
  std::string text;
  text.reserve(kTextLength);
  for (const std::uint8_t byte : bytes_) {
    if (is_hyphen_place(text.size())) text += '-';
    text += kHexDigits[byte >> 4];
    text += kHexDigits[byte & 0x0f];
  }
  return text;
}

std::strong_ordering operator<=>(const Uuid& a, const Uuid& b) {
  return std::memcmp(a.bytes_.data(), b.bytes_.data(), a.bytes_.size()) <=> 0;
}

}  // namespace cm

std::size_t std::hash<cm::Uuid>::operator()(const cm::Uuid& id) const noexcept {
  std::uint64_t high = 0, low = 0;
  std::memcpy(&high, id.bytes().data(), 8);
  std::memcpy(&low, id.bytes().data() + 8, 8);
  return static_cast<std::size_t>(high * 0x9e3779b97f4a7c15u ^ low);
}
