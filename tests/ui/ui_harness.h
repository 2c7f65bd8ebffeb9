// A headless page: the real Ui over states made by hand, found and pressed by role and name, as
// people and e2e tests do.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "client/ui/ui.h"

struct ImGuiContext;

namespace cm {

struct PageSize {
  float w, h;
  bool coarse;
};
inline constexpr PageSize kPhone{390, 844, true}, kTablet{820, 1180, true},
    kDesktop{1440, 900, false};
inline constexpr PageSize kPageSizes[] = {kPhone, kTablet, kDesktop};

enum class TestFont { Regular, Bold };
std::vector<std::uint8_t> read_test_font(TestFont font);

class Page {
 public:
  explicit Page(PageSize size = kDesktop, ThemeName theme = ThemeName::Light, float dpr = 1);
  ~Page();
  Page(const Page&) = delete;

  // Frames until nothing asks for another; answers focus and scroll requests as the browser would.
  // Returns the last frame's result with the actions of all of them.
  FrameResult show(const AppState& state);
  FrameResult frame(const AppState& state) { return ui_.draw(state); }  // exactly one

  const std::vector<Node>& nodes() const { return ui_.nodes(); }
  const Node* find(NodeRole role, std::string_view name) const;  // null when absent
  const Node& get(NodeRole role, std::string_view name) const;   // fails the test when absent
  std::vector<const Node*> list(NodeRole role) const;
  const Node* focused() const;
  Ui& ui() { return ui_; }

  // What the DOM would send; the actions that come of it.
  Actions press(const AppState& state, NodeRole role, std::string_view name);
  Actions type(const AppState& state, NodeRole role, std::string_view name, std::string text);
  Actions leave(const AppState& state, NodeRole role, std::string_view name);
  void focus(NodeRole role, std::string_view name);
  Actions key(const AppState& state, std::string key, bool control = false);
  void scroll(std::string_view scroller, float y);

  void set_environment(const Environment& environment);
  const Environment& environment() const { return environment_; }
  void save_picture(const std::string& path) const;  // of the last frame

 private:
  ImGuiContext* context_;
  Environment environment_;
  Ui ui_;
  NodeId focused_ = 0;
};

// The first action of a kind, or null; it outlives the actions.
template <class A>
std::shared_ptr<A> find_action(const Actions& actions) {
  for (const Action& action : actions) {
    if (const A* found = std::get_if<A>(&action)) return std::make_shared<A>(*found);
  }
  return nullptr;
}

}  // namespace cm
