// What stands where there is nothing to show: why, and what to do about it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "client/ui/widgets/button.h"

namespace cm::ui {

struct EmptyStateSpec {
  Icon icon = Icon::Customers;
  std::string title;
  std::string text;
  std::vector<ButtonSpec> buttons;
};

// In the middle of the rectangle. The pressed button's place, or -1.
int draw_empty_state(Frame& frame, std::string_view key, const Rect& rect,
                     const EmptyStateSpec& spec);

}  // namespace cm::ui
