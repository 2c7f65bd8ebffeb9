#include "client/ui/icons.h"

#include <cmath>
#include <span>

namespace cm::ui {
namespace {

constexpr float kPi = 3.14159265f;
constexpr float kGrid = 24;
constexpr float kStroke = 1.75f;

// A stroke of an icon: a polyline through points, or an arc (center, radius, from, to in degrees,
// clockwise from east).
struct Stroke {
  enum class Kind { Open, Closed, Arc, Dot } kind = Kind::Open;
  std::vector<Point> points;
  float radius = 0, from = 0, to = 360;
};

Stroke open(std::vector<Point> points) {
  return {Stroke::Kind::Open, std::move(points)};
}
Stroke closed(std::vector<Point> points) {
  return {Stroke::Kind::Closed, std::move(points)};
}
Stroke arc(float x, float y, float radius, float from = 0, float to = 360) {
  return {Stroke::Kind::Arc, {{x, y}}, radius, from, to};
}
Stroke dot(float x, float y, float radius) {
  return {Stroke::Kind::Dot, {{x, y}}, radius};
}

// Of what is done to lists.
std::vector<Stroke> strokes_of_lists(Icon icon) {
  switch (icon) {
    case Icon::Filter:
      return {open({{3.5f, 6.5f}, {20.5f, 6.5f}}), open({{7, 12}, {17, 12}}),
              open({{10, 17.5f}, {14, 17.5f}})};
    case Icon::Columns:
      return {closed({{3.5f, 4.5f}, {20.5f, 4.5f}, {20.5f, 19.5f}, {3.5f, 19.5f}}),
              open({{9.2f, 4.5f}, {9.2f, 19.5f}}), open({{14.8f, 4.5f}, {14.8f, 19.5f}})};
    case Icon::Bookmark:
      return {closed({{6.5f, 3.5f}, {17.5f, 3.5f}, {17.5f, 20.5f}, {12, 16}, {6.5f, 20.5f}})};
    case Icon::Pencil:
      return {closed({{4, 20}, {5, 15.5f}, {16, 4.5f}, {19.5f, 8}, {8.5f, 19}}),
              open({{13.5f, 7}, {17, 10.5f}})};
    default:
      return {};
  }
}

// Of the records' places and of what is done to a record.
std::vector<Stroke> strokes_of_records(Icon icon) {
  switch (icon) {
    case Icon::Tree:
      return {closed({{9, 3}, {15, 3}, {15, 8}, {9, 8}}),
              closed({{3, 16}, {9, 16}, {9, 21}, {3, 21}}),
              closed({{15, 16}, {21, 16}, {21, 21}, {15, 21}}), open({{12, 8}, {12, 12}}),
              open({{6, 16}, {6, 12}, {18, 12}, {18, 16}})};
    case Icon::Truck:
      return {closed({{2, 6}, {14, 6}, {14, 17}, {2, 17}}),
              open({{14, 10}, {18.5f, 10}, {22, 13.5f}, {22, 17}, {14, 17}}), arc(7, 18, 2),
              arc(17.5f, 18, 2)};
    case Icon::Box:
      return {closed({{12, 2.5f}, {20.5f, 7}, {20.5f, 17}, {12, 21.5f}, {3.5f, 17}, {3.5f, 7}}),
              open({{3.5f, 7}, {12, 11.5f}, {20.5f, 7}}), open({{12, 11.5f}, {12, 21.5f}})};
    case Icon::Tag:
      return {closed({{3, 3.5f}, {12, 3.5f}, {21, 12.5f}, {12.5f, 21}, {3, 12}}),
              arc(7.8f, 8.3f, 1.5f)};
    case Icon::Building:
      return {closed({{5, 3}, {19, 3}, {19, 21}, {5, 21}}),
              open({{9, 7.5f}, {10, 7.5f}}),
              open({{14, 7.5f}, {15, 7.5f}}),
              open({{9, 12}, {10, 12}}),
              open({{14, 12}, {15, 12}}),
              open({{10, 21}, {10, 16.5f}, {14, 16.5f}, {14, 21}})};
    case Icon::Book:
      return {closed({{4.5f, 3.5f}, {19.5f, 3.5f}, {19.5f, 20.5f}, {4.5f, 20.5f}}),
              open({{8.5f, 3.5f}, {8.5f, 20.5f}}), open({{12, 8}, {16, 8}})};
    case Icon::Target:
      return {arc(12, 12, 9), arc(12, 12, 5), dot(12, 12, 1.3f)};
    case Icon::More:
      return {dot(5.5f, 12, 1.6f), dot(12, 12, 1.6f), dot(18.5f, 12, 1.6f)};
    case Icon::Move:
      return {open({{4, 4}, {4, 17}, {18, 17}}), open({{14, 12.5f}, {18.5f, 17}, {14, 21.5f}})};
    case Icon::Trash:
      return {open({{4, 6.5f}, {20, 6.5f}}), open({{9, 6.5f}, {9, 3.5f}, {15, 3.5f}, {15, 6.5f}}),
              open({{6, 6.5f}, {7, 20.5f}, {17, 20.5f}, {18, 6.5f}})};
    case Icon::Unlink:
      return {arc(8, 16, 4, 0, 270), arc(16, 8, 4, 180, 450), open({{5, 5}, {19, 19}})};
    default:
      return strokes_of_lists(icon);
  }
}

std::vector<Stroke> strokes_of(Icon icon) {
  switch (icon) {
    case Icon::None:
      return {};
    case Icon::Customers:
      return {arc(9, 8, 3.5f), arc(9, 20, 6.5f, 180, 360), open({{2.5f, 20}, {15.5f, 20}}),
              arc(16.5f, 8.5f, 3, -110, 90), arc(16, 20, 5.8f, 285, 360)};
    case Icon::Sync:
      return {arc(12, 12, 8, 200, 335), open({{19.6f, 4.2f}, {19.4f, 8.8f}, {14.9f, 8.4f}}),
              arc(12, 12, 8, 20, 155), open({{4.4f, 19.8f}, {4.6f, 15.2f}, {9.1f, 15.6f}})};
    case Icon::Conflict:
      return {open({{4, 8}, {17, 8}}), open({{13.5f, 4.5f}, {17, 8}, {13.5f, 11.5f}}),
              open({{20, 16}, {7, 16}}), open({{10.5f, 12.5f}, {7, 16}, {10.5f, 19.5f}})};
    case Icon::Search:
      return {arc(10.5f, 10.5f, 6.5f), open({{15.5f, 15.5f}, {20.5f, 20.5f}})};
    case Icon::Plus:
      return {open({{12, 5}, {12, 19}}), open({{5, 12}, {19, 12}})};
    case Icon::Back:
      return {open({{19.5f, 12}, {5, 12}}), open({{11.5f, 5.5f}, {5, 12}, {11.5f, 18.5f}})};
    case Icon::Close:
      return {open({{6, 6}, {18, 18}}), open({{18, 6}, {6, 18}})};
    case Icon::Check:
      return {open({{4.5f, 12.5f}, {10, 18}, {19.5f, 7}})};
    case Icon::Warning:
      return {closed({{12, 3.5f}, {21.5f, 20}, {2.5f, 20}}), open({{12, 9.5f}, {12, 14}}),
              dot(12, 17, 1.1f)};
    case Icon::Error:
      return {arc(12, 12, 9), open({{12, 7}, {12, 13}}), dot(12, 16.5f, 1.1f)};
    case Icon::Offline:
      return {arc(8, 14, 4.5f, 90, 250), arc(12, 10, 5.5f, 200, 330), arc(17, 14.5f, 4, 270, 360),
              open({{8, 18.5f}, {17, 18.5f}}), open({{4, 4}, {20.5f, 20.5f}})};
    case Icon::User:
      return {arc(12, 8, 4), arc(12, 20.5f, 7.5f, 180, 360), open({{4.5f, 20.5f}, {19.5f, 20.5f}})};
    case Icon::Menu:
      return {open({{4, 7}, {20, 7}}), open({{4, 12}, {20, 12}}), open({{4, 17}, {20, 17}})};
    case Icon::Pin:
      return {arc(12, 10, 6.5f, 155, 385), open({{6.1f, 12.7f}, {12, 21}, {17.9f, 12.7f}}),
              arc(12, 10, 2.3f)};
    case Icon::Phone:
      return {closed({{7, 2.5f}, {17, 2.5f}, {17, 21.5f}, {7, 21.5f}}),
              open({{10.5f, 18.5f}, {13.5f, 18.5f}})};
    case Icon::Lock:
      return {closed({{5.5f, 11}, {18.5f, 11}, {18.5f, 20.5f}, {5.5f, 20.5f}}),
              arc(12, 8, 4, 180, 360), open({{8, 8}, {8, 11}}), open({{16, 8}, {16, 11}}),
              dot(12, 15.7f, 1.3f)};
    case Icon::ChevronDown:
      return {open({{6, 9.5f}, {12, 15.5f}, {18, 9.5f}})};
    case Icon::ChevronUp:
      return {open({{6, 14.5f}, {12, 8.5f}, {18, 14.5f}})};
    case Icon::ChevronRight:
      return {open({{9.5f, 6}, {15.5f, 12}, {9.5f, 18}})};
    case Icon::Cloud:
      return {arc(8, 14, 4.5f, 90, 260), arc(12, 10, 5.5f, 195, 345), arc(17, 14.5f, 4, 270, 450),
              open({{8, 18.5f}, {17, 18.5f}})};
    case Icon::Device:
      return {closed({{3.5f, 5}, {20.5f, 5}, {20.5f, 16}, {3.5f, 16}}),
              open({{8.5f, 20}, {15.5f, 20}}), open({{12, 16}, {12, 20}})};
    case Icon::Clock:
      return {arc(12, 12, 8.5f), open({{12, 7}, {12, 12.3f}, {15.5f, 14.3f}})};
    case Icon::Restore:
      return {arc(12, 12.5f, 7.5f, 215, 500), open({{4.7f, 4.5f}, {5.4f, 9.2f}, {10, 8.3f}})};
    case Icon::Mark:  // the product's mark: a card with a line of text and a person
      return {closed({{2.5f, 5}, {21.5f, 5}, {21.5f, 19}, {2.5f, 19}}), arc(8.3f, 10.3f, 1.9f),
              arc(8.3f, 16.2f, 3, 180, 360), open({{14, 10}, {18.5f, 10}}),
              open({{14, 14}, {18.5f, 14}})};
    default:
      return strokes_of_records(icon);
  }
}

void draw_arc(Painter& paint, const Stroke& s, Point at, float scale, float thickness,
              Color color) {
  const Point c{at.x + s.points[0].x * scale, at.y + s.points[0].y * scale};
  if (s.to - s.from >= 360) return paint.circle(c, s.radius * scale, color, thickness);
  const int steps = std::max(6, static_cast<int>((s.to - s.from) / 12));
  std::vector<Point> points;
  for (int i = 0; i <= steps; ++i) {
    const float angle =
        (s.from + (s.to - s.from) * static_cast<float>(i) / static_cast<float>(steps)) * kPi / 180;
    points.push_back(
        {c.x + std::cos(angle) * s.radius * scale, c.y + std::sin(angle) * s.radius * scale});
  }
  paint.polyline(points, color, thickness, false);
}

}  // namespace

void draw_icon(Painter& paint, Icon icon, const Rect& rect, float size, Color color) {
  const Rect box = rect.centered(size, size);
  if (!paint.is_visible(box)) return;
  const Point at{paint.snap(box.x), paint.snap(box.y)};
  const float scale = size / kGrid;
  const float thickness = std::max(1.25f, kStroke * scale);
  for (const Stroke& s : strokes_of(icon)) {
    if (s.kind == Stroke::Kind::Arc) {
      draw_arc(paint, s, at, scale, thickness, color);
    } else if (s.kind == Stroke::Kind::Dot) {
      paint.circle({at.x + s.points[0].x * scale, at.y + s.points[0].y * scale}, s.radius * scale,
                   color, 0);
    } else {
      std::vector<Point> points;
      for (const Point& p : s.points) points.push_back({at.x + p.x * scale, at.y + p.y * scale});
      paint.polyline(points, color, thickness, s.kind == Stroke::Kind::Closed);
    }
  }
}

}  // namespace cm::ui
