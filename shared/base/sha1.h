// SHA-1, for one purpose: the ids that follow from a name (UUID version 5). Never for secrets.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace cm {

std::array<std::uint8_t, 20> sha1(std::string_view bytes);

}  // namespace cm
