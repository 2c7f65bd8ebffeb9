#include "tests/ui/ui_harness.h"

#include <doctest/doctest.h>

#include <imgui.h>
#include <fstream>
#include <iterator>

#include "shared/base/ensure.h"
#include "tests/support/draw_data_png.h"

namespace cm {

std::vector<std::uint8_t> read_test_font(TestFont font) {
  std::ifstream file(font == TestFont::Regular ? CM_FONT_REGULAR : CM_FONT_BOLD, std::ios::binary);
  ENSURE(file.good(), "the tests need the Noto fonts that scripts/setup installs");
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

Page::Page(PageSize size, ThemeName theme, float dpr) : context_(ImGui::CreateContext()) {
  ImGui::SetCurrentContext(context_);
  environment_.size = {size.w, size.h, size.h, dpr};
  environment_.coarse_pointer = size.coarse;
  environment_.theme = theme;
  ui_.load_fonts(read_test_font(TestFont::Regular), read_test_font(TestFont::Bold), dpr);
  ui_.set_environment(environment_);
}

Page::~Page() {
  ImGui::DestroyContext(context_);
}

void Page::set_environment(const Environment& environment) {
  environment_ = environment;
  ui_.set_environment(environment);
}

FrameResult Page::show(const AppState& state) {
  constexpr int kFramesMax = 8;
  Actions all;
  for (int i = 0; i < kFramesMax; ++i) {
    FrameResult result = ui_.draw(state);
    all.insert(all.end(), result.actions.begin(), result.actions.end());
    bool more = result.wants_another_frame;
    if (result.focus && *result.focus != focused_) {
      if (focused_ != 0) ui_.handle(NodeBlurred{focused_});
      focused_ = *result.focus;
      ui_.handle(NodeFocused{focused_});
      more = true;
    }
    if (result.scroll_to) {
      ui_.handle(NodeScrolled{result.scroll_node, 0, *result.scroll_to});
      more = true;
    }
    if (more) continue;
    result.actions = all;
    return result;
  }
  FAIL("the page never comes to rest");
  return {};
}

const Node* Page::find(NodeRole role, std::string_view name) const {
  for (const Node& node : nodes()) {
    if (node.role == role && node.name == name) return &node;
  }
  return nullptr;
}

const Node& Page::get(NodeRole role, std::string_view name) const {
  const Node* found = find(role, name);
  CAPTURE(std::string(name));
  CAPTURE(static_cast<int>(role));
  REQUIRE(found != nullptr);
  return *found;
}

std::vector<const Node*> Page::list(NodeRole role) const {
  std::vector<const Node*> found;
  for (const Node& node : nodes()) {
    if (node.role == role) found.push_back(&node);
  }
  return found;
}

const Node* Page::focused() const {
  for (const Node& node : nodes()) {
    if (node.id == focused_) return &node;
  }
  return nullptr;
}

Actions Page::press(const AppState& state, NodeRole role, std::string_view name) {
  ui_.handle(NodePressed{get(role, name).id});
  return show(state).actions;
}

Actions Page::type(const AppState& state, NodeRole role, std::string_view name, std::string text) {
  const Node& node = get(role, name);
  ui_.handle(NodeEdited{node.id, node.revision, std::move(text)});
  return show(state).actions;
}

Actions Page::leave(const AppState& state, NodeRole role, std::string_view name) {
  ui_.handle(NodeBlurred{get(role, name).id});
  return show(state).actions;
}

void Page::focus(NodeRole role, std::string_view name) {
  focused_ = get(role, name).id;
  ui_.handle(NodeFocused{focused_});
}

Actions Page::key(const AppState& state, std::string key, bool control) {
  ui_.handle(KeyPressed{std::move(key), control, false, false, focused_});
  return show(state).actions;
}

void Page::scroll(std::string_view scroller, float y) {
  ui_.handle(NodeScrolled{get(NodeRole::Scroller, scroller).id, 0, y});
}

void Page::save_picture(const std::string& path) const {
  save_png(draw_in_software(*ImGui::GetDrawData()), path);
}

}  // namespace cm
