// Shapes on ImGui's background draw list, in CSS pixels, moved by the origin of the space that is
// being drawn in. Edges stand on device pixels; what is outside the clip is not drawn.
#pragma once

#include <string_view>
#include <vector>

#include "client/ui/fonts.h"
#include "client/ui/geometry.h"
#include "client/ui/theme.h"

struct ImDrawList;

namespace cm::ui {

class Painter {
 public:
  Painter(const Fonts& fonts, float dpr, const Rect& screen);

  void fill(const Rect& rect, Color color, float radius = 0);
  void stroke(const Rect& rect, Color color, float radius = 0,
              float thickness = 1);                                   // inside the rectangle
  void ring(const Rect& rect, Color color, Color gap, float radius);  // 2 px focus ring outside it
  void line(Point a, Point b, Color color, float thickness = 1);
  void polyline(const std::vector<Point>& points, Color color, float thickness, bool closed);
  void circle(Point center, float radius, Color color, float thickness);  // thickness 0 = filled
  void shadow(const Rect& rect, Color color, float radius);
  // One line, its left edge at x, centred in the line box that starts at y. `text` must have
  // glyphs.
  void text(Point at, std::string_view text, TextSize size, Weight weight, Color color);

  float snap(float v) const;                          // to device pixels
  bool is_visible(const Rect& rect) const;            // in the current space
  const Rect& clip() const { return clips_.back(); }  // on the screen
  Point origin() const { return origins_.back(); }

  void push_clip(const Rect& rect);  // in the current space; within the present clip
  void pop_clip();
  void push_origin(Point moved_by);  // added to the present origin
  void pop_origin();
  void set_enabled(bool enabled) { enabled_ = enabled; }  // false: nothing is drawn (measuring)

 private:
  const Fonts& fonts_;
  float dpr_;
  ImDrawList* list_;
  std::vector<Rect> clips_;
  std::vector<Point> origins_;
  bool enabled_ = true;
};

}  // namespace cm::ui
