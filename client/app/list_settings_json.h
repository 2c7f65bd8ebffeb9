// A list's settings as this device keeps them.
#pragma once

#include <string>
#include <string_view>

#include "client/app/list_state.h"

namespace cm {

std::string encode_list_settings(const ListSettings& settings);
// What cannot be read is left out: a view, or all.
ListSettings decode_list_settings(std::string_view json);

}  // namespace cm
