// A line of news across a page: tone, icon, words, at most one button.
#pragma once

#include <string>
#include <string_view>

#include "client/ui/widgets/chip.h"

namespace cm::ui {

struct BannerSpec {
  std::string text;
  Tone tone = Tone::Info;
  Icon icon = Icon::Warning;
  std::string button;  // empty = none
  bool alert = false;  // read out at once
};

float banner_height(const Frame& frame, const BannerSpec& spec, float width);
// True when its button was pressed.
bool draw_banner(Frame& frame, std::string_view key, const Rect& rect, const BannerSpec& spec);

}  // namespace cm::ui
