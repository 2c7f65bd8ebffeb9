#include "client/ui/painter.h"

#include <imgui.h>
#include <cmath>

#include "shared/base/ensure.h"

namespace cm::ui {
namespace {

ImU32 to_imgui(Color c) {
  return IM_COL32((c.rgba >> 24) & 0xFF, (c.rgba >> 16) & 0xFF, (c.rgba >> 8) & 0xFF,
                  c.rgba & 0xFF);
}

}  // namespace

Painter::Painter(const Fonts& fonts, float dpr, const Rect& screen)
    : fonts_(fonts),
      dpr_(dpr),
      list_(ImGui::GetBackgroundDrawList()),
      clips_{screen},
      origins_{{0, 0}} {
  list_->_FringeScale = 1.0f / dpr;  // soft edges one device pixel wide
}

float Painter::snap(float v) const {
  return std::round(v * dpr_) / dpr_;
}

bool Painter::is_visible(const Rect& rect) const {
  return enabled_ && rect.moved(origins_.back().x, origins_.back().y).intersects(clips_.back());
}

void Painter::fill(const Rect& rect, Color color, float radius) {
  if (!is_visible(rect)) return;
  const Point o = origin();
  list_->AddRectFilled({snap(rect.x + o.x), snap(rect.y + o.y)},
                       {snap(rect.right() + o.x), snap(rect.bottom() + o.y)}, to_imgui(color),
                       radius);
}

void Painter::stroke(const Rect& rect, Color color, float radius, float thickness) {
  if (!is_visible(rect)) return;
  const Point o = origin();
  const float t = std::max(1.0f, std::round(thickness * dpr_)) / dpr_;
  list_->PathRect({snap(rect.x + o.x) + t / 2, snap(rect.y + o.y) + t / 2},
                  {snap(rect.right() + o.x) - t / 2, snap(rect.bottom() + o.y) - t / 2},
                  std::max(0.0f, radius - t / 2));
  list_->PathStroke(to_imgui(color), ImDrawFlags_Closed, t);
}

void Painter::ring(const Rect& rect, Color color, Color gap, float radius) {
  stroke(rect.inset(-2), gap, radius + 2, 2);
  stroke(rect.inset(-4), color, radius + 4, 2);
}

void Painter::line(Point a, Point b, Color color, float thickness) {
  const float t = std::max(1.0f, std::round(thickness * dpr_)) / dpr_;
  if (a.y == b.y) return fill({a.x, a.y, b.x - a.x, t}, color);
  if (a.x == b.x) return fill({a.x, a.y, t, b.y - a.y}, color);
  polyline({a, b}, color, thickness, false);
}

void Painter::polyline(const std::vector<Point>& points, Color color, float thickness,
                       bool closed) {
  if (!enabled_) return;
  const Point o = origin();
  for (const Point& p : points) list_->PathLineTo({p.x + o.x, p.y + o.y});
  list_->PathStroke(to_imgui(color), closed ? ImDrawFlags_Closed : ImDrawFlags_None, thickness);
}

void Painter::circle(Point center, float radius, Color color, float thickness) {
  if (!is_visible({center.x - radius, center.y - radius, 2 * radius, 2 * radius})) return;
  const ImVec2 at(center.x + origin().x, center.y + origin().y);
  constexpr int kSegments = 32;
  if (thickness <= 0) return list_->AddCircleFilled(at, radius, to_imgui(color), kSegments);
  list_->AddCircle(at, radius, to_imgui(color), kSegments, thickness);
}

void Painter::shadow(const Rect& rect, Color color, float radius) {
  // Three stacked soft rectangles read as one shadow that fades out.
  constexpr struct {
    float grow, down, alpha;
  } kLayers[] = {{6, 6, 0.03f}, {3, 3, 0.05f}, {1, 1, 0.07f}};
  for (const auto& layer : kLayers) {
    fill(rect.inset(-layer.grow).moved(0, layer.down), color.with_alpha(layer.alpha),
         radius + layer.grow);
  }
}

void Painter::text(Point at, std::string_view text, TextSize size, Weight weight, Color color) {
  if (text.empty() || !is_visible({at.x, at.y, 10000, line_px(size)})) return;
  const float height = fonts_.draw_height(size);
  const float top = at.y + (line_px(size) - height) / 2;
  // ImGui cuts positions to whole units: give it device pixels that stay whole.
  const ImVec2 position(snap(at.x + origin().x), snap(top + origin().y));
  list_->AddText(fonts_.get(size, weight), height, position, to_imgui(color), text.data(),
                 text.data() + text.size());
}

void Painter::push_clip(const Rect& rect) {
  const Rect moved = rect.moved(origin().x, origin().y);
  const Rect& now = clips_.back();
  const float x = std::max(now.x, moved.x), y = std::max(now.y, moved.y);
  const Rect cut{x, y, std::max(0.0f, std::min(now.right(), moved.right()) - x),
                 std::max(0.0f, std::min(now.bottom(), moved.bottom()) - y)};
  clips_.push_back(cut);
  list_->PushClipRect({cut.x, cut.y}, {cut.right(), cut.bottom()}, false);
}

void Painter::pop_clip() {
  ENSURE(clips_.size() > 1, "every pop has its push");
  clips_.pop_back();
  list_->PopClipRect();
}

void Painter::push_origin(Point moved_by) {
  const Point now = origin();
  origins_.push_back({now.x + moved_by.x, now.y + moved_by.y});
}

void Painter::pop_origin() {
  ENSURE(origins_.size() > 1, "every pop has its push");
  origins_.pop_back();
}

}  // namespace cm::ui
