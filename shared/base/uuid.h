// A UUID, 16 bytes: the identity of every record, made where the record is created (version 7).
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace cm {

class Clock;
class Random;

class Uuid {
 public:
  using Bytes = std::array<std::uint8_t, 16>;

  // Any 16 bytes are accepted: ids from other programs are kept as they are.
  static Uuid from_bytes(const Bytes& bytes);
  // 16 raw bytes, as SQLite stores them; nullopt when the length differs.
  static std::optional<Uuid> from_blob(std::string_view blob);
  // The 36-character text form, either case; nullopt when it is anything else.
  static std::optional<Uuid> parse(std::string_view text);
  // Version 7 (RFC 9562): 48 bits of Unix milliseconds, then random bits, so ids sort by creation.
  static Uuid make_v7(const Clock& clock, Random& random);
  // Version 5 (RFC 9562): the same id from the same space and name, wherever it is made.
  static Uuid make_v5(const Uuid& space, std::string_view name);

  const Bytes& bytes() const { return bytes_; }
  std::string_view blob() const;  // 16 bytes, valid as long as this object
  std::string text() const;       // lower case, 36 characters

  friend bool operator==(const Uuid&, const Uuid&) = default;
  friend std::strong_ordering operator<=>(const Uuid& a, const Uuid& b);

 private:
  explicit Uuid(const Bytes& bytes) : bytes_(bytes) {}
  Bytes bytes_;
};

}  // namespace cm

template <>
struct std::hash<cm::Uuid> {
  std::size_t operator()(const cm::Uuid& id) const noexcept;
};
