// The words by which enums of operations travel, in the order of the enums.
#pragma once

#include <array>
#include <string_view>

namespace cm {

inline constexpr std::array<std::string_view, 5> kSourceNames = {"form", "import", "merge",
                                                                 "conflict", "server"};
inline constexpr std::array<std::string_view, 2> kChangeKindNames = {"put", "delete"};
inline constexpr std::array<std::string_view, 3> kOutcomeNames = {"applied", "merged", "denied"};

template <class Enum, std::size_t N>
std::string_view name_of(const std::array<std::string_view, N>& names, Enum value) {
  return names[static_cast<std::size_t>(value)];
}

}  // namespace cm
