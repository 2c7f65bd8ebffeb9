// Rectangles in CSS pixels, and cutting them into parts: all layout is made of this.
#pragma once

#include <algorithm>

namespace cm::ui {

struct Point {
  float x = 0, y = 0;
};

struct Rect {
  float x = 0, y = 0, w = 0, h = 0;

  float right() const { return x + w; }
  float bottom() const { return y + h; }
  float center_x() const { return x + w / 2; }
  float center_y() const { return y + h / 2; }
  bool contains(float px, float py) const {
    return px >= x && px < right() && py >= y && py < bottom();
  }
  bool intersects(const Rect& o) const {
    return x < o.right() && o.x < right() && y < o.bottom() && o.y < bottom();
  }
  Rect inset(float dx, float dy) const {
    return {x + dx, y + dy, std::max(0.0f, w - 2 * dx), std::max(0.0f, h - 2 * dy)};
  }
  Rect inset(float d) const { return inset(d, d); }
  Rect moved(float dx, float dy) const { return {x + dx, y + dy, w, h}; }
  Rect centered(float cw, float ch) const { return {x + (w - cw) / 2, y + (h - ch) / 2, cw, ch}; }

  // Each cuts a strip off this rectangle and returns it; `gap` is lost between the two.
  Rect cut_top(float size, float gap = 0) {
    const Rect part{x, y, w, std::min(size, h)};
    const float used = std::min(h, size + gap);
    y += used;
    h -= used;
    return part;
  }
  Rect cut_bottom(float size, float gap = 0) {
    const float used = std::min(size, h);
    const Rect part{x, bottom() - used, w, used};
    h = std::max(0.0f, h - used - gap);
    return part;
  }
  Rect cut_left(float size, float gap = 0) {
    const Rect part{x, y, std::min(size, w), h};
    const float used = std::min(w, size + gap);
    x += used;
    w -= used;
    return part;
  }
  Rect cut_right(float size, float gap = 0) {
    const float used = std::min(size, w);
    const Rect part{right() - used, y, used, h};
    w = std::max(0.0f, w - used - gap);
    return part;
  }
};

}  // namespace cm::ui
