// The typefaces in ImGui's atlas: five sizes, two weights, built at device size so that text is
// sharp at any dpr.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

struct ImFont;

namespace cm::ui {

enum class TextSize { Caption, Body, Touch, Section, Title };  // 12 14 16 18 22 px
enum class Weight { Regular, Bold };

float size_px(TextSize size);
float line_px(TextSize size);  // 18 21 24 26 30

class Fonts {
 public:
  // Rebuilds the atlas; its texture must then be uploaded anew. Throws Failure (NotFound) when a
  // file is no font.
  void load(std::vector<std::uint8_t> regular_ttf, std::vector<std::uint8_t> bold_ttf, float dpr);
  bool loaded() const { return loaded_; }
  float dpr() const { return dpr_; }
  ImFont* get(TextSize size, Weight weight) const;
  // ImGui counts a font's height from ascent to descent; this is that height for a size in CSS
  // pixels.
  float draw_height(TextSize size) const;
  // True when the canvas can draw every code point of the text.
  bool has_glyphs(std::string_view text) const;

 private:
  static constexpr std::size_t kSizes = 5, kWeights = 2;
  std::vector<std::uint8_t> regular_, bold_;
  std::array<std::array<ImFont*, kWeights>, kSizes> fonts_{};
  float dpr_ = 1;
  bool loaded_ = false;
};

}  // namespace cm::ui
