// Small labels with a state: icon and word, never colour alone.
#pragma once

#include <string>
#include <string_view>

#include "client/ui/icons.h"
#include "client/ui/text.h"

namespace cm::ui {

enum class Tone { Neutral, Info, Success, Warning, Danger };

struct ToneColors {
  Color soft, strong;  // a background, and what stands on it or on a surface
};
ToneColors tone_colors(const Theme& theme, Tone tone);

inline constexpr float kChipH = 24;

float chip_width(const Frame& frame, std::string_view text, Icon icon = Icon::None);
// Only the picture, its left edge at x, in the middle of the rectangle. Its words belong to a node
// of the caller.
void paint_chip(Frame& frame, const Rect& rect, std::string_view text, Tone tone,
                Icon icon = Icon::None);

}  // namespace cm::ui
