#include "client/ui/widgets/chip.h"

#include <cmath>

namespace cm::ui {
namespace {

constexpr float kIconPx = 14;

}  // namespace

ToneColors tone_colors(const Theme& t, Tone tone) {
  switch (tone) {
    case Tone::Info:
      return {t.primary_soft, t.on_primary_soft};
    case Tone::Success:
      return {t.success_soft, t.success};
    case Tone::Warning:
      return {t.warning_soft, t.warning};
    case Tone::Danger:
      return {t.danger_soft, t.danger};
    case Tone::Neutral:
      break;
  }
  return {t.surface_sunken, t.muted};
}

float chip_width(const Frame& frame, std::string_view text, Icon icon) {
  return std::ceil(text_width(frame, text, TextSize::Caption, Weight::Bold) + 2 * kGap8 +
                   (icon == Icon::None ? 0 : kIconPx + kGap4));
}

void paint_chip(Frame& frame, const Rect& rect, std::string_view text, Tone tone, Icon icon) {
  ToneColors colors = tone_colors(frame.theme, tone);
  if (tone == Tone::Neutral) colors.soft = frame.theme.pressed;  // seen on wells too
  Rect chip{rect.x, rect.y + (rect.h - kChipH) / 2, std::min(rect.w, chip_width(frame, text, icon)),
            kChipH};
  frame.paint.fill(chip, colors.soft, kChipH / 2);
  if (frame.theme.name == ThemeName::HighContrast)
    frame.paint.stroke(chip, colors.strong, kChipH / 2, 1);
  Rect inner = chip.inset(kGap8, 0);
  if (icon != Icon::None)
    draw_icon(frame.paint, icon, inner.cut_left(kIconPx, kGap4), kIconPx, colors.strong);
  paint_text(frame, {inner.x, inner.y, inner.w + 1, inner.h}, text,
             {TextSize::Caption, Weight::Bold, colors.strong});
}

}  // namespace cm::ui
