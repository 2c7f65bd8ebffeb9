// Colours by what they are for. A palette per theme; no widget names a colour of its own. Which
// colour may stand on which is one table (contrast_pairs), and a test measures every pair.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "client/ui/ui.h"

namespace cm::ui {

struct Color {
  std::uint32_t rgba = 0;  // 0xRRGGBBAA
  Color with_alpha(float alpha) const {
    return {(rgba & 0xFFFFFF00u) | static_cast<std::uint32_t>(alpha * 255.0f + 0.5f)};
  }
  friend bool operator==(Color, Color) = default;
};

struct Theme {
  ThemeName name = ThemeName::Light;
  Color background, surface, surface_sunken;  // page, cards, wells and table heads
  Color border, border_input;                 // between things; of what can be filled in
  Color text, muted;
  Color primary, primary_hover, primary_pressed, on_primary;
  Color primary_soft, on_primary_soft;  // selected rows and places
  Color hover, pressed;                 // over surfaces
  Color focus, focus_gap;
  Color success, success_soft;
  Color warning, warning_soft;
  Color danger, danger_soft, danger_hover, on_danger;
  Color disabled_fill, disabled_text;
  Color skeleton, scrim, shadow;
  Color tooltip, on_tooltip;  // toasts stand on it too
  float border_px = 1;        // 2 in high contrast
};

const Theme& theme_of(ThemeName name);

// WCAG 2 contrast of two opaque colours, 1…21.
double contrast_ratio(Color a, Color b);

struct ContrastPair {
  std::string_view what;
  Color foreground, background;
  double minimum;  // 4.5 for text, 3 for borders of controls, icons and focus
};
std::vector<ContrastPair> contrast_pairs(const Theme& theme);

// The 4 px grid.
inline constexpr float kGap4 = 4, kGap8 = 8, kGap12 = 12, kGap16 = 16, kGap24 = 24, kGap32 = 32;
inline constexpr float kRadiusControl = 6, kRadiusCard = 10, kRadiusSheet = 16;

}  // namespace cm::ui
