// Draws the app and turns what people do into actions. ImGui lays out and paints; the DOM mirror
// owns editing, focus, scrolling and pressing (client/README.md has the messages).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "client/app/action.h"
#include "client/app/state.h"
#include "client/semantics/semantic_tree.h"

namespace cm {

struct ViewSize {
  float w = 0, h = 0;   // CSS pixels of the canvas
  float visible_h = 0;  // of the visual viewport: less than h while a soft keyboard covers the rest
  float dpr = 1;        // device pixels per CSS pixel
};

enum class ThemeName { Light, Dark, HighContrast };

struct Environment {
  ViewSize size;
  bool coarse_pointer = false;
  bool reduced_motion = false;
  ThemeName theme = ThemeName::Light;
};

struct PointerMoved {
  float x = 0, y = 0;
  bool down = false;
  bool mouse = false;
};  // hover and pressed look only
struct PointerLeft {};
struct NodePressed {
  NodeId node = 0;
};  // a DOM click: mouse, touch, keyboard or assistive technology
struct NodeFocused {
  NodeId node = 0;
};
struct NodeBlurred {
  NodeId node = 0;
};
struct NodeEdited {
  NodeId node = 0;
  std::uint32_t revision = 0;
  std::string value;
};
struct NodeScrolled {
  NodeId node = 0;
  float x = 0, y = 0;
};
struct KeyPressed {
  std::string key;
  bool control = false, shift = false, alt = false;
  NodeId node = 0;
};
using UiEvent = std::variant<PointerMoved, PointerLeft, NodePressed, NodeFocused, NodeBlurred,
                             NodeEdited, NodeScrolled, KeyPressed>;

struct FieldValueSet {
  NodeId node = 0;
  std::uint32_t revision = 0;
  std::string value;
};

struct FrameResult {
  Actions actions;
  SemanticChanges semantics;
  std::optional<NodeId> focus;     // move the DOM's focus there
  std::optional<float> scroll_to;  // with scroll_node: new scrollTop
  NodeId scroll_node = 0;
  bool wants_another_frame = false;  // layout settles or a transition runs
};

// ImGui must have a context and, where pixels matter, a backend. Fonts are added by load_fonts
// before the first frame. Not thread-safe; one per program.
class Ui {
 public:
  Ui();
  ~Ui();
  // Builds the atlas at device size; call it again when dpr changes, then upload the atlas's
  // texture anew. Throws Failure when a file is no font.
  void load_fonts(std::vector<std::uint8_t> regular_ttf, std::vector<std::uint8_t> bold_ttf,
                  float dpr);
  void set_environment(const Environment& environment);
  void handle(const UiEvent& event);
  // ImGui::NewFrame … ImGui::Render; the caller presents ImGui::GetDrawData().
  FrameResult draw(const AppState& state);
  // All nodes of the last frame, in traversal order.
  const std::vector<Node>& nodes() const;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace cm
