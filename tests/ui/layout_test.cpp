// Goal: on every screen, at every width, with empty, typical, huge, long and conflicting data: what
// can be pressed has a name, is large enough, stands inside its parent and under nothing else; a
// page at rest asks for no frames and changes nothing. Method: every sample state on three pages.
#include <doctest/doctest.h>

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "tests/ui/sample_states.h"
#include "tests/ui/ui_harness.h"

namespace cm {
namespace {

int items_of_imgui = 0;  // widgets of ImGui's own: there must be none

struct Box {
  float x = 0, y = 0, w = 0, h = 0;
  float overlap(const Box& o) const {
    const float ow = std::min(x + w, o.x + o.w) - std::max(x, o.x),
                oh = std::min(y + h, o.y + o.h) - std::max(y, o.y);
    return ow > 0 && oh > 0 ? std::min(ow, oh) : 0;
  }
};

class Layout {
 public:
  explicit Layout(const Page& page) : page_(page) {
    for (const Node& node : page.nodes()) nodes_[node.id] = &node;
  }

  const Node* parent(const Node& node) const {
    return node.parent == 0 ? nullptr : nodes_.at(node.parent);
  }

  const Node* scroller_of(const Node& node) const {
    const Node* up = parent(node);
    while (up != nullptr && up->role != NodeRole::Scroller) up = parent(*up);
    return up;
  }

  bool is_within(const Node& node, const Node& above) const {
    for (const Node* up = &node; up != nullptr; up = parent(*up)) {
      if (up->id == above.id) return true;
    }
    return false;
  }

  bool has_above(const Node& node, NodeRole role) const {
    for (const Node* up = parent(node); up != nullptr; up = parent(*up)) {
      if (up->role == role) return true;
    }
    return false;
  }

  // On the page, cut to what its scroller shows. Nothing was scrolled in these tests.
  Box on_page(const Node& node) const {
    Box box{node.rect.x, node.rect.y, node.rect.w, node.rect.h};
    const Node* scroller = scroller_of(node);
    if (scroller == nullptr) return box;
    const Box view = on_page(*scroller);
    box.x += view.x;
    box.y += view.y;
    const float right = std::min(box.x + box.w, view.x + view.w),
                bottom = std::min(box.y + box.h, view.y + view.h);
    box.x = std::max(box.x, view.x);
    box.y = std::max(box.y, view.y);
    box.w = std::max(0.0f, right - box.x);
    box.h = std::max(0.0f, bottom - box.y);
    return box;
  }

