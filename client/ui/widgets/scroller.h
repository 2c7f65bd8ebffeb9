// A pane that scrolls. The DOM does the scrolling; what is drawn while a Scroller lives stands at
// content coordinates, (0, 0) at the content's top left.
#pragma once

#include <string>
#include <string_view>

#include "client/ui/frame.h"

namespace cm::ui {

class Scroller {
 public:
  Scroller(Frame& frame, std::string_view key, const Rect& rect, std::string name);
  ~Scroller();
  Scroller(const Scroller&) = delete;
  Scroller& operator=(const Scroller&) = delete;

  NodeId id() const { return id_; }
  float width() const { return rect_.w; }
  float height() const { return rect_.h; }
  float top() const { return top_; }  // first visible content y
  float bottom() const { return top_ + rect_.h; }
  void scroll_into_view(float y, float h, float margin);  // of the content
  // Call once, when the content's height is known.
  void finish(float content_h);

 private:
  Frame& frame_;
  Rect rect_;
  NodeId id_;
  float top_ = 0;
  float content_h_ = 0;
};

}  // namespace cm::ui
