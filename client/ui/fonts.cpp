#include "client/ui/fonts.h"

#include <imgui.h>
#include <algorithm>
#include <iterator>

#include "client/ui/font_ranges.h"
#include "shared/base/ensure.h"
#include "shared/base/failure.h"
#include "shared/base/utf8.h"

namespace cm::ui {
namespace {

constexpr TextSize kAllSizes[] = {TextSize::Caption, TextSize::Body, TextSize::Touch,
                                  TextSize::Section, TextSize::Title};
constexpr float kSizePx[] = {12, 14, 16, 18, 22};
constexpr float kLinePx[] = {18, 21, 24, 26, 30};
// Noto Sans: ascent 1.069 em, descent 0.293 em.
constexpr float kHeightPerEm = 1.362f;

const ImWchar* glyph_ranges() {
  static const std::vector<ImWchar> ranges = [] {
    std::vector<ImWchar> pairs;
    for (const CodePointRange& range : kFontRanges) {
      pairs.push_back(range.first);
      pairs.push_back(range.last);
    }
    pairs.push_back(0);
    return pairs;
  }();
  return ranges.data();
}

bool is_sfnt(const std::vector<std::uint8_t>& ttf) {
  return ttf.size() > 12 && ttf[0] == 0 && ttf[1] == 1 && ttf[2] == 0 && ttf[3] == 0;
}

}  // namespace

float size_px(TextSize size) {
  return kSizePx[static_cast<std::size_t>(size)];
}
float line_px(TextSize size) {
  return kLinePx[static_cast<std::size_t>(size)];
}

void Fonts::load(std::vector<std::uint8_t> regular_ttf, std::vector<std::uint8_t> bold_ttf,
                 float dpr) {
  if (!is_sfnt(regular_ttf) || !is_sfnt(bold_ttf))
    throw Failure(FailureCode::NotFound, "The page's font could not be read.");
  ENSURE(dpr > 0, "a screen has pixels");
  ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
  atlas.Clear();
  regular_ = std::move(regular_ttf);
  bold_ = std::move(bold_ttf);
  dpr_ = dpr;
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;
  config.OversampleH = dpr < 1.5f ? 2 : 1;
  config.PixelSnapH = false;
  atlas.Flags |= ImFontAtlasFlags_NoMouseCursors;
  for (const TextSize size : kAllSizes) {
    for (const Weight weight : {Weight::Regular, Weight::Bold}) {
      auto& ttf = weight == Weight::Regular ? regular_ : bold_;
      fonts_[static_cast<std::size_t>(size)][static_cast<std::size_t>(weight)] =
          atlas.AddFontFromMemoryTTF(ttf.data(), static_cast<int>(ttf.size()),
                                     draw_height(size) * dpr, &config, glyph_ranges());
    }
  }
  if (!atlas.Build()) throw Failure(FailureCode::NotFound, "The page's font could not be read.");
  loaded_ = true;
}

ImFont* Fonts::get(TextSize size, Weight weight) const {
  ENSURE(loaded_, "fonts are loaded before the first frame");
  return fonts_[static_cast<std::size_t>(size)][static_cast<std::size_t>(weight)];
}

float Fonts::draw_height(TextSize size) const {
  return size_px(size) * kHeightPerEm;
}

bool Fonts::has_glyphs(std::string_view text) const {
  const bool ascii =
      std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7F; });
  if (ascii) return true;
  const std::vector<std::uint32_t> code_points = decode_utf8(text);
  return std::all_of(code_points.begin(), code_points.end(), [](std::uint32_t cp) {
    return cp == '\n' || std::any_of(std::begin(kFontRanges), std::end(kFontRanges),
                                     [cp](const CodePointRange& range) {
                                       return cp >= range.first && cp <= range.last;
                                     });
  });
}

}  // namespace cm::ui
