#include "client/ui/widgets/scroller.h"

#include <algorithm>

namespace cm::ui {

Scroller::Scroller(Frame& frame, std::string_view key, const Rect& rect, std::string name)
    : frame_(frame),
      rect_(rect),
      id_(frame.id(key)),
      top_(frame.interaction.scroll_of(id_).y),
      content_h_(rect.h) {
  frame.begin(make_node(frame, NodeRole::Scroller, key, rect, std::move(name)));
  frame.paint.push_clip(rect);
  frame.paint.push_origin({rect.x, rect.y - top_});
}

Scroller::~Scroller() {
  frame_.paint.pop_origin();
  if (content_h_ > rect_.h + 1) {  // where we are; the DOM's own bar is not seen
    constexpr float kBarW = 4, kThumbMin = 32;
    const float thumb = std::max(kThumbMin, rect_.h * rect_.h / content_h_);
    const float way = content_h_ <= rect_.h ? 0 : top_ / (content_h_ - rect_.h);
    const Rect bar{rect_.right() - kBarW - 2, rect_.y + 2 + way * (rect_.h - 4 - thumb), kBarW,
                   thumb};
    frame_.paint.fill(bar, frame_.theme.border_input.with_alpha(0.55f), kBarW / 2);
  }
  frame_.paint.pop_clip();
  frame_.end();
}

void Scroller::scroll_into_view(float y, float h, float margin) {
  float to = top_;
  if (y - margin < top_) to = std::max(0.0f, y - margin);
  if (y + h + margin > bottom()) to = std::max(0.0f, y + h + margin - rect_.h);
  if (to == top_ || frame_.measuring()) return;
  frame_.interaction.request_scroll(id_, to);
  frame_.want_another();
}

void Scroller::finish(float content_h) {
  content_h_ = content_h;
  frame_.set_content_size(id_, rect_.w, content_h);
  const float top_max = std::max(0.0f, content_h - rect_.h);
  if (top_ <= top_max || frame_.measuring()) return;
  frame_.interaction.request_scroll(id_, top_max);
  frame_.want_another();
}

}  // namespace cm::ui
