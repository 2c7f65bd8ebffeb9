// A small described record for the tests of this room.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "shared/record/describe.h"

namespace cm::test {

enum class Size { Small, Large };

struct Shop {
  Id<"shop"> id;
  std::string name;
  std::optional<Size> size;
  std::optional<std::int64_t> floors;
  std::optional<Id<"street">> street;
  std::string house;
  bool open = true;
  explicit Shop(Id<"shop"> of) : id(of) {}
};

inline Uuid uuid_of(std::uint8_t last) {
  Uuid::Bytes bytes{};
  bytes[15] = last;
  return Uuid::from_bytes(bytes);
}

}  // namespace cm::test

template <>
struct cm::ChoicesOf<cm::test::Size> {
  static constexpr std::array values{Choice{"small", "Small"}, Choice{"large", "Large"}};
};

template <>
struct cm::Describe<cm::test::Shop> {
  using Shop = cm::test::Shop;
  static constexpr RecordTypeNumber number = 900;
  static constexpr std::string_view table = "shop", label = "Shop";
  static constexpr auto fields = std::tuple{
      field<1>("name", "Name", &Shop::name, required, max_length(20), office),
      field<2>("size", "Size", &Shop::size),
      field<3>("floors", "Floors", &Shop::floors, range(0, 9), server_only),
      field<7>("street", "Street", &Shop::street, unit("place"), links_to("street")),
      field<5>("house", "House", &Shop::house, unit("place"), kind(FieldKind::LongText)),
      field<6>("open", "Open", &Shop::open),
  };
};
