// One frame being drawn: where widgets paint, emit their nodes, ask what was done to them and push
// actions.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "client/semantics/semantic_tree.h"
#include "client/ui/interaction.h"
#include "client/ui/painter.h"
#include "client/ui/theme.h"

namespace cm::ui {

class Frame {
 public:
  Frame(const Environment& environment, const Fonts& fonts, Interaction& interaction,
        SemanticTree& tree, Actions& actions);

  const Environment& environment;
  const Theme& theme;
  const Fonts& fonts;
  Painter paint;
  Interaction& interaction;

  bool coarse() const { return environment.coarse_pointer; }
  TextSize body() const { return coarse() ? TextSize::Touch : TextSize::Body; }
  float control_h() const { return coarse() ? 48.0f : 36.0f; }

  // What floats over this frame, and the strip that a screen left free for it (toast.h).
  const Toast* toast = nullptr;
  std::optional<Rect> toast_place;

  // ---- nodes ----
  NodeId parent() const { return parents_.back(); }
  NodeId id(std::string_view key) const { return node_id(parent(), key); }
  void emit(Node node);   // under the present parent
  void begin(Node node);  // emits and makes it the parent
  void end();
  void set_content_size(NodeId scroller, float w, float h);

  // ---- what was done ----  (nothing while measuring, or behind a dialog)
  template <class A>
  void push(A action);  // of every kind in frame_push.cpp: each file of views compiles in half the time
  bool pressed(NodeId node) const { return listens() && interaction.pressed(node); }
  const NodeEdited* edit_of(NodeId node) const {
    return listens() ? interaction.edit_of(node) : nullptr;
  }
  bool blurred(NodeId node) const { return !measuring_ && interaction.blurred(node); }
  bool focused(NodeId node) const { return interaction.focused() == node; }
  bool shows_focus(NodeId node) const { return focused(node) && interaction.focus_by_keyboard(); }
  bool hovered(const Rect& rect) const;
  bool held(const Rect& rect) const;
  bool take_key(std::string_view key, bool control = false) {
    return listens() && interaction.take_key(key, control);
  }
  void focus(NodeId node) {
    if (!measuring_) interaction.request_focus(node);
  }

  // Height that `content` would take: it is run without painting, emitting or listening.
  float measure(const std::function<float()>& content);
  bool measuring() const { return measuring_; }
  // While true, nothing below listens: a dialog is open over it.
  void set_blocked(bool blocked) { blocked_ = blocked; }
  void want_another() {
    if (!measuring_) wants_another_ = true;
  }
  bool wants_another() const { return wants_another_; }

 private:
  bool listens() const { return !measuring_ && !blocked_; }
  Rect on_screen(const Rect& rect) const;

  SemanticTree& tree_;
  Actions& actions_;
  std::vector<NodeId> parents_{0};
  bool measuring_ = false, blocked_ = false, wants_another_ = false;
};

// A parent for the nodes drawn while it lives.
class Group {
 public:
  Group(Frame& frame, NodeRole role, std::string_view key, const Rect& rect, std::string name = {});
  Group(Frame& frame, Node node) : frame_(frame), id(node.id) { frame_.begin(std::move(node)); }
  ~Group() { frame_.end(); }
  Group(const Group&) = delete;
  Group& operator=(const Group&) = delete;

 private:
  Frame& frame_;

 public:
  const NodeId id;
};

NodeRect node_rect(const Rect& rect);
Node make_node(const Frame& frame, NodeRole role, std::string_view key, const Rect& rect,
               std::string name = {});

}  // namespace cm::ui
