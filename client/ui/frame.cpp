#include "client/ui/frame.h"

#include "shared/base/ensure.h"

namespace cm::ui {

Frame::Frame(const Environment& env, const Fonts& loaded_fonts, Interaction& what_happened,
             SemanticTree& tree, Actions& actions)
    : environment(env),
      theme(theme_of(env.theme)),
      fonts(loaded_fonts),
      paint(loaded_fonts, env.size.dpr, {0, 0, env.size.w, env.size.h}),
      interaction(what_happened),
      tree_(tree),
      actions_(actions) {}

void Frame::emit(Node node) {
  node.parent = parent();
  if (!measuring_) tree_.add(std::move(node));
}

void Frame::begin(Node node) {
  const NodeId id = node.id;
  emit(std::move(node));
  parents_.push_back(id);
}

void Frame::end() {
  ENSURE(parents_.size() > 1, "every end has its begin");
  parents_.pop_back();
}

void Frame::set_content_size(NodeId scroller, float w, float h) {
  if (!measuring_) tree_.set_content_size(scroller, w, h);
}

bool Frame::hovered(const Rect& rect) const {
  const Rect on = on_screen(rect);
  return listens() && interaction.is_over(on) && interaction.is_over(paint.clip());
}

bool Frame::held(const Rect& rect) const {
  return listens() && interaction.is_down_in(on_screen(rect));
}

float Frame::measure(const std::function<float()>& content) {
  const bool before = measuring_;
  measuring_ = true;
  paint.set_enabled(false);
  const float height = content();
  measuring_ = before;
  paint.set_enabled(!before);
  return height;
}

Rect Frame::on_screen(const Rect& rect) const {
  return rect.moved(paint.origin().x, paint.origin().y);
}

Group::Group(Frame& frame, NodeRole role, std::string_view key, const Rect& rect, std::string name)
    : Group(frame, make_node(frame, role, key, rect, std::move(name))) {}

NodeRect node_rect(const Rect& rect) {
  return {rect.x, rect.y, rect.w, rect.h};
}

Node make_node(const Frame& frame, NodeRole role, std::string_view key, const Rect& rect,
               std::string name) {
  Node node;
  node.id = frame.id(key);
  node.role = role;
  node.rect = node_rect(rect);
  node.name = std::move(name);
  return node;
}

}  // namespace cm::ui
