// A raised surface around something that belongs together.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "client/ui/text.h"

namespace cm::ui {

void paint_card(Frame& frame, const Rect& rect, float radius = kRadiusCard);

// Draws `content` in a card as high as it needs, with a heading when `title` is not empty; its
// nodes stand in a Group named by the title. `content` gets the inner rectangle and returns the
// height it used. Returns the card's height.
float draw_card(Frame& frame, std::string_view key, const Rect& rect, const std::string& title,
                const std::function<float(Rect)>& content);

}  // namespace cm::ui
