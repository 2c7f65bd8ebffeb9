#include "client/ui/widgets/banner.h"

#include "client/ui/widgets/button.h"

namespace cm::ui {
namespace {

constexpr float kIconPx = 20, kPadding = 12;

struct Layout {
  float text_w = 0, text_h = 0, button_w = 0;
  bool stacked = false;  // the button stands below the text
};

TextStyle style_of(const Frame& frame) {
  return {TextSize::Body, Weight::Regular, frame.theme.text, Align::Left, 0};
}

Layout lay_out(const Frame& frame, const BannerSpec& spec, float width) {
  Layout l;
  l.button_w = spec.button.empty() ? 0 : button_width(frame, spec.button);
  const float inner = width - 2 * kPadding - kIconPx - kGap12;
  l.stacked = l.button_w > 0 && inner - l.button_w < 260;
  l.text_w = inner - (l.stacked || l.button_w == 0 ? 0 : l.button_w + kGap16);
  l.text_h = text_height(frame, spec.text, style_of(frame), l.text_w);
  return l;
}

}  // namespace

float banner_height(const Frame& frame, const BannerSpec& spec, float width) {
  const Layout l = lay_out(frame, spec, width);
  if (l.stacked) return 2 * kPadding + l.text_h + kGap8 + frame.control_h();
  return 2 * kPadding + std::max(l.text_h, l.button_w > 0 ? frame.control_h() : 0);
}

bool draw_banner(Frame& frame, std::string_view key, const Rect& rect, const BannerSpec& spec) {
  const Layout l = lay_out(frame, spec, rect.w);
  const Rect box{rect.x, rect.y, rect.w, banner_height(frame, spec, rect.w)};
  const ToneColors colors = tone_colors(frame.theme, spec.tone);
  frame.paint.fill(box, colors.soft, kRadiusControl);
  frame.paint.stroke(box,
                     colors.strong.with_alpha(frame.theme.name == ThemeName::HighContrast ? 1 : 0.35f),
                     kRadiusControl, 1);
  Group group(frame, spec.alert ? NodeRole::Alert : NodeRole::Group, key, box, spec.text);
  Rect inner = box.inset(kPadding, kPadding);
  const float text_row_h = l.stacked ? l.text_h : inner.h;
  Rect row = inner.cut_top(text_row_h, kGap8);
  draw_icon(frame.paint, spec.icon, row.cut_left(kIconPx, kGap12), kIconPx, colors.strong);
  const Rect text{row.x, row.y + (row.h - l.text_h) / 2, l.text_w, l.text_h};
  draw_text(frame, "text", text, spec.text, style_of(frame));
  if (spec.button.empty()) return false;
  Rect place = l.stacked ? Rect{row.x, inner.y, l.button_w, frame.control_h()}
                         : Rect{row.right() - l.button_w, row.y + (row.h - frame.control_h()) / 2,
                                l.button_w, frame.control_h()};
  return draw_button(frame, "button", place, {spec.button});
}

}  // namespace cm::ui
