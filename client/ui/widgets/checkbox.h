// A box to tick, with its label at the right.
#pragma once

#include <string>
#include <string_view>

#include "client/ui/text.h"

namespace cm::ui {

float checkbox_height(const Frame& frame);
enum class Ticking { On, Off };  // Off: to be read, not to be changed
// True when it was pressed: the caller sets the other state.
bool draw_checkbox(Frame& frame, std::string_view key, const Rect& rect, const std::string& label,
                   bool checked, const std::string& description = {},
                   Ticking ticking = Ticking::On);

}  // namespace cm::ui
