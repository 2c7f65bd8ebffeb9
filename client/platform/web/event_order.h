// Screens find out what people did while they are drawn, in the order of drawing. What happened between two
// frames therefore reaches them in one frame only where its order does not matter; else a frame comes between.
#pragma once

#include "client/ui/ui.h"

namespace cm {

class EventOrder {
 public:
  // True when what was handled so far must be drawn before `event` is handled: a press or a key means the
  // screen as it is after all typing before it, and typing means the screen as it is after a press or a key.
  bool needs_frame_before(const UiEvent& event) const;
  void handled(const UiEvent& event);
  void drawn();

 private:
  bool typed_ = false;    // an edit, or a field that was left
  bool pressed_ = false;  // a press or a key
};

}  // namespace cm
