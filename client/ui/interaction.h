// What people did since the last frame, and what must be remembered between frames: pointer, focus,
// scroll offsets. Presses, edits and focus come from the DOM; the pointer only changes how things
// look.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "client/ui/geometry.h"
#include "client/ui/ui.h"

namespace cm::ui {

class Interaction {
 public:
  void take(const UiEvent& event);
  void end_frame();  // forgets what happened once

  bool pressed(NodeId node) const { return presses_.count(node) > 0; }
  bool blurred(NodeId node) const { return blurs_.count(node) > 0; }
  const NodeEdited* edit_of(NodeId node) const;  // the last one; null when none
  // A key with its modifiers that nobody took yet; taking it hides it from others.
  const KeyPressed* find_key(std::string_view key, bool control = false) const;
  bool take_key(std::string_view key, bool control = false);
  bool has_shift() const;  // some key of this frame came with Shift
  void drop_keys() { keys_.clear(); }

  NodeId focused() const { return focused_; }
  bool focus_by_keyboard() const { return focus_by_keyboard_; }
  void request_focus(NodeId node) { focus_request_ = node; }
  std::optional<NodeId> focus_request() const { return focus_request_; }

  // Dialogs: one is open at most. Focus returns to where it was when a dialog is no longer drawn.
  void dialog_drawn(NodeId dialog) { dialog_ = dialog; }
  bool dialog_is_new() const { return dialog_ != 0 && dialog_ != dialog_before_; }
  void settle_dialog();  // after everything was drawn, before requests are read

  Point scroll_of(NodeId scroller) const;
  void request_scroll(NodeId scroller, float y);  // moves the DOM there too
  std::optional<std::pair<NodeId, float>> scroll_request() const { return scroll_request_; }

  // On the screen, by mouse only; `down` for any pointer.
  bool is_over(const Rect& on_screen) const {
    return inside_ && mouse_ && on_screen.contains(x_, y_);
  }
  bool is_down_in(const Rect& on_screen) const {
    return inside_ && down_ && on_screen.contains(x_, y_) && on_screen.contains(down_x_, down_y_);
  }

 private:
  void on_focus(NodeId node);
  void on_pointer(const PointerMoved& pointer);

  float x_ = 0, y_ = 0, down_x_ = 0, down_y_ = 0;
  bool inside_ = false, mouse_ = false, down_ = false;
  bool pointer_went_down_ = false;  // since the last change of focus
  NodeId focused_ = 0;
  bool focus_by_keyboard_ = false;
  std::set<NodeId> presses_, blurs_;
  std::vector<NodeEdited> edits_;
  std::vector<KeyPressed> keys_;
  std::unordered_map<NodeId, Point> scrolls_;
  std::optional<NodeId> focus_request_;
  NodeId dialog_ = 0, dialog_before_ = 0, focus_before_dialog_ = 0;
  std::optional<std::pair<NodeId, float>> scroll_request_;
};

}  // namespace cm::ui
