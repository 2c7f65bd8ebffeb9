#include "client/platform/web/event_order.h"

namespace cm {
namespace {

bool is_press(const UiEvent& event) {
  return std::holds_alternative<NodePressed>(event) || std::holds_alternative<KeyPressed>(event);
}

bool is_edit(const UiEvent& event) { return std::holds_alternative<NodeEdited>(event); }

}  // namespace

bool EventOrder::needs_frame_before(const UiEvent& event) const {
  if (is_press(event)) return typed_ || pressed_;
  return is_edit(event) && pressed_;
}

void EventOrder::handled(const UiEvent& event) {
  pressed_ = pressed_ || is_press(event);
  typed_ = typed_ || is_edit(event) || std::holds_alternative<NodeBlurred>(event);
}

void EventOrder::drawn() { typed_ = pressed_ = false; }

}  // namespace cm
