// Cities by one name: "Bangalore" and "Bengaluru (Karnataka)" are the same place.
#pragma once

#include <string>
#include <string_view>

namespace cm {

// Letters only, folded, today's name for an old one; empty for none.
std::string city_key(std::string_view city);

}  // namespace cm