 private:
  const Page& page_;
  std::map<NodeId, const Node*> nodes_;
};

void check_sizes(const Page& page, bool coarse) {
  for (const Node& node : page.nodes()) {
    if (!is_interactive(node.role)) continue;
    if (node.role == NodeRole::Row && node.row_index == 1) continue;  // the header is not pressed
    CAPTURE(node.name);
    CHECK(!node.name.empty());
    const float least = coarse ? 48.0f : 24.0f;
    CHECK(node.rect.h >= least);
    CHECK(node.rect.w >= 24.0f);
  }
}

void check_inside(const Page& page, const PageSize& size) {
  constexpr float kSlack = 0.75f;
  const Layout layout(page);
  for (const Node& node : page.nodes()) {
    CAPTURE(node.name);
    CAPTURE(static_cast<int>(node.role));
    CHECK(std::isfinite(node.rect.x + node.rect.y + node.rect.w + node.rect.h));
    const Node* parent = layout.parent(node);
    const bool scrolled = parent != nullptr && parent->role == NodeRole::Scroller;
    const NodeRect around = parent == nullptr ? NodeRect{0, 0, size.w, size.h}
                            : scrolled        ? NodeRect{0, 0, parent->content_w, parent->content_h}
                                              : parent->rect;
    CHECK(node.rect.x >= around.x - kSlack);
    CHECK(node.rect.y >= around.y - kSlack);
    CHECK(node.rect.x + node.rect.w <= around.x + around.w + kSlack);
    CHECK(node.rect.y + node.rect.h <= around.y + around.h + kSlack);
  }
}

// What floats over the page on purpose.
bool floats(const Layout& layout, const Node& node, bool phone) {
  if (layout.has_above(node, NodeRole::Dialog) || node.name == "Dismiss") return true;
  if (layout.has_above(node, NodeRole::Listbox)) return true;  // the choices of a link
  return phone && node.name.rfind("New ", 0) == 0 && node.role == NodeRole::Button &&
         layout.scroller_of(node) == nullptr;
}

void check_overlaps(const Page& page, bool phone) {
  const Layout layout(page);
  std::vector<const Node*> pressable;
  for (const Node& node : page.nodes()) {
    const bool header = node.role == NodeRole::Row && node.row_index == 1;
    if (is_interactive(node.role) && !header && !floats(layout, node, phone))
      pressable.push_back(&node);
  }
  for (std::size_t i = 0; i < pressable.size(); ++i) {
    for (std::size_t k = i + 1; k < pressable.size(); ++k) {
      if (layout.is_within(*pressable[i], *pressable[k]) ||
          layout.is_within(*pressable[k], *pressable[i]))
        continue;
      CAPTURE(pressable[i]->name);
      CAPTURE(pressable[k]->name);
      CHECK(layout.on_page(*pressable[i]).overlap(layout.on_page(*pressable[k])) <= 1.0f);
    }
  }
}

std::string place(const std::string& name, const PageSize& size) {
  return name + " at " + std::to_string(static_cast<int>(size.w));
}

// The box of the toast that says this.
Box toast_box(const Page& page, const std::string& text) {
  const Node& words = page.get(NodeRole::Text, text);
  for (const Node& node : page.nodes()) {
    if (node.id == words.parent) return Layout(page).on_page(node);
  }
  FAIL("the toast's words stand alone");
  return {};
}

}  // namespace

TEST_CASE("screens: a toast covers nothing that can be pressed or filled in") {
  const Toast toasts[] = {
      {"Customer saved.", false, samples::kNow + 5000},
      {"Not accepted: Sai Engineering Works. You may read everything here, but change nothing. It "
       "is kept in Conflicts.",
       true, 0}};
  for (auto& [name, state] : samples::all()) {
    const bool record_dialog =
        state.record_editor && state.record_editor->step != RecordStep::Editing;
    const bool list_panel =
        state.filter_panel || state.column_panel || state.view_panel || state.bulk_edit;
    if (record_dialog || list_panel ||
        (state.editor && state.editor->step == EditorStep::ConfirmingWarnings))
      continue;  // everything behind a dialog is inert
    for (const Toast& toast : toasts) {
      state.toast = toast;
      for (const PageSize& size : kPageSizes) {
        CAPTURE(place(name, size));
        Page page(size);
        page.show(state);
        const Box box = toast_box(page, toast.text);
        CHECK(box.x >= 0);
        CHECK(box.x + box.w <= size.w);
        CHECK(box.y + box.h <= size.h);
        const Layout layout(page);
        for (const Node& node : page.nodes()) {
          if (!is_interactive(node.role) || node.name == "Dismiss") continue;
          CAPTURE(node.name);
          CHECK(layout.on_page(node).overlap(box) == 0);
        }
      }
    }
  }
}

TEST_CASE("screens: a toast stands above a phone's New Customer and above the form's save bar") {
  for (AppState state : {samples::customers(60), samples::no_customers(), samples::sai_typed()}) {
    state.toast = Toast{"Customer saved.", false, samples::kNow + 5000};
    Page page(kPhone);
    page.show(state);
    const Node& below =
        page.get(NodeRole::Button, state.editor ? "Create Customer" : "New Customer");
    const Box box = toast_box(page, state.toast->text);
    CHECK(box.y + box.h <= below.rect.y);
    CHECK(box.y + box.h >= below.rect.y - 32);
  }
}

TEST_CASE(
    "screens: everything that can be pressed is named, large enough, inside its parent and free of "
    "others") {
  for (const auto& [name, state] : samples::all()) {
    for (const PageSize& size : kPageSizes) {
      CAPTURE(place(name, size));
      Page page(size);
      page.show(state);
      check_sizes(page, size.coarse);
      check_inside(page, size);
      check_overlaps(page, size.w < 600);
      CHECK(page.nodes().size() <= 400);
    }
  }
}

TEST_CASE("screens: a page at rest asks for no frame, changes no node and keeps every id") {
  for (const auto& [name, state] : samples::all()) {
    for (const PageSize& size : kPageSizes) {
      CAPTURE(place(name, size));
      Page page(size);
      page.show(state);
      std::set<NodeId> before;
      for (const Node& node : page.nodes()) before.insert(node.id);
      const FrameResult again = page.frame(state);
      CHECK(!again.wants_another_frame);
      CHECK(!again.focus.has_value());
      CHECK(!again.scroll_to.has_value());
      CHECK(again.actions.empty());
      CHECK(again.semantics.empty());
      std::set<NodeId> after;
      for (const Node& node : page.nodes()) after.insert(node.id);
      CHECK(before == after);
    }
  }
}

TEST_CASE(
    "screens: each has one main place, and one heading of level 1 where it is more than a "
    "skeleton") {
  for (const auto& [name, state] : samples::all()) {
    for (const PageSize& size : kPageSizes) {
      CAPTURE(place(name, size));
      Page page(size);
      page.show(state);
      CHECK(page.list(NodeRole::Main).size() == 1);
      if (state.screen == Screen::Starting) continue;
      int titles = 0;
      for (const Node* heading : page.list(NodeRole::Heading))
        titles += heading->level == 1 ? 1 : 0;
      CHECK(titles == 1);
    }
  }
}

TEST_CASE("screens: survive tiny and huge pages, zoom and a soft keyboard") {
  const float sizes[][3] = {{320, 480, 480},  {390, 844, 420},  {600, 300, 300},
                            {1199, 700, 700}, {1200, 700, 700}, {3840, 2160, 2160}};
  for (const auto& [name, state] : samples::all()) {
    for (const auto& size : sizes) {
      CAPTURE(name);
      CAPTURE(size[0]);
      Page page({size[0], size[1], true}, ThemeName::Dark, 1.5f);
      Environment environment = page.environment();
      environment.size.visible_h = size[2];
      page.set_environment(environment);
      page.show(state);
      CHECK(!page.nodes().empty());
      CHECK(page.nodes().size() <= 1200);
    }
  }
}

TEST_CASE("screens: draw no widget of Dear ImGui's own") {
  items_of_imgui = 0;
  for (const auto& [name, state] : samples::all()) {
    Page page(kDesktop);
    GImGui->TestEngineHookItems = true;
    page.show(state);
    CHECK(items_of_imgui == 0);
  }
}

}  // namespace cm

// Dear ImGui calls this on each item of its own widgets; the window that it makes for itself does
// not count.
void ImGuiTestEngineHook_ItemAdd(ImGuiContext* context, ImGuiID, const ImRect&,
                                 const ImGuiLastItemData*) {
  if (context->CurrentWindow != nullptr && !context->CurrentWindow->IsFallbackWindow)
    ++cm::items_of_imgui;
}
