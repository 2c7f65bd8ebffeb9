#include "client/ui/theme.h"

#include <cmath>

namespace cm::ui {
namespace {

Color rgb(std::uint32_t rrggbb) {
  return {(rrggbb << 8) | 0xFFu};
}

Theme make_light() {
  Theme t;
  t.name = ThemeName::Light;
  t.background = rgb(0xF7F8FA);
  t.surface = rgb(0xFFFFFF);
  t.surface_sunken = rgb(0xF1F3F6);
  t.border = rgb(0xDDE2E9);
  t.border_input = rgb(0x858F9D);
  t.text = rgb(0x1B2430);
  t.muted = rgb(0x5A6675);
  t.primary = rgb(0x1F5FBF);
  t.primary_hover = rgb(0x1A52A8);
  t.primary_pressed = rgb(0x154489);
  t.on_primary = rgb(0xFFFFFF);
  t.primary_soft = rgb(0xE6EEFA);
  t.on_primary_soft = rgb(0x184E9E);
  t.hover = rgb(0xF1F3F6);
  t.pressed = rgb(0xE5E9EF);
  t.focus = rgb(0x1F5FBF);
  t.focus_gap = rgb(0xFFFFFF);
  t.success = rgb(0x17703F);
  t.success_soft = rgb(0xE3F4EA);
  t.warning = rgb(0x855600);
  t.warning_soft = rgb(0xFFF4D6);
  t.danger = rgb(0xB3261E);
  t.danger_soft = rgb(0xFCEBEA);
  t.danger_hover = rgb(0x971E17);
  t.on_danger = rgb(0xFFFFFF);
  t.disabled_fill = rgb(0xE9ECF0);
  t.disabled_text = rgb(0x76808D);
  t.skeleton = rgb(0xE7EAEF);
  t.scrim = {0x10182566};
  t.shadow = {0x101825FF};
  t.tooltip = rgb(0x1F2937);
  t.on_tooltip = rgb(0xFFFFFF);
  return t;
}

Theme make_dark() {
  Theme t;
  t.name = ThemeName::Dark;
  t.background = rgb(0x11161D);
  t.surface = rgb(0x1A212B);
  t.surface_sunken = rgb(0x151B23);
  t.border = rgb(0x344050);
  t.border_input = rgb(0x76859A);
  t.text = rgb(0xE8EDF3);
  t.muted = rgb(0xA3AFBE);
  t.primary = rgb(0x7FB2FF);
  t.primary_hover = rgb(0x9AC3FF);
  t.primary_pressed = rgb(0x689DEE);
  t.on_primary = rgb(0x0B1A30);
  t.primary_soft = rgb(0x20344F);
  t.on_primary_soft = rgb(0xB5D3FF);
  t.hover = rgb(0x222B37);
  t.pressed = rgb(0x2A3544);
  t.focus = rgb(0x9AC3FF);
  t.focus_gap = rgb(0x11161D);
  t.success = rgb(0x6FD39B);
  t.success_soft = rgb(0x16352A);
  t.warning = rgb(0xF2C14E);
  t.warning_soft = rgb(0x3A2F14);
  t.danger = rgb(0xFF9A92);
  t.danger_soft = rgb(0x432222);
  t.danger_hover = rgb(0xFFB4AE);
  t.on_danger = rgb(0x3A0B08);
  t.disabled_fill = rgb(0x262F3B);
  t.disabled_text = rgb(0x8A96A6);
  t.skeleton = rgb(0x26303C);
  t.scrim = {0x000000A6};
  t.shadow = {0x000000FF};
  t.tooltip = rgb(0xE8EDF3);
  t.on_tooltip = rgb(0x1B2430);
  return t;
}

Theme make_high_contrast() {
  Theme t;
  t.name = ThemeName::HighContrast;
  const Color black = rgb(0x000000), white = rgb(0xFFFFFF), yellow = rgb(0xFFFF00);
  t.background = t.surface = t.surface_sunken = black;
  t.border = t.border_input = white;
  t.text = t.muted = white;
  t.primary = white;
  t.primary_hover = yellow;
  t.primary_pressed = rgb(0xD6D6D6);
  t.on_primary = black;
  t.primary_soft = rgb(0x1A1A4D);
  t.on_primary_soft = white;
  t.hover = rgb(0x2B2B2B);
  t.pressed = rgb(0x404040);
  t.focus = yellow;
  t.focus_gap = black;
  t.success = rgb(0x5CFF9D);
  t.warning = rgb(0xFFD75C);
  t.danger = rgb(0xFF9A92);
  t.success_soft = t.warning_soft = t.danger_soft = black;
  t.danger_hover = yellow;
  t.on_danger = black;
  t.disabled_fill = black;
  t.disabled_text = rgb(0xB8B8B8);
  t.skeleton = rgb(0x404040);
  t.scrim = {0x000000CC};
  t.shadow = {0x000000FF};
  t.tooltip = white;
  t.on_tooltip = black;
  t.border_px = 2;
  return t;
}

double channel(std::uint32_t rgba, int shift) {
  const double c = ((rgba >> shift) & 0xFFu) / 255.0;
  return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(Color c) {
  return 0.2126 * channel(c.rgba, 24) + 0.7152 * channel(c.rgba, 16) + 0.0722 * channel(c.rgba, 8);
}

}  // namespace

const Theme& theme_of(ThemeName name) {
  static const Theme light = make_light(), dark = make_dark(), high_contrast = make_high_contrast();
  switch (name) {
    case ThemeName::Dark:
      return dark;
    case ThemeName::HighContrast:
      return high_contrast;
    case ThemeName::Light:
      break;
  }
  return light;
}

double contrast_ratio(Color a, Color b) {
  const double la = luminance(a), lb = luminance(b);
  return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

std::vector<ContrastPair> contrast_pairs(const Theme& t) {
  constexpr double kText = 4.5, kShape = 3.0;
  return {
      {"text on background", t.text, t.background, kText},
      {"text on surface", t.text, t.surface, kText},
      {"text on sunken surface", t.text, t.surface_sunken, kText},
      {"text on hover", t.text, t.hover, kText},
      {"text on pressed", t.text, t.pressed, kText},
      {"text on selected", t.text, t.primary_soft, kText},
      {"text on warning surface", t.text, t.warning_soft, kText},
      {"text on danger surface", t.text, t.danger_soft, kText},
      {"text on success surface", t.text, t.success_soft, kText},
      {"muted on background", t.muted, t.background, kText},
      {"muted on surface", t.muted, t.surface, kText},
      {"muted on sunken surface", t.muted, t.surface_sunken, kText},
      {"muted on hover", t.muted, t.hover, kText},
      {"muted on pressed", t.muted, t.pressed, kText},
      {"muted on selected", t.muted, t.primary_soft, kText},
      {"primary on surface", t.primary, t.surface, kText},
      {"primary on background", t.primary, t.background, kText},
      {"primary on hover", t.primary, t.hover, kText},
      {"primary on pressed", t.primary, t.pressed, kText},
      {"on primary", t.on_primary, t.primary, kText},
      {"on primary, hover", t.on_primary, t.primary_hover, kText},
      {"on primary, pressed", t.on_primary, t.primary_pressed, kText},
      {"selected", t.on_primary_soft, t.primary_soft, kText},
      {"success on surface", t.success, t.surface, kText},
      {"success chip", t.success, t.success_soft, kText},
      {"warning on surface", t.warning, t.surface, kText},
      {"warning chip", t.warning, t.warning_soft, kText},
      {"danger on surface", t.danger, t.surface, kText},
      {"danger on background", t.danger, t.background, kText},
      {"danger chip", t.danger, t.danger_soft, kText},
      {"on danger", t.on_danger, t.danger, kText},
      {"on danger, hover", t.on_danger, t.danger_hover, kText},
      {"toast", t.on_tooltip, t.tooltip, kText},
      {"disabled text", t.disabled_text, t.disabled_fill, kShape},
      {"border of a field on surface", t.border_input, t.surface, kShape},
      {"border of a field on background", t.border_input, t.background, kShape},
      {"focus on surface", t.focus, t.surface, kShape},
      {"focus on background", t.focus, t.background, kShape},
      {"focus on its gap", t.focus, t.focus_gap, kShape},
      {"danger border on surface", t.danger, t.surface, kShape},
  };
}

}  // namespace cm::ui
