// A question that stops everything else: dimmed page, a card in the middle (a sheet at the bottom
// of a phone). Focus goes in when it opens and back when it closes.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "client/ui/text.h"

namespace cm::ui {

struct DialogSpec {
  std::string title;
  float width = 560;
  float footer_h = 0;  // 0 = none
};

// Draws over the whole screen. `content` draws in a scrolling body and returns its height, `footer`
// below it. The first field or button that asks for focus gets it; the caller names it by
// `first_focus` (a node within the dialog).
void draw_dialog(Frame& frame, std::string_view key, const DialogSpec& spec,
                 const std::function<float(Rect)>& content, const std::function<void(Rect)>& footer,
                 const std::function<NodeId()>& first_focus);

}  // namespace cm::ui
