#include "client/ui/ui.h"

#include <imgui.h>

#include "client/ui/memory.h"
#include "client/ui/navigation.h"
#include "client/ui/screens/conflicts/view.h"
#include "client/ui/screens/customer_form/view.h"
#include "client/ui/screens/customer_list/view.h"
#include "client/ui/screens/list_tools/panel.h"
#include "client/ui/screens/record_form/view.h"
#include "client/ui/screens/record_list/view.h"
#include "client/ui/screens/setup/view.h"
#include "client/ui/screens/sign_in/view.h"
#include "client/ui/screens/starting/view.h"
#include "client/ui/screens/sync/view.h"
#include "client/ui/shell.h"
#include "client/ui/toast.h"
#include "client/ui/widgets/empty_state.h"

namespace cm {

using namespace ui;

struct Ui::Parts {
  Environment environment;
  Fonts fonts;
  Interaction interaction;
  SemanticTree tree;
  Memory memory;
};

namespace {

bool asks_about_warnings(const AppState& state) {
  return state.screen == Screen::Customers && state.editor &&
         state.editor->step == EditorStep::ConfirmingWarnings;
}

const Toast* shown_toast(const AppState& state) {
  if (!state.toast) return nullptr;
  const bool over = state.toast->until_ms != 0 && state.toast->until_ms <= state.now_ms;
  return over ? nullptr : &*state.toast;
}

void draw_customers(Frame& frame, const Rect& rect, const AppState& state, Memory& memory) {
  constexpr float kPaneW = 320;
  if (!state.editor && memory.editor_was_open) {
    memory.customer_to_focus = memory.editor_was_of;
    memory.editor_was_open = false;
  }
  if (width_class(frame) != Width::Medium) {
    if (state.editor) return draw_customer_form(frame, rect, state, memory);
    return draw_customer_list(frame, rect, state, memory);
  }
  Rect detail = rect;
  draw_customer_list(frame, detail.cut_left(kPaneW), state, memory);
  if (state.editor) return draw_customer_form(frame, detail, state, memory);
  cut_toast_room(frame, detail);
  draw_empty_state(frame, "nothing_selected", detail,
                   {Icon::Customers,
                    "No customer selected",
                    state.rights.create_customers ? "Choose one from the list, or make a new one."
                                                  : "Choose one from the list.",
                    {}});
}

void draw_screen(Frame& frame, const AppState& state, Memory& memory) {
  switch (state.screen) {
    case Screen::Starting:
      return draw_starting(frame);
    case Screen::SignIn:
      return draw_sign_in(frame, state, memory);
    case Screen::Setup:
      return draw_setup(frame, state, memory);
    case Screen::Customers:
      return draw_shell(frame, state, state.editor ? Chrome::Screen : Chrome::Full,
                        [&](Rect rect) { draw_customers(frame, rect, state, memory); });
    case Screen::Records:
      if (!state.record_editor) memory.record_form_was_open = false;
      return draw_shell(frame, state, state.record_editor ? Chrome::Screen : Chrome::Full,
                        [&](Rect rect) {
                          if (state.record_editor)
                            draw_record_form(frame, rect, state, memory);
                          else
                            draw_record_list(frame, rect, state, memory);
                        });
    case Screen::More:
      return draw_shell(frame, state, Chrome::Full,
                        [&](Rect rect) { draw_more(frame, rect, state); });
    case Screen::Conflicts:
      return draw_shell(frame, state, Chrome::Full,
                        [&](Rect rect) { draw_conflicts(frame, rect, state); });
    case Screen::Sync:
      return draw_shell(frame, state, Chrome::Full,
                        [&](Rect rect) { draw_sync(frame, rect, state); });
  }
}

void draw_everything(Frame& frame, const AppState& state, Memory& memory) {
  const ViewSize& size = frame.environment.size;
  frame.paint.fill({0, 0, size.w, size.h}, frame.theme.background);
  const bool record_dialog = asks_about_record(state);
  const bool list_panel = has_list_panel(state);
  const bool dialog = asks_about_warnings(state) || record_dialog || list_panel;
  frame.set_blocked(dialog);
  frame.toast = shown_toast(state);
  draw_screen(frame, state, memory);
  draw_toast(frame);
  frame.set_blocked(false);
  if (record_dialog)
    draw_record_dialog(frame, state);
  else if (list_panel)
    draw_list_panel(frame, state);
  else if (dialog)
    draw_warnings_dialog(frame, state, memory);
  else
    memory.reason_was_missing = false;
  memory.screen_before = state.screen;
}

void begin_imgui_frame(const ViewSize& size) {
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.DisplaySize = {size.w, size.h};
  io.DisplayFramebufferScale = {size.dpr, size.dpr};
  io.DeltaTime = 1.0f / 60;
  ImGui::GetStyle().CircleTessellationMaxError = 0.3f / size.dpr;
  ImGui::NewFrame();
}

}  // namespace

Ui::Ui() : parts_(std::make_unique<Parts>()) {}
Ui::~Ui() = default;

void Ui::load_fonts(std::vector<std::uint8_t> regular_ttf, std::vector<std::uint8_t> bold_ttf,
                    float dpr) {
  parts_->fonts.load(std::move(regular_ttf), std::move(bold_ttf), dpr);
}

void Ui::set_environment(const Environment& environment) {
  parts_->environment = environment;
  ViewSize& size = parts_->environment.size;
  if (size.visible_h <= 0 || size.visible_h > size.h) size.visible_h = size.h;
}

void Ui::handle(const UiEvent& event) {
  parts_->interaction.take(event);
}

FrameResult Ui::draw(const AppState& state) {
  Parts& p = *parts_;
  FrameResult result;
  begin_imgui_frame(p.environment.size);
  p.tree.begin_frame();
  Frame frame(p.environment, p.fonts, p.interaction, p.tree, result.actions);
  draw_everything(frame, state, p.memory);
  p.interaction.settle_dialog();
  result.semantics = p.tree.end_frame();
  result.focus = p.interaction.focus_request();
  if (const auto scroll = p.interaction.scroll_request()) {
    result.scroll_node = scroll->first;
    result.scroll_to = scroll->second;
  }
  result.wants_another_frame = frame.wants_another();
  p.interaction.end_frame();
  ImGui::Render();
  return result;
}

const std::vector<Node>& Ui::nodes() const {
  return parts_->tree.nodes();
}

}  // namespace cm
