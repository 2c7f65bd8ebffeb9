// Presses and keys never reach the screens in one frame with typing that came before them, nor typing with a
// press before it; everything else shares a frame.
#include "client/platform/web/event_order.h"

#include <doctest/doctest.h>

#include <vector>

using namespace cm;

namespace {

int frames_for(const std::vector<UiEvent>& events) {
  EventOrder order;
  int frames = 0;
  for (const UiEvent& event : events) {
    if (order.needs_frame_before(event)) {
      ++frames;
      order.drawn();
    }
    order.handled(event);
  }
  return frames + 1;
}

}  // namespace

TEST_CASE("event order: what was typed is drawn before the press that saves it") {
  struct Case { const char* what; std::vector<UiEvent> events; int frames; };
  const Case cases[] = {
      {"typing alone", {NodeEdited{1, 0, "a"}, NodeEdited{1, 0, "ab"}, NodeEdited{2, 0, "x"}}, 1},
      {"typing and leaving", {NodeEdited{1, 0, "a"}, NodeBlurred{1}, NodeFocused{2}, NodeEdited{2, 0, "b"}}, 1},
      {"typing, then a press", {NodeEdited{1, 0, "a"}, NodePressed{9}}, 2},
      {"typing, leaving, a press", {NodeEdited{1, 0, "a"}, NodeBlurred{1}, NodeFocused{9}, NodePressed{9}}, 2},
      {"typing, then Ctrl+S", {NodeEdited{1, 0, "a"}, KeyPressed{"s", true, false, false, 1}}, 2},
      {"two presses", {NodePressed{9}, NodePressed{9}}, 2},
      {"a press, then typing", {NodePressed{9}, NodeEdited{1, 0, "a"}}, 2},
      {"a key, then typing, then a key", {KeyPressed{"/"}, NodeEdited{1, 0, "a"}, KeyPressed{"Enter"}}, 3},
      {"pointer and scroll between", {NodeEdited{1, 0, "a"}, PointerMoved{}, NodeScrolled{3, 0, 5}, PointerLeft{}}, 1},
  };
  for (const Case& one : cases) {
    CAPTURE(one.what);
    CHECK(frames_for(one.events) == one.frames);
  }
}
