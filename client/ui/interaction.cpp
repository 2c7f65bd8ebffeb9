#include "client/ui/interaction.h"

#include "shared/base/overloaded.h"

#include <algorithm>
#include <variant>

namespace cm::ui {
void Interaction::take(const UiEvent& event) {
  std::visit(Overloaded{
                 [&](const PointerMoved& e) { on_pointer(e); },
                 [&](const PointerLeft&) { inside_ = down_ = false; },
                 [&](const NodePressed& e) { presses_.insert(e.node); },
                 [&](const NodeFocused& e) { on_focus(e.node); },
                 [&](const NodeBlurred& e) {
                   blurs_.insert(e.node);
                   if (focused_ == e.node) focused_ = 0;
                 },
                 [&](const NodeEdited& e) { edits_.push_back(e); },
                 [&](const NodeScrolled& e) {
                   scrolls_[e.node] = {e.x, e.y};
                 },
                 [&](const KeyPressed& e) {
                   focus_by_keyboard_ = true;
                   keys_.push_back(e);
                 },
             },
             event);
}

void Interaction::end_frame() {
  presses_.clear();
  blurs_.clear();
  edits_.clear();
  keys_.clear();
  focus_request_.reset();
  scroll_request_.reset();
}

const NodeEdited* Interaction::edit_of(NodeId node) const {
  const auto edit = std::find_if(edits_.rbegin(), edits_.rend(),
                                 [node](const NodeEdited& e) { return e.node == node; });
  return edit == edits_.rend() ? nullptr : &*edit;
}

const KeyPressed* Interaction::find_key(std::string_view key, bool control) const {
  const auto found = std::find_if(keys_.begin(), keys_.end(), [&](const KeyPressed& e) {
    return e.key == key && e.control == control && !e.alt;
  });
  return found == keys_.end() ? nullptr : &*found;
}

bool Interaction::take_key(std::string_view key, bool control) {
  const KeyPressed* found = find_key(key, control);
  if (found == nullptr) return false;
  keys_.erase(keys_.begin() + (found - keys_.data()));
  return true;
}

bool Interaction::has_shift() const {
  return std::any_of(keys_.begin(), keys_.end(), [](const KeyPressed& e) { return e.shift; });
}

void Interaction::settle_dialog() {
  if (dialog_ != 0 && dialog_before_ == 0) focus_before_dialog_ = focused_;
  if (dialog_ == 0 && dialog_before_ != 0 && !focus_request_ && focus_before_dialog_ != 0) {
    focus_request_ = focus_before_dialog_;
  }
  dialog_before_ = dialog_;
  dialog_ = 0;
}

Point Interaction::scroll_of(NodeId scroller) const {
  const auto found = scrolls_.find(scroller);
  return found == scrolls_.end() ? Point{} : found->second;
}

void Interaction::request_scroll(NodeId scroller, float y) {
  scrolls_[scroller].y = y;
  scroll_request_ = {scroller, y};
}

void Interaction::on_focus(NodeId node) {
  focused_ = node;
  focus_by_keyboard_ = !pointer_went_down_;
  pointer_went_down_ = false;
}

void Interaction::on_pointer(const PointerMoved& pointer) {
  x_ = pointer.x;
  y_ = pointer.y;
  inside_ = true;
  mouse_ = pointer.mouse;
  if (pointer.down && !down_) {
    down_x_ = pointer.x;
    down_y_ = pointer.y;
    pointer_went_down_ = true;
  }
  down_ = pointer.down;
}

}  // namespace cm::ui
